package lianxin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import lianxin.playbook.Playbook;
import org.junit.jupiter.api.Test;

/** The scheme of the playbook, as it stands in the file. */
class SchemeFileTest {
    private final Scheme scheme =
            Playbook.open("jiaxing").bind("scheme.yaml", SchemeFile.class).scheme();

    @Test
    void five_indicators_make_a_hundred_points_and_nothing_is_wrong_with_them() {
        assertThat(scheme.problems()).isEmpty();
        assertThat(scheme.example()).isTrue();
        assertThat(scheme.scored())
                .extracting(Scored::key, it -> it.weight().intValue())
                .containsExactly(
                        tuple("closeRate", 20),
                        tuple("inTimeHandleRate", 20),
                        tuple("solvedRate", 25),
                        tuple("satisfactionRate", 20),
                        tuple("reworkRate", 15));
    }

    @Test
    void coverage_stands_beside_every_rate_over_valid_answers() {
        assertThat(scheme.indicators())
                .filteredOn(it -> it.beside() != null)
                .extracting(Indicator::key)
                .containsExactly("solvedRate", "satisfactionRate");
        assertThat(scheme.companions()).containsExactly("callbackCoverage");
    }

    @Test
    void rework_is_scored_by_what_was_not_reworked() {
        var rework = scheme.scored().getLast();
        var value = rework.value().exact(it -> Value.of(new BigDecimal("7.5")));
        assertThat(value.shown(2)).isEqualTo("92.50");
        assertThat(rework.value().inWords(it -> "返工率")).isEqualTo("100 − 返工率");
    }

    @Test
    void nothing_about_satisfaction_counts_below_ten_answers_whatever_the_file_says() {
        assertThat(scheme.least(scheme.indicator("satisfactionRate"))).isEqualTo(10);
        assertThat(scheme.least(scheme.indicator("closeRate"))).isZero();
    }

    @Test
    void a_scheme_for_grids_would_score_persons() {
        var grids = new Scheme(
                scheme.key(),
                1,
                scheme.name(),
                "",
                true,
                "grid",
                scheme.calendar(),
                scheme.span(),
                scheme.total(),
                scheme.objectionWindow(),
                30,
                scheme.measures(),
                scheme.indicators(),
                scheme.scored());
        assertThat(grids.problems()).singleElement().asString().contains("would score persons");
    }
}
