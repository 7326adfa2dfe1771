package lianxin.evaluation;

import static lianxin.evaluation.Drafts.counting;
import static lianxin.evaluation.Drafts.oneCase;
import static lianxin.evaluation.Drafts.published;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No data is never zero. */
class UnknownTest {
    private final Scheme two = counting("closed", "needClose", "solved", "answered")
            .rate("closeRate", "closed", "needClose")
            .rate("solvedRate", "solved", "answered")
            .worth("40", "closeRate")
            .worth("60", "solvedRate")
            .scheme();

    @Test
    void a_unit_nobody_asked_for_anything_has_no_score_and_not_the_lowest() {
        var score =
                new Scoring(two).score(Tally.of(List.of("closed", "needClose", "solved", "answered"), List.of()), 1);
        assertThat(score.total()).isEqualTo(Value.UNKNOWN);
        assertThat(score.total().shown(2)).isEqualTo("—");
        assertThat(score.interval()).isNull();
    }

    @Test
    void an_unknown_indicator_is_left_out_and_the_others_are_scaled_up() {
        var score = new Scoring(two).score(published("closed", 9, "needClose", 10, "solved", 0, "answered", 0), 1);
        assertThat(score.rate("solvedRate").value()).isEqualTo(Value.UNKNOWN);
        assertThat(score.points("solvedRate").earned()).isEqualTo(Value.UNKNOWN);
        assertThat(score.points("closeRate").earned().shown(2)).isEqualTo("36.00");
        assertThat(score.total().shown(2)).isEqualTo("90.00");
    }

    @Test
    void nothing_done_of_something_is_a_real_nought() {
        var score = new Scoring(two).score(published("closed", 0, "needClose", 10, "solved", 0, "answered", 10), 1);
        assertThat(score.total().shown(2)).isEqualTo("0.00");
    }

    @Test
    void whatever_is_computed_with_the_unknown_stays_unknown() {
        for (var text : List.of(
                "a + b",
                "a - b",
                "b - a",
                "a * b",
                "b / a",
                "a / b",
                "0 * a",
                "min(a, b)",
                "max(b, a)",
                "-a",
                "100 - a")) {
            var value = Formula.of(text).exact(it -> it.equals("a") ? Value.UNKNOWN : Value.of(7));
            assertThat(value).as(text).isEqualTo(Value.UNKNOWN);
            assertThat(Formula.of(text).quick(it -> it.equals("a") ? 0 : 1).applyAsDouble(new double[] {Double.NaN, 7}))
                    .as(text)
                    .isNaN();
        }
    }

    @Test
    void no_tally_however_empty_turns_an_unknown_into_a_nought() {
        var random = new Random(3304);
        for (var round = 0; round < 500; round++) {
            var cases = new ArrayList<java.math.BigDecimal[]>();
            for (var i = random.nextInt(4); i > 0; i--) {
                var due = random.nextInt(2);
                var answered = random.nextInt(2);
                cases.add(oneCase(due * random.nextInt(2), due, answered * random.nextInt(2), answered));
            }
            var tally = Tally.of(List.of("closed", "needClose", "solved", "answered"), cases);
            var score = new Scoring(two).score(tally, round);
            for (var rate : score.rates()) {
                var empty = rate.denominator().amount().signum() == 0;
                assertThat(rate.value().isKnown()).isEqualTo(!empty);
                assertThat(score.points(rate.key()).earned().isKnown()).isEqualTo(!empty);
                assertThat(rate.interval() == null).isEqualTo(empty);
            }
            assertThat(score.total().isKnown())
                    .isEqualTo(score.rates().stream().anyMatch(it -> it.value().isKnown()));
        }
    }

    @Test
    void fewer_than_ten_answers_say_nothing_about_satisfaction() {
        var scheme = counting("closed", "needClose", "answered")
                .countingRatings("satisfied")
                .rate("closeRate", "closed", "needClose")
                .rate("satisfactionRate", "satisfied", "answered")
                .worth("50", "closeRate")
                .worth("50", "satisfactionRate")
                .scheme();
        var nine = new Scoring(scheme).score(published("closed", 8, "needClose", 10, "satisfied", 9, "answered", 9), 1);
        var ten =
                new Scoring(scheme).score(published("closed", 8, "needClose", 10, "satisfied", 10, "answered", 10), 1);
        assertThat(nine.rate("satisfactionRate").value()).isEqualTo(Value.UNKNOWN);
        assertThat(nine.total().shown(2)).isEqualTo("80.00");
        assertThat(ten.total().shown(2)).isEqualTo("90.00");
    }
}
