package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import lianxin.cases.CaseVerb.Who;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Random verbs by random people, beside a simple model: {@code -Dmodel.steps=50000} for more of them,
 * {@code -Dmodel.seed=…} for a story that failed once.
 */
@Execution(ExecutionMode.CONCURRENT)
class CaseModelTests {

    private static final int SHORT_STORY = 3_000;
    private static final int LONG_STORY = 50_000;
    private static final int STEPS = Integer.getInteger("model.steps", SHORT_STORY);
    private static final long SEED = Long.getLong("model.seed", 20_260_302);
    private static final int CHECK_ALL_EVERY = 500;
    private static final int AT_WORK = 12;
    private static final int TRIES = 40;

    private static final List<String> WORDS = List.of("街灯不亮", "堤上有裂缝", "摊子占道", "水井停水", "老人没人送餐", "渡船班次太少", "别的事");

    @Test
    void whatever_people_do_every_case_has_a_legal_story_and_a_holder() {
        var moves = new ArrayList<CaseMove>();
        var failure = tell(moves);
        if (failure == null) return;
        var shortest = shortest(moves, failure);
        fail(
                "With -Dmodel.seed=%d, step %d, %s: %s%nThe shortest story found:%n%s"
                        .formatted(
                                SEED,
                                moves.size(),
                                moves.getLast(),
                                failure.getMessage(),
                                shortest.stream().map(it -> "  " + it).collect(Collectors.joining("\n"))),
                failure);
    }

    /** Makes up a story and plays it, until something is wrong with it. */
    private static @Nullable Throwable tell(List<CaseMove> moves) {
        var dice = new SplittableRandom(SEED);
        try (var world = new CaseWorld()) {
            try {
                for (int step = 0; step < STEPS; step++) {
                    var move = next(world, step, dice);
                    moves.add(move);
                    world.play(move);
                    if (step % CHECK_ALL_EVERY == CHECK_ALL_EVERY - 1) world.checkAll();
                }
                world.checkAll();
            } catch (RuntimeException | AssertionError wrong) {
                return wrong;
            }
            var undone = CaseVerb.ALL.stream()
                    .map(CaseVerb::name)
                    .filter(verb -> !world.done.containsKey(verb))
                    .toList();
            if (STEPS >= SHORT_STORY)
                assertThat(undone).as("verbs that nobody did").hasSizeLessThanOrEqualTo(STEPS >= LONG_STORY ? 0 : 4);
            return null;
        }
    }

    private static CaseMove next(CaseWorld world, int step, SplittableRandom dice) {
        int kind = dice.nextInt(100);
        var open = world.numbers().stream().filter(it -> world.story(it).open()).toList();
        if (open.size() < AT_WORK || kind < 2) return new CaseMove.Report(step, WORDS.get(dice.nextInt(WORDS.size())));
        if (kind < 12) return new CaseMove.Wait(some(dice));
        if (kind < 13)
            return new CaseMove.Reorganize(dice.nextInt(100), dice.nextInt(3) > 0 ? null : dice.nextInt(100));
        int number = kind < 20
                ? world.numbers().get(dice.nextInt(world.numbers().size()))
                : open.get(dice.nextInt(open.size()));
        var story = world.story(number);
        var ends = dice.nextInt(12) == 0;
        var fitting = CaseVerb.ALL.stream()
                .filter(it -> it.when().test(story) && (ends || !it.ends()))
                .toList();
        var sensible = dice.nextInt(10) < 7 && !fitting.isEmpty();
        var verb = sensible
                ? fitting.get(dice.nextInt(fitting.size()))
                : CaseVerb.ALL.get(dice.nextInt(CaseVerb.ALL.size()));
        var whose = List.copyOf(verb.whose());
        var who = dice.nextInt(10) < 8
                ? whose.stream().sorted().toList().get(dice.nextInt(whose.size()))
                : Who.values()[dice.nextInt(Who.values().length)];
        return new CaseMove.Step(number, verb, who, dice.nextLong());
    }

    private static Duration some(SplittableRandom dice) {
        return switch (dice.nextInt(4)) {
            case 0 -> Duration.ofMinutes(1 + dice.nextInt(20));
            case 1, 2 -> Duration.ofMinutes(20 + dice.nextInt(300));
            default -> Duration.ofHours(5 + dice.nextInt(100));
        };
    }

    /** Leaves out whatever is not needed for the same to go wrong. */
    private static List<CaseMove> shortest(List<CaseMove> moves, Throwable failure) {
        var best = List.copyOf(moves);
        int tries = 0;
        for (int size = best.size() / 2; size > 0 && tries < TRIES; size = size == 1 ? 0 : size / 2) {
            for (int from = Math.max(0, best.size() - 1 - size); from >= 0 && tries < TRIES; from -= size) {
                var without = new ArrayList<>(best.subList(0, from));
                without.addAll(best.subList(Math.min(from + size, best.size()), best.size()));
                tries++;
                if (fails(without, failure)) best = without;
                if (from > 0 && from < size) from = size;
            }
        }
        return best;
    }

    private static boolean fails(List<CaseMove> moves, Throwable like) {
        try (var world = new CaseWorld()) {
            moves.forEach(world::play);
            world.checkAll();
            return false;
        } catch (RuntimeException | AssertionError wrong) {
            return kind(wrong).equals(kind(like));
        }
    }

    /** What is wrong, without the numbers in it. */
    private static String kind(Throwable wrong) {
        return wrong.getClass().getSimpleName()
                + String.valueOf(wrong.getMessage()).replaceAll("\\d+", "n").split("but|\n")[0];
    }
}
