package lianxin;

import java.time.LocalDate;
import java.util.Map;
import lianxin.directives.Tasks;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the street asked the first community of {@link EveryMatter}, and what a secretary there answers for. */
record EveryTask(ApplicationContext town, JdbcTemplate sql) {

    Map<String, String> asked(LocalDate today) {
        var bureau = unit("330402-civil-affairs");
        var draft = new Tasks.Draft("走访独居老人", "逐户走访", "示例 1 号", today.plusDays(9), bureau, null, null);
        var task = town.getBean(Tasks.class)
                .issue(draft, unit("330402005"), Tasks.Addressed.to(unit("330402005001")), Actor.SYSTEM);
        var committee = unit("330402005001-community-party-committee").number();
        var month = today.withDayOfMonth(1);
        return Map.of(
                "taskNumber",
                task + "",
                "part",
                sql.queryForObject("SELECT number::text FROM directives.part", String.class),
                "said",
                "走访了",
                "which",
                "grid-branches-guided/" + committee + "/community-secretary/" + month);
    }

    private UnitId unit(String code) {
        return town.getBean(Units.class).byCode(code).orElseThrow().id();
    }
}
