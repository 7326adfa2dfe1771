package lianxin.organization;

import static lianxin.platform.MovableClock.city;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.platform.RuleBroken;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnitsOverTimeTests {

    @AutoClose
    final Cast cast = new Cast();

    Units units;
    Trees trees;
    UnitId city;
    UnitId nanhu;
    UnitId xiuzhou;
    UnitId dongzha;
    UnitId yunhai;

    @BeforeEach
    void settle() {
        cast.settled();
        units = cast.units();
        trees = cast.the(Trees.class);
        city = cast.unit("3304");
        nanhu = cast.unit("330402");
        xiuzhou = cast.unit("330411");
        dongzha = cast.unit("330402005");
        yunhai = cast.unit("330402005001");
    }

    @Test
    void a_renamed_street_has_its_old_name_before_the_day_and_the_new_one_from_it_on() {
        units.rename(dongzha, "东栅新街道办事处", city("2026-05-01T00:00"), "通知", Actor.SYSTEM);

        assertThat(units.find(dongzha).name()).isEqualTo("东栅街道办事处");
        assertThat(units.find(dongzha, city("2026-04-30T23:59")).name()).isEqualTo("东栅街道办事处");
        assertThat(units.find(dongzha, city("2026-05-01T00:00")).name()).isEqualTo("东栅新街道办事处");
        cast.clock.moveTo("2026-06-01T09:00");
        assertThat(units.find(dongzha).name()).as("the clock alone makes it so").isEqualTo("东栅新街道办事处");
    }

    @Test
    void a_street_moved_to_another_county_keeps_its_past() {
        units.move(dongzha, xiuzhou, city("2026-02-01T00:00"), "区划调整", Actor.SYSTEM);

        assertThat(cast.now().path(yunhai))
                .containsExactly(city.number(), xiuzhou.number(), dongzha.number(), yunhai.number());
        assertThat(trees.at(city("2026-01-31T12:00")).path(yunhai))
                .containsExactly(city.number(), nanhu.number(), dongzha.number(), yunhai.number());
        assertThat(cast.paths().pathOf(yunhai.ref(), city("2026-01-31T12:00")))
                .containsExactly(city.number(), nanhu.number(), dongzha.number(), yunhai.number());
        assertThat(cast.the(Journal.class).about(dongzha.ref()))
                .extracting(Recorded::kind)
                .containsExactly("unit.moved");
    }

    @Test
    void a_league_issued_in_march_can_be_made_again_with_the_tree_as_it_was_known_in_march() {
        var march = city("2026-03-31T18:00");
        cast.clock.moveTo("2026-04-10T10:00");
        units.move(dongzha, xiuzhou, city("2026-03-15T00:00"), "补录", Actor.SYSTEM);
        units.rename(xiuzhou, "秀洲新区人民政府", city("2026-03-01T00:00"), "补录", Actor.SYSTEM);

        var asIssued = trees.at(march, march);
        var asKnownToday = trees.at(march);
        assertThat(asIssued.above(dongzha)).isEqualTo(nanhu);
        assertThat(asIssued.unit(xiuzhou).name()).isEqualTo("秀洲区人民政府");
        assertThat(asKnownToday.above(dongzha)).isEqualTo(xiuzhou);
        assertThat(asKnownToday.unit(xiuzhou).name()).isEqualTo("秀洲新区人民政府");
    }

    @Test
    void a_name_for_the_past_leaves_a_later_name_alone() {
        units.rename(dongzha, "后来", city("2026-09-01T00:00"), "later", Actor.SYSTEM);
        units.rename(dongzha, "中间", city("2026-07-01T00:00"), "between", Actor.SYSTEM);

        assertThat(cast.the(UnitHistory.class).of(dongzha, null))
                .filteredOn(it -> !it.what().aboutOthers())
                .extracting(it -> it.others().getFirst().name())
                .containsExactly("后来", "中间", "东栅街道办事处");
        assertThat(cast.the(Proof.class).overlaps()).isEmpty();
        assertThat(cast.the(Proof.class).strangers()).isEmpty();
    }

    @Test
    void a_clock_set_back_loses_nothing_and_overlaps_nothing() {
        units.rename(dongzha, "一", city("2026-03-02T00:00"), "one", Actor.SYSTEM);
        cast.clock.moveTo("2026-03-01T09:00");
        units.rename(dongzha, "二", city("2026-03-02T00:00"), "two", Actor.SYSTEM);

        assertThat(units.find(dongzha, city("2026-03-03T00:00")).name()).isEqualTo("二");
        assertThat(cast.the(Proof.class).overlaps()).isEmpty();
    }

    @Test
    void no_unit_can_come_to_stand_under_itself_not_even_later() {
        var grid = cast.unit("330402005001-1-grid-branch");
        assertThatThrownBy(() -> units.move(nanhu, dongzha, cast.clock.instant(), "?", Actor.SYSTEM))
                .isInstanceOf(RuleBroken.class);
        assertThat(cast.the(UnitRepository.class)
                        .standsUnder(dongzha, nanhu, TreeKind.HOME, city("2026-01-01T00:00"), null))
                .isTrue();
        assertThat(cast.the(UnitRepository.class)
                        .standsUnder(nanhu, dongzha, TreeKind.HOME, city("2026-01-01T00:00"), null))
                .isFalse();
        assertThatThrownBy(() -> units.move(grid, TreeKind.PARTY, grid, cast.clock.instant(), "?", Actor.SYSTEM))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void the_five_level_rule_refuses_a_group_right_under_a_working_committee() {
        var group = cast.unit("330402005001-1-1-party-group");
        var committee = cast.unit("330402005-party-working-committee");
        var branch = cast.unit("330402005001-1-grid-branch");
        var tree = cast.now();

        assertThat(tree.unit(group).partyParent()).isEqualTo(branch);
        assertThat(tree.unit(branch).parent())
                .as("home is the administrative unit")
                .isEqualTo(yunhai);
        assertThat(tree.unit(branch).holdsCases()).isFalse();
        assertThatThrownBy(() -> units.move(group, TreeKind.PARTY, committee, cast.clock.instant(), "?", Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("organization.five-levels"));
        assertThatThrownBy(() -> units.create(
                        new Units.NewUnit("孤立党小组", "party-group", "microgrid", "x-1", yunhai, null),
                        cast.clock.instant(),
                        "?",
                        Actor.SYSTEM))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void a_unit_that_was_set_up_is_seen_at_once_and_told_as_a_fact_with_its_path() {
        var desk = units.create(
                new Units.NewUnit("东栅城管中队", "department", "township", "330402005-squad", dongzha, null),
                cast.clock.instant(),
                "新设",
                Actor.SYSTEM);

        assertThat(cast.now().unit(desk).holdsCases()).isTrue();
        assertThat(units.above(desk)).isEqualTo(dongzha);
        var told = cast.the(Journal.class).about(desk.ref()).getFirst();
        assertThat(told.path()).containsExactly(city.number(), nanhu.number(), dongzha.number());
        assertThat(told.fact())
                .isEqualTo(new UnitFact.Created(desk, dongzha, "department", "township", cast.clock.instant()));
    }

    @Test
    void a_unit_with_others_under_it_cannot_be_dissolved_and_a_dissolved_one_is_still_there_yesterday() {
        var furun = cast.unit("330402005002");
        var furunParty = cast.unit("330402005002-community-party-committee");
        var now = cast.clock.instant();
        assertThatThrownBy(() -> units.dissolve(furun, yunhai, now, "合并", Actor.SYSTEM))
                .isInstanceOf(RuleBroken.class);

        units.dissolve(furunParty, cast.unit("330402005001-community-party-committee"), now, "合并", Actor.SYSTEM);
        units.dissolve(furun, yunhai, now, "合并", Actor.SYSTEM);

        assertThat(cast.now().has(furun)).isFalse();
        assertThat(trees.at(city("2026-03-01T00:00")).unit(furun).name()).isEqualTo("富润社区居民委员会");
        assertThat(cast.paths().pathOf(furun.ref(), now)).containsExactly(furun.number());
    }

    @Test
    void the_tree_in_memory_and_the_database_tell_the_same_paths_and_stretches() {
        units.move(dongzha, xiuzhou, city("2026-02-01T00:00"), "区划调整", Actor.SYSTEM);
        var queries = cast.the(UnitQueries.class);
        for (var day : List.of(city("2025-06-01T00:00"), city("2026-02-15T00:00"))) {
            var tree = trees.at(day);
            for (var number : tree.below(city)) {
                var unit = new UnitId(number);
                assertThat(queries.path(unit, day)).isEqualTo(tree.path(unit));
                assertThat(queries.below(unit, day)).containsExactlyInAnyOrder(tree.below(unit));
            }
        }
    }

    @Test
    void a_change_not_yet_committed_is_seen_by_its_own_transaction_only() {
        cast.transaction().executeWithoutResult(it -> {
            units.rename(nanhu, "暂名", city("2026-01-01T00:00"), "draft", Actor.SYSTEM);
            assertThat(units.find(nanhu).name()).isEqualTo("暂名");
            it.setRollbackOnly();
        });
        assertThat(units.find(nanhu).name()).isEqualTo("南湖区人民政府");
    }

    @Test
    void the_ancestors_of_a_unit_are_found_by_the_index_on_the_living_links() {
        cast.database.ownerSql().execute("ANALYZE organization.unit_parent");
        var plan = cast.database.sql().transactionResult(it -> {
            it.dsl().execute("SET LOCAL enable_seqscan = off");
            return it.dsl()
                    .fetch(
                            "EXPLAIN SELECT parent FROM organization.unit_parent WHERE unit = {0} AND tree = 'home'"
                                    + " AND known_to = 'infinity' AND valid_from <= {1} AND valid_to > {1}",
                            DSL.inline(yunhai.number()), DSL.val(cast.clock.instant()))
                    .formatCSV();
        });
        assertThat(plan).contains("unit_parent_now");
    }
}
