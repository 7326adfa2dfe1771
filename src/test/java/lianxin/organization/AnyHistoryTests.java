package lianxin.organization;

import static lianxin.platform.MovableClock.city;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import lianxin.organization.Standing.Origin;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any sequence of set up, move, merge, split and dissolve, entered for any month before or after, leaves a sound town. */
@Execution(ExecutionMode.CONCURRENT)
class AnyHistoryTests {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Instant FIRST = city("2025-09-01T00:00");
    private static final int MONTHS = 15;
    private static final int STEPS = 30;

    @AutoClose
    final Cast cast = new Cast();

    private final List<UnitId> everybody = new ArrayList<>();
    private final List<Birth> births = new ArrayList<>();
    private Random dice = new Random();
    private int done;
    private String said = "";
    private final List<String> history = new ArrayList<>();

    private record Birth(UnitId unit, Instant at) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_history_leaves_every_living_unit_under_one_living_unit_and_nothing_with_the_dead(long seed) {
        dice = new Random(seed);
        cast.settled();
        for (var code : List.of("330402", "330411", "330402005", "330402001", "330402100", "330411001"))
            born(cast.unit(code), Cast.LONG_AGO);
        for (var code : List.of("330402005001", "330402005002")) born(cast.unit(code), Cast.LONG_AGO);
        for (var it : everybody) cast.holding("handler", it);
        for (var step = 0; step < STEPS; step++) {
            step(step);
            if (step % 7 == 6) {
                cast.clock.forward(MONTH);
                cast.the(PlannedEndings.class).run();
            }
            sound();
        }
        assertThat(done)
                .as("most steps must be possible, or this proves nothing")
                .isGreaterThan(STEPS / 2);
    }

    private void born(UnitId unit, Instant at) {
        everybody.add(unit);
        births.add(new Birth(unit, at));
        if (!at.isAfter(cast.clock.instant()))
            cast.the(Keepsakes.class).give("keepsake of " + unit.number(), unit, null);
    }

    private void step(int number) {
        var at = FIRST.plus(MONTH.multipliedBy(dice.nextInt(MONTHS)));
        var units = cast.units();
        for (var attempt = 0; attempt < 12; attempt++) {
            try {
                var one = any();
                var other = any();
                said = one + " " + other + " " + at;
                switch (dice.nextInt(5)) {
                    case 0 -> said("create ", () -> create(number, one, at));
                    case 1 -> said("move ", () -> units.move(one, other, at, "move", Actor.SYSTEM));
                    case 2 -> said("merge ", () -> units.merge(one, other, at, "merge", Actor.SYSTEM));
                    case 3 -> said("dissolve ", () -> units.dissolve(one, other, at, "dissolve", Actor.SYSTEM));
                    default -> said("split ", () -> split(one, other, at));
                }
                history.add(said);
                done++;
                return;
            } catch (RuleBroken refused) {
                // a refusal is an answer too; what it must not do is leave a trace, which sound() sees
            }
        }
    }

    private void said(String verb, Runnable step) {
        said = verb + said;
        step.run();
    }

    private UnitId any() {
        return everybody.get(dice.nextInt(everybody.size()));
    }

    private void create(int number, UnitId above, Instant at) {
        var tree = cast.the(Trees.class).at(at);
        if (!tree.has(above)) throw new RuleBroken("organization.not-living");
        var township = tree.unit(above).level().equals("county");
        var made = new Units.NewUnit(
                "第" + number + "个",
                township ? "subdistrict-office" : "residents-committee",
                township ? "township" : "community",
                "new-" + number,
                above,
                null);
        born(cast.units().create(made, at, "create", Actor.SYSTEM), at);
    }

    private void split(UnitId one, UnitId other, Instant at) {
        var tree = cast.the(Trees.class).at(at);
        if (!tree.has(one)) throw new RuleBroken("organization.not-living");
        var below = tree.children(one.equals(other) ? any(tree, one) : one).stream()
                .map(Unit::id)
                .filter(it -> dice.nextBoolean())
                .toList();
        var named = dice.nextBoolean() ? one : any();
        var parts = List.of(new Units.Part(other, below, List.of()));
        cast.units().split(one, new Units.Split(named, parts), at, "split", Actor.SYSTEM);
    }

    private UnitId any(Tree tree, UnitId otherwise) {
        var it = any();
        return tree.has(it) ? it : otherwise;
    }

    private void sound() {
        var trees = cast.the(Trees.class);
        assertThat(cast.the(Proof.class).overlaps()).isEmpty();
        assertThat(cast.the(Proof.class).orphans()).as("%s", history).isEmpty();
        for (var month = -1; month <= MONTHS + 1; month++) {
            var day = FIRST.plus(MONTH.multipliedBy(month));
            var standing = trees.standing(day);
            var tree = standing.tree(); // a circle cannot even be read
            assertThat(tree.tops()).as("units without a living home parent").hasSize(1);
            assertThat(tree.below(tree.tops().getFirst().id())).hasSize(tree.size());
            for (var birth : births) {
                var origin = new Origin(birth.unit(), null, birth.at(), birth.at());
                var heir = standing.of(origin);
                if (!birth.at().isAfter(day))
                    assertThat(heir).as("%s on %s", birth, day).isPresent();
                assertThat(heir.stream().allMatch(tree::has)).isTrue();
            }
            assertThat(holding(day)).as("posts with the dead").isSubsetOf(numbers(tree));
        }
        var now = trees.now();
        assertThat(cast.the(Keepsakes.class).holders.values()).allMatch(now::has);
    }

    private static List<Integer> numbers(Tree tree) {
        return tree.tops().stream()
                .flatMap(it -> Arrays.stream(tree.below(it.id())).boxed())
                .toList();
    }

    private List<Integer> holding(Instant day) {
        return cast
                .database
                .sql()
                .fetch(
                        "SELECT unit FROM organization.post WHERE known_to = 'infinity' AND valid_from <= {0} AND valid_to > {0}",
                        org.jooq.impl.DSL.val(day))
                .stream()
                .map(it -> it.get(0, Integer.class))
                .collect(Collectors.toList());
    }
}
