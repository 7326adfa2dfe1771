package lianxin.evaluation;

import static lianxin.evaluation.Drafts.counting;
import static lianxin.evaluation.Drafts.published;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Mistakes found in systems that are in use; none of them may ever come back here. */
class KnownMistakesTest {

    @Test
    void closing_more_never_lowers_the_score() {
        var scheme = counting("closed", "needClose")
                .rate("closeRate", "closed", "needClose")
                .worth("100", "closeRate")
                .scheme();
        var before = total(scheme, published("closed", 10, "needClose", 100));
        for (var closed = 11; closed <= 100; closed++) {
            var after = total(scheme, published("closed", closed, "needClose", 100));
            assertThat(after.amount()).isGreaterThan(before.amount());
            before = after;
        }
    }

    @Test
    void a_count_cannot_stand_where_a_rate_is_wanted() {
        var scheme = counting("closed", "needClose")
                .rate("closeRate", "closed", "needClose")
                .worth("100", "closeRate", "closed", Curve.linear(0, 100))
                .scheme();
        assertThat(scheme.problems())
                .containsExactly("closeRate is scored by the indicator closed, which does not exist");
    }

    @Test
    void one_rate_used_twice_and_another_never_is_refused() {
        var scheme = counting("closed", "handled", "due")
                .rate("closeRate", "closed", "due")
                .rate("handleRate", "handled", "due")
                .worth("50", "closeRate")
                .worth("50", "closeRate")
                .scheme();
        assertThat(scheme.problems())
                .containsExactly(
                        "points are given twice for closeRate",
                        "indicator handleRate earns nothing and stands beside nothing");
    }

    @Test
    void the_points_of_one_rate_under_the_name_of_another_are_refused() {
        var scheme = counting("closed", "handled", "due")
                .rate("closeRate", "closed", "due")
                .rate("handleRate", "handled", "due")
                .worth("50", "closeRate")
                .worth("50", "handleRate", "closeRate", Curve.linear(0, 100))
                .scheme();
        assertThat(scheme.problems()).containsExactly("handleRate is scored without its own value");
    }

    @Test
    void weights_that_sum_to_seventy_are_refused() {
        var scheme = counting("closed", "due")
                .rate("closeRate", "closed", "due")
                .worth("70", "closeRate")
                .scheme();
        assertThat(scheme.problems()).containsExactly("the weights sum to 70, not to 100");
    }

    @Test
    void accurate_dispatch_and_rework_are_counted_apart() {
        var scheme = counting("dispatch", "wrongDispatch", "rework", "needClose")
                .rate("wrongDispatchRate", "wrongDispatch", "dispatch")
                .rate("reworkRate", "rework", "needClose")
                .worth("50", "wrongDispatchRate", "100 - wrongDispatchRate", Curve.linear(0, 100))
                .worth("50", "reworkRate", "100 - reworkRate", Curve.linear(0, 100))
                .scheme();
        var fewReworks = new Scoring(scheme)
                .score(published("dispatch", 100, "wrongDispatch", 10, "rework", 0, "needClose", 100), 1);
        var manyReworks = new Scoring(scheme)
                .score(published("dispatch", 100, "wrongDispatch", 10, "rework", 30, "needClose", 100), 1);
        assertThat(manyReworks.rate("wrongDispatchRate")).isEqualTo(fewReworks.rate("wrongDispatchRate"));
        assertThat(fewReworks.points("wrongDispatchRate").value().shown(2)).isEqualTo("90.00");
    }

    private static Value total(Scheme scheme, Tally tally) {
        return new Scoring(scheme).score(tally, 1).total();
    }
}
