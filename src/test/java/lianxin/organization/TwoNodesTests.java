package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import lianxin.organization.Delegations.Absence;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes of one town, each with its own memory of posts and trees; machine time is moved, not waited for. */
class TwoNodesTests {

    @AutoClose
    static final Cast here = new Cast().settled();

    static final Cast there = here.another();

    final UnitId dongzha = here.unit("330402005");
    final UnitId yunhai = here.unit("330402005001");
    PersonId sun;
    PostId post;
    Actor onTheOtherNode;

    @BeforeEach
    void somebody_is_known_on_both() {
        sun = here.person("孙小河");
        post = here.the(Posts.class)
                .fill(new Posts.Seat(sun, dongzha, "dispatcher", Cast.LONG_AGO, null), "term", Actor.SYSTEM);
        there.the(Versions.class).ask();
        onTheOtherNode = there.the(Actors.class).of(sun);
        assertThat(onTheOtherNode.may(May.DISPATCH, yunhai)).isTrue();
    }

    @Test
    void a_post_ended_on_one_node_gives_nothing_on_the_other_a_second_later_at_the_latest() {
        here.the(Posts.class).end(post, here.clock.instant(), "moved away", Actor.SYSTEM);

        assertThat(here.the(Actors.class).of(sun).may(May.DISPATCH, yunhai)).isFalse();
        a_second_passes_over_there();
        assertThat(onTheOtherNode.may(May.DISPATCH, yunhai)).isFalse();
        assertThat(onTheOtherNode.where(May.DISPATCH)).isEmpty();
    }

    @Test
    void asking_twice_a_second_is_enough_to_know_it_without_waiting() {
        here.the(Posts.class).end(post, here.clock.instant(), "moved away", Actor.SYSTEM);
        there.the(Versions.class).ask();

        assertThat(onTheOtherNode.may(May.DISPATCH, yunhai)).isFalse();
    }

    @Test
    void a_post_that_ends_by_the_clock_ends_on_every_node_at_once() {
        var zhou = here.person("周小舟");
        var evening = here.clock.instant().plus(Duration.ofHours(8));
        here.the(Posts.class)
                .fill(new Posts.Seat(zhou, dongzha, "handler", Cast.LONG_AGO, evening), "term", Actor.SYSTEM);
        a_second_passes_over_there();
        var handler = there.the(Actors.class).of(zhou);
        assertThat(handler.may(May.HANDLE, dongzha)).isTrue();

        here.clock.forward(Duration.ofHours(9));
        assertThat(handler.may(May.HANDLE, dongzha)).isFalse();
        here.clock.back(Duration.ofHours(9));
    }

    @Test
    void a_delegation_taken_back_is_over_on_both_nodes() {
        var colleague = here.person("何小溪");
        here.the(Posts.class)
                .fill(new Posts.Seat(colleague, dongzha, "handler", Cast.LONG_AGO, null), "term", Actor.SYSTEM);
        var now = here.clock.instant();
        var given = here.the(Delegations.class)
                .give(
                        new Absence(post, colleague, Set.of(May.DISPATCH), now, now.plus(Duration.ofDays(7)), "年休假"),
                        here.the(Actors.class).of(sun));
        a_second_passes_over_there();
        var standIn = there.the(Actors.class).of(colleague);
        assertThat(standIn.may(May.DISPATCH, yunhai)).isTrue();

        here.the(Delegations.class).revoke(given, here.the(Actors.class).of(sun));

        assertThat(here.the(Actors.class).of(colleague).may(May.DISPATCH, yunhai))
                .isFalse();
        a_second_passes_over_there();
        assertThat(standIn.may(May.DISPATCH, yunhai)).isFalse();
    }

    @Test
    void a_unit_moved_on_one_node_is_moved_on_the_other() {
        var jianshe = here.unit("330402001");
        var county = here.holding("leader", here.unit("330402"));
        a_second_passes_over_there();
        var seenThere = there.the(Actors.class).of(county.person().orElseThrow());
        assertThat(seenThere.may(May.SUPERVISE, jianshe)).isTrue();

        here.units().move(jianshe, here.unit("330411"), here.clock.instant(), "区划调整", Actor.SYSTEM);

        a_second_passes_over_there();
        assertThat(seenThere.may(May.SUPERVISE, jianshe)).isFalse();
    }

    @Test
    void when_the_database_no_longer_confirms_it_nothing_is_permitted() {
        there.database.ownerSql().execute("ALTER TABLE organization.tree_version RENAME TO tree_version_away");
        try {
            there.the(Versions.class).ask();
            assertThat(onTheOtherNode.may(May.DISPATCH, yunhai)).isTrue();

            a_second_passes_over_there();
            for (var question : List.of(May.DISPATCH, May.READ))
                assertThatThrownBy(() -> onTheOtherNode.must(question, yunhai)).isNotNull();
        } finally {
            there.database.ownerSql().execute("ALTER TABLE organization.tree_version_away RENAME TO tree_version");
        }
    }

    private static void a_second_passes_over_there() {
        there.machineNanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }
}
