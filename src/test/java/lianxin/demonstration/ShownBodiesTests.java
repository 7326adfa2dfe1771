package lianxin.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import lianxin.organization.Actors;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Trees;
import lianxin.territory.Areas;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What the demonstration shows of joint bodies is made by their verbs, in a street and two counties with villages. */
class ShownBodiesTests {

    @Test
    void every_kind_that_is_shown_stands_with_what_came_of_it_and_the_guest_has_a_contact() {
        try (var town = new ShownTown()) {
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
}
