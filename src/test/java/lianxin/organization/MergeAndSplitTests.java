package lianxin.organization;

import static lianxin.platform.MovableClock.city;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.facts.Ref;
import lianxin.organization.Standing.Origin;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeAndSplitTests {

    private static final Ref WEST = new Ref("area", "1");
    private static final Ref EAST = new Ref("area", "2");

    @AutoClose
    final Cast cast = new Cast();

    Units units;
    Trees trees;
    Keepsakes things;
    UnitId nanhu;
    UnitId xiuzhou;
    UnitId dongzha;
    UnitId jianshe;
    UnitId fengqiao;
    UnitId yunhai;
    UnitId furun;

    @BeforeEach
    void settle() {
        cast.settled();
        units = cast.units();
        trees = cast.the(Trees.class);
        things = cast.the(Keepsakes.class);
        nanhu = cast.unit("330402");
        xiuzhou = cast.unit("330411");
        dongzha = cast.unit("330402005");
        jianshe = cast.unit("330402001");
        fengqiao = cast.unit("330402100");
        yunhai = cast.unit("330402005001");
        furun = cast.unit("330402005002");
    }

    @Test
    void what_stands_below_a_merged_street_and_who_sits_in_it_move_with_it() {
        var leader = cast.holding("leader", dongzha);
        things.give("lantern", dongzha, null);

        units.merge(dongzha, jianshe, city("2026-03-01T00:00"), "区划调整", Actor.SYSTEM);

        assertThat(cast.now().has(dongzha)).isFalse();
        assertThat(units.above(yunhai)).isEqualTo(jianshe);
        assertThat(units.above(furun)).isEqualTo(jianshe);
        assertThat(leader.may(May.READ, jianshe))
                .as("an actor that was there before notices")
                .isTrue();
        assertThat(leader.may(May.READ, yunhai)).isTrue();
        assertThat(things.holders).containsEntry("lantern", jianshe);
        assertThat(trees.at(city("2026-02-28T23:59")).above(yunhai)).isEqualTo(dongzha);
        assertThat(units.name(dongzha)).isEqualTo("东栅街道办事处");
        assertThat(cast.the(Journal.class).about(dongzha.ref()))
                .extracting(Recorded::kind)
                .containsExactly("unit.merged");
        assertThat(cast.the(Proof.class).overlaps()).isEmpty();
        assertThat(cast.the(Proof.class).orphans()).isEmpty();
    }

    @Test
    void a_merger_planned_for_may_changes_the_tree_in_may_and_hands_over_when_the_day_has_come() {
        var may = city("2026-05-01T00:00");
        var leader = cast.holding("leader", dongzha).person().orElseThrow();
        things.give("lantern", dongzha, null);

        units.merge(dongzha, jianshe, may, "区划调整", Actor.SYSTEM);

        assertThat(units.above(yunhai)).isEqualTo(dongzha);
        assertThat(cast.the(PlannedEndings.class).run()).isZero();
        assertThat(things.holders).containsEntry("lantern", dongzha);
        assertThat(trees.at(may).above(yunhai)).isEqualTo(jianshe);

        things.give("umbrella", dongzha, null);
        var person = cast.person("周行");
        cast.the(Posts.class)
                .fill(new Posts.Seat(person, dongzha, "handler", cast.clock.instant(), null), "new", Actor.SYSTEM);
        cast.clock.moveTo("2026-05-01T00:00");
        assertThat(cast.the(PlannedEndings.class).run()).isEqualTo(1);

        assertThat(units.above(yunhai)).isEqualTo(jianshe);
        assertThat(things.holders).containsEntry("lantern", jianshe).containsEntry("umbrella", jianshe);
        for (var it : List.of(leader, person))
            assertThat(cast.the(Actors.class).of(it).may(May.READ, jianshe)).isTrue();
        assertThat(cast.the(PlannedEndings.class).run()).as("once is enough").isZero();
    }

    @Test
    void when_something_is_still_held_nothing_is_merged() {
        things.give("lantern", dongzha, null);
        things.stubborn = true;

        refused("organization.still-holds", () -> merge(dongzha, jianshe, "2026-03-01T00:00"));

        assertThat(cast.now().has(dongzha)).isTrue();
        assertThat(units.above(yunhai)).isEqualTo(dongzha);
        assertThat(trees.lineage().events()).isEmpty();
    }

    @Test
    void a_community_that_is_put_under_a_street_before_its_planned_end_goes_on_to_the_successor() {
        merge(dongzha, jianshe, "2026-05-01T00:00");
        var qixing = units.create(
                new Units.NewUnit("七星社区居民委员会", "residents-committee", "community", "330402005003", dongzha, null),
                city("2026-04-01T00:00"),
                "新设",
                Actor.SYSTEM);

        assertThat(trees.at(city("2026-04-30T12:00")).above(qixing)).isEqualTo(dongzha);
        assertThat(trees.at(city("2026-05-01T00:00")).above(qixing)).isEqualTo(jianshe);
    }

    @Test
    void a_merger_entered_late_takes_along_what_came_under_the_street_meanwhile() {
        var xincheng = cast.unit("330411001");
        units.move(yunhai, fengqiao, city("2026-02-10T00:00"), "调整", Actor.SYSTEM);
        units.move(furun, xincheng, city("2026-02-20T00:00"), "调整", Actor.SYSTEM);

        cast.clock.forward(Duration.ofHours(1));
        merge(dongzha, jianshe, "2026-02-15T00:00");

        assertThat(trees.at(city("2026-02-12T00:00")).above(yunhai)).isEqualTo(fengqiao);
        assertThat(trees.at(city("2026-02-12T00:00")).above(furun)).isEqualTo(dongzha);
        assertThat(trees.at(city("2026-02-16T00:00")).above(furun)).isEqualTo(jianshe);
        assertThat(cast.now().above(furun)).isEqualTo(xincheng);
        assertThat(trees.at(city("2026-02-16T00:00"), city("2026-03-02T09:30")).has(dongzha))
                .as("as it was known before")
                .isTrue();
    }

    @Test
    void a_street_split_in_two_gives_each_its_communities_and_its_ground() {
        var west = street("东栅西街道办事处", "330402006");
        var east = street("东栅东街道办事处", "330402007");
        things.give("lantern in the west", dongzha, WEST);
        things.give("lantern in the east", dongzha, EAST);
        things.give("seal", dongzha, null);

        units.split(
                dongzha,
                new Units.Split(east, List.of(new Units.Part(west, List.of(yunhai), List.of(WEST)))),
                city("2026-03-01T00:00"),
                "分设",
                Actor.SYSTEM);

        assertThat(units.above(yunhai)).isEqualTo(west);
        assertThat(units.above(furun)).isEqualTo(east);
        assertThat(things.holders)
                .containsEntry("lantern in the west", west)
                .containsEntry("lantern in the east", east)
                .containsEntry("seal", east);
        assertThat(heir(dongzha, WEST, "2026-02-01T00:00", "2026-06-01T00:00")).isEqualTo(west);
        assertThat(heir(dongzha, EAST, "2026-02-01T00:00", "2026-06-01T00:00")).isEqualTo(east);
        assertThat(heir(dongzha, null, "2026-02-01T00:00", "2026-06-01T00:00")).isEqualTo(east);
        assertThat(heir(west, WEST, "2026-04-01T00:00", "2026-01-31T00:00"))
                .as("before the split there was only one")
                .isEqualTo(dongzha);
    }

    @Test
    void a_street_may_live_on_and_only_give_a_part_away() {
        var west = street("东栅西街道办事处", "330402006");
        things.give("lantern in the west", dongzha, WEST);
        things.give("seal", dongzha, null);

        units.split(
                dongzha,
                new Units.Split(dongzha, List.of(new Units.Part(west, List.of(yunhai), List.of(WEST)))),
                city("2026-03-01T00:00"),
                "析出",
                Actor.SYSTEM);

        assertThat(cast.now().has(dongzha)).isTrue();
        assertThat(units.above(yunhai)).isEqualTo(west);
        assertThat(units.above(furun)).isEqualTo(dongzha);
        assertThat(things.holders).containsEntry("lantern in the west", west).containsEntry("seal", dongzha);
        assertThat(heir(dongzha, WEST, "2026-02-01T00:00", "2026-06-01T00:00")).isEqualTo(west);
        assertThat(heir(dongzha, WEST, "2026-03-15T00:00", "2026-06-01T00:00"))
                .as("what it handled there later it handled itself")
                .isEqualTo(dongzha);
    }

    @Test
    void a_chain_of_mergers_and_splits_is_followed_to_the_unit_of_the_day() {
        merge(fengqiao, jianshe, "2026-01-10T00:00");
        var west = street("建设西街道办事处", "330402006");
        units.split(
                jianshe,
                new Units.Split(jianshe, List.of(new Units.Part(west, List.of(), List.of(WEST)))),
                city("2026-02-10T00:00"),
                "析出",
                Actor.SYSTEM);
        merge(west, dongzha, "2026-02-20T00:00");

        var told = "2026-01-05T00:00";
        assertThat(heir(fengqiao, WEST, told, "2026-01-08T00:00")).isEqualTo(fengqiao);
        assertThat(heir(fengqiao, WEST, told, "2026-01-15T00:00")).isEqualTo(jianshe);
        assertThat(heir(fengqiao, WEST, told, "2026-02-15T00:00")).isEqualTo(west);
        assertThat(heir(fengqiao, WEST, told, "2026-02-25T00:00")).isEqualTo(dongzha);
        assertThat(heir(fengqiao, null, told, "2026-02-25T00:00")).isEqualTo(jianshe);
        assertThat(heir(xiuzhou, WEST, told, "2026-02-25T00:00")).isEqualTo(xiuzhou);
    }

    @Test
    void a_split_entered_late_holds_for_what_was_told_before_it_was_known() {
        var west = street("东栅西街道办事处", "330402006");
        cast.clock.moveTo("2026-04-10T10:00");
        units.split(
                dongzha,
                new Units.Split(dongzha, List.of(new Units.Part(west, List.of(yunhai), List.of(WEST)))),
                city("2026-03-01T00:00"),
                "补录",
                Actor.SYSTEM);

        assertThat(heir(dongzha, WEST, "2026-03-15T00:00", "2026-06-01T00:00")).isEqualTo(west);
        var asKnownInMarch = trees.standing(city("2026-03-31T00:00"), city("2026-03-31T00:00"));
        assertThat(asKnownInMarch.of(origin(dongzha, WEST, "2026-03-15T00:00"))).contains(dongzha);
        assertThat(asKnownInMarch.tree().above(yunhai)).isEqualTo(dongzha);
    }

    @Test
    void what_cannot_be_merged_or_split_is_refused_with_a_sentence() {
        var party = cast.unit("330402005-party-working-committee");
        refused("organization.own-successor", () -> merge(dongzha, dongzha, "2026-03-01T00:00"));
        refused("organization.successor-below", () -> merge(dongzha, yunhai, "2026-03-01T00:00"));
        refused("organization.holds-no-cases", () -> merge(dongzha, party, "2026-03-01T00:00"));
        refused("organization.level-order", () -> merge(nanhu, cast.unit("330411001"), "2026-03-01T00:00"));
        refused(
                "organization.split-nothing",
                () -> units.split(
                        dongzha, new Units.Split(jianshe, List.of()), city("2026-03-01T00:00"), "?", Actor.SYSTEM));
        refused(
                "organization.split-stranger",
                () -> units.split(
                        jianshe,
                        new Units.Split(dongzha, List.of(new Units.Part(fengqiao, List.of(yunhai), List.of()))),
                        city("2026-03-01T00:00"),
                        "?",
                        Actor.SYSTEM));
        merge(dongzha, jianshe, "2026-05-01T00:00");
        refused("organization.ends-already", () -> merge(dongzha, fengqiao, "2026-04-01T00:00"));
        assertThat(Arrays.stream(cast.now().below(dongzha)).boxed()).contains(yunhai.number());
    }

    private UnitId street(String name, String code) {
        return units.create(
                new Units.NewUnit(name, "subdistrict-office", "township", code, nanhu, null),
                city("2026-02-01T00:00"),
                "新设",
                Actor.SYSTEM);
    }

    private void merge(UnitId unit, UnitId into, String at) {
        units.merge(unit, into, city(at), "区划调整", Actor.SYSTEM);
    }

    private UnitId heir(UnitId unit, @Nullable Ref place, String told, String day) {
        return trees.standing(city(day)).of(origin(unit, place, told)).orElseThrow();
    }

    private static Origin origin(UnitId unit, @Nullable Ref place, String told) {
        Instant at = city(told);
        return new Origin(unit, place, at, at);
    }

    private static void refused(String key, Runnable verb) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo(key));
    }
}
