package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** 东栅街道 has a working committee that nobody leads, and two communities without a secretary. */
@SpringBootTest
@AutoConfigureMockMvc
class StructurePageTests {

    private static int number;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Units units;

    @Autowired
    OrganizationRules rules;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    String organizer;

    @BeforeEach
    void settle() {
        if (units.byCode("3304").isEmpty())
            units.importUnits(rules.unitsOf(Cast.areas()), Cast.LONG_AGO, "first list", Actor.SYSTEM);
        var person = posts.register(List.of("李青禾"), true, Actor.SYSTEM).getFirst();
        organizer = "structure." + ++number;
        accounts.open(person, organizer, "long enough 1", Actor.SYSTEM);
        posts.fill(new Posts.Seat(person, id("3304"), "organizer", Cast.LONG_AGO, null), "term", Actor.SYSTEM);
    }

    @Test
    void each_line_says_which_unit_which_rule_how_many_and_what_to_do() {
        assertThat(page("/structure"))
                .contains("结构检查", "东栅街道党工委", "镇（街道）党（工）委一名责任人", "任命 1 名负责人。")
                .contains("云海社区党委", "任命 1 名村（社区）党组织书记。")
                .contains("/units/" + id("330402005-party-working-committee").number() + "/posts")
                .contains("南湖区人民政府 <b class=\"num\">")
                .doesNotContain("structure.");
        assertThat(page("/structure?lang=en"))
                .contains("Structure check", "Appoint 1: Leader.", "What to do", "/structure/fields")
                .doesNotContain("structure.");
    }

    @Test
    void the_address_holds_rule_unit_and_day() {
        var yunhai = id("330402005001-community-party-committee").number();
        assertThat(page("/structure?rule=responsible-committee"))
                .contains("任命 1 名负责人。", "href=\"/structure\"")
                .doesNotContain("任命 1 名村（社区）党组织书记。");
        assertThat(page("/structure?unit=" + yunhai + "&rule=responsible-community"))
                .contains("云海社区党委", "共 1 处不符", "name=\"unit\" value=\"" + yunhai)
                .doesNotContain("富润社区党委");
        assertThat(page("/structure?unit=" + yunhai + "&rule=five-level-network"))
                .contains("没有规则要检查的单位", ">全部</a>");
        assertThat(page("/structure?unit=" + id("330402005").number() + "&rule=five-level-network"))
                .contains("都符合规则");
        assertThat(page("/structure?rule=five-level-network")).contains("凤桥镇党委", "设立 1 个村（社区）党委或党总支归它管");
        assertThat(page("/structure?on=2019-12-30")).contains("没有规则要检查的单位");
        assertThat(page("/structure?on=2026-01-30")).contains("东栅街道党工委").doesNotContain("去办");
    }

    /** Rows 2.72 and 4.05: ten fields against eight aspects, and each field in each area. */
    @Test
    void all_fields_stand_against_aspects_and_areas_and_a_gap_opens_into_its_lines() {
        var page = page("/structure/fields");
        assertThat(page)
                .contains("全领域覆盖", "80 格", "产业集群（园区）", "联系服务（示例）", "没有检查", "南湖区人民政府")
                .contains("href=\"/structure?field=urban&amp;aspect=responsible\"")
                .contains("/structure/fields?unit=" + id("330402").number())
                .contains("/structure?field=urban&amp;unit=" + id("330402").number())
                .doesNotContain("structure.");
        assertThat(page("/structure?field=urban&aspect=responsible"))
                .contains("只看：城市社区、网格 · 责任到人（示例）", "云海社区党委", "name=\"field\" value=\"urban\"")
                .doesNotContain("设立 1 个村（社区）党委或党总支归它管");
        assertThat(page("/structure/fields?lang=en&unit=" + id("330402").number()))
                .contains("Somebody responsible (example)", "Industrial clusters", "Whole town")
                .doesNotContain("structure.");
        assertThat(page("/structure/fields?on=2019-12-30")).contains("80 格，已检查 0 格");
    }

    @Test
    void the_page_of_a_unit_leads_to_what_is_to_be_mended_there() {
        var committee = id("330402005-party-working-committee").number();
        assertThat(page("/units/" + committee))
                .containsPattern("结构检查：\\d+ 处要整改")
                .contains("/structure?unit=" + committee);
        assertThat(page("/units/" + committee + "?on=2026-01-30"))
                .contains("/structure?unit=" + committee + "&amp;on=2026-01-30");
    }

    private String page(String url) {
        var answer = browser.get()
                .uri(url)
                .with(SecurityMockMvcRequestPostProcessors.user(organizer))
                .exchange();
        assertThat(answer).hasStatusOk();
        var page = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return page.substring(page.indexOf("<main"));
    }

    private UnitId id(String code) {
        return units.byCode(code).orElseThrow().id();
    }
}
