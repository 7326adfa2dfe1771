package lianxin.evaluation;

import static lianxin.evaluation.Drafts.counting;
import static lianxin.evaluation.Drafts.oneCase;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final List<String> MEASURES = List.of("closed", "due", "solved", "very", "mostly", "answered");
    private final Scheme scheme = counting("closed", "due", "solved", "very", "mostly", "answered")
            .rate("closeRate", "closed", "due")
            .rate("solvedRate", "solved", "answered")
            .rate("satisfactionRate", "very + 0.9 * mostly", "answered")
            .worth("40", "closeRate", "closeRate", Curve.linear(60, 100))
            .worth("30", "solvedRate", "solvedRate", Curve.linear(60, 100))
            .worth("30", "satisfactionRate", "satisfactionRate", Curve.linear(60, 100))
            .scheme();

    @Test
    void wilson_gives_the_textbook_values() {
        assertThat(Interval.wilson(911, 972)).isEqualTo(Interval.of(92.02, 95.08));
        assertThat(Interval.wilson(0, 10)).isEqualTo(Interval.of(0, 27.75));
        assertThat(Interval.wilson(10, 10)).isEqualTo(Interval.of(72.25, 100));
    }

    @Test
    void a_plain_proportion_has_wilsons_interval_and_a_weighted_rate_that_of_the_draws() {
        var score = new Scoring(scheme).score(Tally.of(MEASURES, cases(200, 1)), 7);
        var solved = score.rate("solvedRate");
        assertThat(solved.interval())
                .isEqualTo(Interval.wilson(
                        solved.numerator().amount().doubleValue(),
                        solved.denominator().amount().doubleValue()));
        var satisfaction = score.rate("satisfactionRate");
        assertThat(satisfaction.interval().contains(satisfaction.value().amount()))
                .isTrue();
        assertThat(score.interval().contains(score.total().amount())).isTrue();
    }

    @Test
    void the_same_cases_in_another_order_make_the_same_interval() {
        var cases = cases(200, 2);
        var first = new Scoring(scheme).score(Tally.of(MEASURES, cases), 7);
        Collections.shuffle(cases, new Random(5));
        assertThat(new Scoring(scheme).score(Tally.of(MEASURES, cases), 7)).isEqualTo(first);
        assertThat(new Scoring(scheme).score(Tally.of(MEASURES, cases), 8)).isNotEqualTo(first);
    }

    @Test
    void more_cases_make_a_narrower_interval() {
        var few = new Scoring(scheme).score(Tally.of(MEASURES, cases(40, 3)), 7).interval();
        var many = new Scoring(scheme)
                .score(Tally.of(MEASURES, cases(1_000, 3)), 7)
                .interval();
        assertThat(width(many)).isLessThan(width(few).divide(BigDecimal.valueOf(3), Value.EXACT));
    }

    @Test
    void indicators_resting_on_the_same_cases_keep_their_correlation() {
        var twice = counting("a", "b", "due")
                .rate("first", "a", "due")
                .rate("second", "b", "due")
                .worth("50", "first")
                .worth("50", "second")
                .scheme();
        var together = new ArrayList<BigDecimal[]>();
        var against = new ArrayList<BigDecimal[]>();
        for (var i = 0; i < 200; i++) {
            together.add(oneCase(i % 2, i % 2, 1));
            against.add(oneCase(i % 2, 1 - i % 2, 1));
        }
        var names = List.of("a", "b", "due");
        assertThat(width(new Scoring(twice).score(Tally.of(names, together), 1).interval()))
                .isGreaterThan(BigDecimal.TEN);
        assertThat(width(new Scoring(twice).score(Tally.of(names, against), 1).interval()))
                .isZero();
    }

    /** The interval keeps its promise: of many months of one unit about 95 in 100 contain what the unit is worth. */
    @Test
    void about_ninety_five_of_a_hundred_intervals_contain_the_truth() {
        var truth = new Scoring(scheme)
                .score(Tally.of(MEASURES, cases(200_000, 4)), 1)
                .total()
                .amount();
        var caught = 0;
        for (var month = 0; month < 400; month++) {
            var score = new Scoring(scheme).score(Tally.of(MEASURES, cases(200, 1_000 + month)), month);
            caught += score.interval().contains(truth) ? 1 : 0;
        }
        assertThat(caught).isBetween(364, 396);
    }

    @Test
    void a_league_of_72_streets_is_scored_in_under_a_second_and_a_half() {
        var tallies = new ArrayList<Tally>();
        for (var street = 0; street < 72; street++) {
            tallies.add(Tally.of(MEASURES, cases(100 + street * 200 / 72, street)));
        }
        var quickest = Long.MAX_VALUE;
        for (var round = 0; round < 3; round++) {
            var start = System.nanoTime();
            tallies.forEach(it -> new Scoring(scheme).score(it, 1));
            quickest = Math.min(quickest, System.nanoTime() - start);
        }
        System.out.println("72 streets, 2,000 draws: " + quickest / 1_000_000 + " ms");
        assertThat(quickest).isLessThan(1_500_000_000L);
    }

    @Test
    void the_quick_reading_of_a_formula_agrees_with_the_exact_one_and_with_the_library() throws Exception {
        var random = new Random(1);
        for (var text : List.of(
                "a + 2 * b - c",
                "(a + b) / c",
                "100 - 100 * a / (b + c)",
                "min(a, b, c) / max(1, c)",
                "-a + b",
                "0.9 * a - -b")) {
            for (var round = 0; round < 50; round++) {
                var values = new double[] {random.nextInt(100), random.nextInt(100), 1 + random.nextInt(100)};
                var names = List.of("a", "b", "c");
                var exact = Formula.of(text)
                        .exact(it -> Value.of((long) values[names.indexOf(it)]))
                        .amount();
                assertThat(Formula.of(text).quick(names::indexOf).applyAsDouble(values))
                        .isCloseTo(exact.doubleValue(), org.assertj.core.data.Offset.offset(1e-9));
                var library = new com.ezylang.evalex.Expression(text)
                        .with("a", (int) values[0])
                        .with("b", (int) values[1])
                        .with("c", (int) values[2])
                        .evaluate()
                        .getNumberValue();
                assertThat(exact.subtract(library).abs()).isLessThan(new BigDecimal("1e-25"));
            }
        }
    }

    private static BigDecimal width(Interval interval) {
        return interval.high().subtract(interval.low());
    }

    private static List<BigDecimal[]> cases(int n, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<BigDecimal[]>(n);
        for (var i = 0; i < n; i++) {
            var due = random.nextInt(10) < 8 ? 1 : 0;
            var closed = due == 1 && random.nextInt(10) < 9 ? 1 : 0;
            var answered = random.nextInt(10) < 6 ? 1 : 0;
            var solved = answered == 1 && random.nextInt(10) < 8 ? 1 : 0;
            var mood = random.nextInt(10);
            var very = solved == 1 && mood < 6 ? 1 : 0;
            var mostly = answered == 1 && very == 0 && mood < 9 ? 1 : 0;
            all.add(oneCase(closed, due, solved, very, mostly, answered));
        }
        return all;
    }
}
