package lianxin.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lianxin.TestTown;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.AreaSeed;
import lianxin.organization.OrganizationRules;
import lianxin.organization.PersonId;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.EstateParts;
import lianxin.territory.Estates;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A street with two communities and a town with three villages, with their units, on a clock that is moved. */
final class Fengqiao extends TestTown {

    static final String STREET = "330402005";
    static final String YUNHAI = "330402005001";
    static final String FURUN = "330402005002";
    static final String TOWN = "330402100";

    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    Fengqiao() {
        this("jiaxing");
    }

    private Fengqiao(String playbook) {
        super(playbook(playbook), "2026-03-02T09:00", "lianxin.organization", "lianxin.territory", "lianxin.bodies");
    }

    static List<AreaSeed> areas() {
        return new ArrayList<>(List.of(
                new AreaSeed("city", "3304", "嘉兴市", null),
                new AreaSeed("county", "330402", "南湖区", "3304"),
                new AreaSeed("township", STREET, "东栅街道", "330402"),
                new AreaSeed("township", TOWN, "凤桥镇", "330402"),
                new AreaSeed("community", YUNHAI, "云海社区", STREET),
                new AreaSeed("community", FURUN, "富润社区", STREET),
                new AreaSeed("community", TOWN + "201", "三星村", TOWN),
                new AreaSeed("community", TOWN + "202", "联丰村", TOWN),
                new AreaSeed("community", TOWN + "203", "新民村", TOWN),
                new AreaSeed("grid", YUNHAI + "-1", "第1网格", YUNHAI)));
    }

    Fengqiao settled() {
        var rules = the(OrganizationRules.class);
        the(Units.class).importUnits(rules.unitsOf(areas()), LONG_AGO, "名单", Actor.SYSTEM);
        var rows = new ArrayList<AreaRow>();
        areas().forEach(it -> rows.add(new AreaRow(0, it.level(), it.code(), it.name(), it.parentCode(), null, false)));
        the(Surveying.class).importAreas(rows, LONG_AGO, unit("3304"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        return this;
    }

    Bodies bodies() {
        return the(Bodies.class);
    }

    BodyBook book() {
        return the(BodyBook.class);
    }

    Undertakings undertakings() {
        return the(Undertakings.class);
    }

    AreaId area(String code) {
        return the(Areas.class).byCode(code).orElseThrow().id();
    }

    /** An estate of the community, made of its one grid. */
    AreaId estate(String name) {
        var estate = the(Estates.class).found(name, area(YUNHAI), LONG_AGO, Actor.SYSTEM);
        the(EstateParts.class).join(List.of(area(YUNHAI + "-1")), estate, LONG_AGO, Actor.SYSTEM);
        return estate;
    }

    /** Led by the community. */
    Bodies.Charter troika(String estate) {
        return new Bodies.Charter("troika", estate + "三方会商", unit(YUNHAI), estate(estate));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** Founded now, led by the unit of the area. */
    BodyId founded(String kind, String name, String area) {
        return bodies().found(new Bodies.Charter(kind, name, unit(area), area(area)), clock.instant(), "共建", by());
    }

    Actor by() {
        return Actor.SYSTEM;
    }

    Actor holding(String role, UnitId unit) {
        PersonId person =
                the(Posts.class).register(List.of("钱小满"), true, Actor.SYSTEM).getFirst();
        the(Posts.class)
                .fillAll(
                        List.of(new Posts.Seat(person, unit, role, LONG_AGO, FAR_AHEAD, Set.of(), "", "旧")),
                        "任职",
                        Actor.SYSTEM);
        return the(Actors.class).of(person);
    }

    /** A partner of the body's area that nobody knew before. */
    UnitId partner(BodyId body, String name, String seat) {
        return the(Partners.class).join(body, name, "enterprise", seat, clock.instant(), "加入", by());
    }

    List<String> told(BodyId body) {
        return the(Journal.class).about(body.ref()).stream().map(Recorded::kind).toList();
    }

    static void refused(String key, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo(key));
    }
}
