package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A tree in memory that takes up what has changed is the tree that would be read anew. */
class TreeRenewedTests {

    @AutoClose
    static final Cast cast = new Cast().settled();

    final Units units = cast.units();
    final Trees trees = cast.the(Trees.class);
    final TreeLoader loader = cast.the(TreeLoader.class);

    private UnitId founded(String name, UnitId above) {
        var unit = new Units.NewUnit(name, "residents-committee", "community", "330402005-" + name, above, null);
        return units.create(unit, cast.clock.instant(), "test", Actor.SYSTEM);
    }

    private static List<String> told(Tree tree) {
        var told = new ArrayList<String>();
        tree.each(it -> told.add(it + " path " + Arrays.toString(tree.path(it.id())) + " below "
                + tree.countBelow(it.id()) + " code " + tree.byCode(it.code()).map(Unit::id)));
        return told;
    }

    @Test
    void after_any_verbs_the_renewed_tree_is_the_one_read_anew() {
        var chance = new SplittableRandom(11);
        var dongzha = cast.unit("330402005");
        var jianshe = cast.unit("330402001");
        var living = new ArrayList<UnitId>();
        for (var step = 0; step < 60; step++) {
            trees.now();
            cast.clock.forward(Duration.ofHours(1));
            switch (living.size() < 3 ? 0 : chance.nextInt(4)) {
                case 0 -> living.add(founded("新苑" + step, chance.nextBoolean() ? dongzha : jianshe));
                case 1 ->
                    units.rename(
                            living.get(chance.nextInt(living.size())),
                            "改名" + step,
                            cast.clock.instant(),
                            "test",
                            Actor.SYSTEM);
                case 2 -> {
                    var moved = living.get(chance.nextInt(living.size()));
                    var to = trees.now().above(moved).equals(dongzha) ? jianshe : dongzha;
                    units.move(moved, to, cast.clock.instant(), "test", Actor.SYSTEM);
                }
                default ->
                    units.rename(
                            living.get(chance.nextInt(living.size())),
                            "将来" + step,
                            cast.clock.instant().plus(Duration.ofMinutes(90)),
                            "test",
                            Actor.SYSTEM);
            }
            var at = cast.clock.instant();
            assertThat(told(trees.at(at))).as("step " + step).isEqualTo(told(loader.load(at, null)));
        }
    }

    @Test
    void who_fills_a_post_meets_the_tree_of_everybody_and_who_founds_a_unit_his_own() {
        var everybody = trees.now();
        var zhou = cast.the(Posts.class)
                .register(List.of("周素芬"), true, Actor.SYSTEM)
                .getFirst();
        cast.transaction().executeWithoutResult(it -> {
            var seat = new Posts.Seat(zhou, cast.unit("330402005"), "handler", Cast.LONG_AGO, null);
            var post = cast.the(Posts.class).fill(seat, "任命", Actor.SYSTEM);
            assertThat(trees.now()).isSameAs(everybody);
            var founded = founded("迎春苑", cast.unit("330402005"));
            assertThat(trees.now().has(founded)).isTrue();
            cast.the(Posts.class).end(post, cast.clock.instant(), "调走", Actor.SYSTEM);
            assertThat(trees.now().has(founded)).isTrue();
            it.setRollbackOnly();
        });
        assertThat(told(trees.now())).isEqualTo(told(everybody));
    }

    @Test
    void a_list_that_was_taken_in_is_in_the_tree_at_once() {
        trees.now();
        var seed = new UnitSeed("330402005-list", "名单社区", "residents-committee", "community", "330402005", null);
        units.importUnits(List.of(seed), cast.clock.instant(), "list", Actor.SYSTEM);

        assertThat(trees.now().byCode("330402005-list")).isPresent();
        assertThat(told(trees.now())).isEqualTo(told(loader.load(cast.clock.instant(), null)));
    }

    @Test
    void what_begins_later_is_not_lost_in_the_renewed_tree() {
        var unit = founded("待更名社区", cast.unit("330402005"));
        trees.now();
        var tomorrow = cast.clock.instant().plus(Duration.ofDays(1));
        units.rename(unit, "已更名社区", tomorrow, "test", Actor.SYSTEM);

        assertThat(trees.now().unit(unit).name()).isEqualTo("待更名社区");
        assertThat(trees.now().until()).isBeforeOrEqualTo(tomorrow);
        cast.clock.moveTo(tomorrow);
        assertThat(trees.now().unit(unit).name()).isEqualTo("已更名社区");
    }

    @Test
    void a_version_of_which_nobody_said_what_it_changed_is_read_anew() {
        var unit = founded("手改社区", cast.unit("330402005"));
        trees.now();
        var sql = cast.the(DSLContext.class);
        sql.execute("UPDATE organization.unit_version SET name = '改过的社区' WHERE unit = {0}", DSL.val(unit.number()));
        sql.execute("UPDATE organization.tree_version SET version = version + 1");
        cast.machineNanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(trees.now().unit(unit).name()).isEqualTo("改过的社区");
    }
}
