package lianxin.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import lianxin.TestTown;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.AreaSeed;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Trees;
import lianxin.organization.Units;
import lianxin.playbook.Playbook;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What the demonstration shows of joint bodies is made by their verbs, in a street and two counties with villages. */
class ShownBodiesTests {

    private static final List<AreaSeed> AREAS = List.of(
            new AreaSeed("city", "3304", "嘉兴市", null),
            new AreaSeed("county", "330402", "南湖区", "3304"),
            new AreaSeed("county", "330411", "秀洲区", "3304"),
            new AreaSeed("township", "330402005", "东栅街道", "330402"),
            new AreaSeed("township", "330411101", "王江泾镇", "330411"),
            new AreaSeed("community", "330402005001", "云海社区", "330402005"),
            new AreaSeed("community", "330402005201", "东进村", "330402005"),
            new AreaSeed("community", "330411101201", "莲泗荡村", "330411101"),
            new AreaSeed("community", "330411101202", "双桥村", "330411101"),
            new AreaSeed("grid", "330402005001-1", "第1网格", "330402005001"));

    @Test
    void every_kind_that_is_shown_stands_with_what_came_of_it_and_the_guest_has_a_contact() {
        try (var town = new Town()) {
            town.settle();
            var shown = town.the(ShownBodies.class);
            var cast = new Cast(
                    new HashMap<>(), town.the(OrganizationRules.class), town.the(Actors.class), town.the(Trees.class));
            var community = town.the(Areas.class).byCode("330402005001").orElseThrow();
            shown.found(community, cast, town.clock.instant());
            town.clock.forward(Duration.ofDays(88));
            shown.goOn();

            var kinds = town.the(DSLContext.class).fetchValues("SELECT DISTINCT kind FROM bodies.body");
            assertThat(kinds.stream().map(Object::toString))
                    .containsExactlyInAnyOrder(
                            "grand-working-committee",
                            "grand-party-committee",
                            "one-axis",
                            "alliance",
                            "pairing",
                            "urban-cluster",
                            "task-force",
                            "troika");
            var guests = town.the(Trees.class).now().tops().stream()
                    .filter(it -> !it.holdsCases())
                    .toList();
            assertThat(guests).hasSize(2);
            assertThat(cast.first(guests.getFirst().id(), "guest")).isNotNull();
            var uncovered = town.the(DSLContext.class).fetchValues("SELECT count(*) FROM bodies.cover");
            assertThat(uncovered).hasToString("[2]");
        }
    }

    private static final class Town extends TestTown {

        Town() {
            super(
                    Playbook.open("jiaxing"),
                    "2026-08-01T09:00",
                    "lianxin.organization",
                    "lianxin.territory",
                    "lianxin.places",
                    "lianxin.routes",
                    "lianxin.bodies",
                    "lianxin.demonstration");
        }

        void settle() {
            var rules = the(OrganizationRules.class);
            the(Units.class).importUnits(rules.unitsOf(AREAS), LONG_AGO, "名单", Actor.SYSTEM);
            var rows = new ArrayList<AreaRow>();
            AREAS.forEach(
                    it -> rows.add(new AreaRow(0, it.level(), it.code(), it.name(), it.parentCode(), null, false)));
            the(Surveying.class).importAreas(rows, LONG_AGO, unit("3304"), Actor.SYSTEM);
            the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        }
    }
}
