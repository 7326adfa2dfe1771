package lianxin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lianxin.platform.RuleBroken;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What the league of March says of each street. */
class LeagueTests extends March {

    @Test
    void the_league_is_sorted_by_score_and_the_unknown_stands_last() {
        var league = issued();
        assertThat(league.rows())
                .extracting(League.Row::unit)
                .containsExactly(dongzha.number(), jianshe.number(), xinjia.number(), xincheng.number());
        assertThat(league.rows().getLast().score().total()).isEqualTo(Value.UNKNOWN);
    }

    @Test
    void every_rate_comes_out_of_the_facts() {
        var score = issued().row(jianshe.number()).orElseThrow().score();
        assertThat(shown(score, "closeRate")).isEqualTo("100.00");
        assertThat(shown(score, "inTimeHandleRate")).isEqualTo("100.00");
        assertThat(shown(score, "solvedRate")).isEqualTo("75.00");
        assertThat(shown(score, "satisfactionRate")).isEqualTo("75.00");
        assertThat(shown(score, "reworkRate")).isEqualTo("10.00");
        assertThat(shown(score, "callbackCoverage")).isEqualTo("100.00");
        // 20 + 20 + 25 × 15/40 + 20 × 15/40 + 15 × 30/40 = 20 + 20 + 9.38 + 7.50 + 11.25
        assertThat(score.total().shown(2)).isEqualTo("68.13");
        assertThat(score.interval().contains(score.total().amount())).isTrue();
        assertThat(score.rate("solvedRate").interval()).isEqualTo(Interval.wilson(30, 40));
        assertThat(score.cases()).isEqualTo(40);
    }

    @Test
    void what_nobody_answered_is_a_dash_and_the_rest_is_weighed_anew() {
        var score = issued().row(xinjia.number()).orElseThrow().score();
        assertThat(shown(score, "solvedRate")).isEqualTo("—");
        assertThat(shown(score, "satisfactionRate")).isEqualTo("—");
        assertThat(shown(score, "callbackCoverage")).isEqualTo("0.00");
        // 35 of 40 closed by the cut-off, 30 of 40 handled in time, none reworked: (13.75 + 7.50 + 15) × 100 / 55
        assertThat(shown(score, "closeRate")).isEqualTo("87.50");
        assertThat(score.total().shown(2)).isEqualTo("65.91");
    }

    @Test
    void a_community_counts_for_its_street_and_few_answers_say_nothing_about_satisfaction() {
        var row = issued().row(dongzha.number()).orElseThrow();
        assertThat(row.score().cases()).isEqualTo(13);
        assertThat(issued().smallSample(row)).isTrue();
        assertThat(shown(row.score(), "solvedRate")).isEqualTo("100.00");
        assertThat(shown(row.score(), "satisfactionRate")).isEqualTo("—");
        assertThat(shown(row.score(), "callbackCoverage")).isEqualTo("66.67");
    }

    @Test
    void everybody_sees_the_league_as_it_was_issued() {
        var first = issued();
        on("2026-04-25T09:00", () -> reported(jianshe, false, 0));
        assertThat(on("2026-05-01T09:00", () -> leagues.issued(schemes.first(), MARCH)))
                .isEqualTo(first);
        assertThat(db.fetchCount(DSL.table("evaluation.snapshot"))).isEqualTo(1);
    }

    @Test
    void before_objections_are_over_there_is_no_league() {
        assertThatThrownBy(() -> on("2026-04-15T23:59", () -> leagues.issued(schemes.first(), MARCH)))
                .isInstanceOf(RuleBroken.class);
        assertThat(on("2026-04-15T23:59", () -> leagues.lastClosed(schemes.first())))
                .hasToString("2026-02");
        assertThat(on("2026-04-16T00:00", () -> leagues.lastClosed(schemes.first())))
                .hasToString("2026-03");
    }

    private static String shown(Score score, String rate) {
        return score.rate(rate).value().shown(2);
    }
}
