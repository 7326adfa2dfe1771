package lianxin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which facts count for a month that was cut off: neither the voided nor those nobody can be sure of yet. */
class CutTests extends March {

    @Test
    void a_voided_fact_does_not_count_and_one_voided_too_late_does() {
        var cut = issued().issue().cut();
        var fact = on(
                "2026-03-20T09:00", () -> journalled(new CaseFacts.Disputed(newCase(), xincheng), "2026-03-20T09:00"));
        assertThat(disputed(cut)).isEqualTo(1);
        on("2026-04-17T09:00", () -> voided(fact));
        assertThat(disputed(cut)).isEqualTo(1);
        var other = on(
                "2026-03-20T09:00", () -> journalled(new CaseFacts.Disputed(newCase(), xincheng), "2026-03-20T09:00"));
        assertThat(disputed(cut)).isEqualTo(2);
        on("2026-04-10T09:00", () -> voided(other));
        assertThat(disputed(cut)).isEqualTo(1);
        on(
                "2026-04-10T09:00",
                () -> voided(journalled(new CaseFacts.Confirmed(newCase(), xincheng), "2026-03-20T09:00")));
        on("2026-04-10T09:01", () -> voided(fact));
        assertThat(disputed(cut)).isZero();
    }

    @Test
    void a_fact_of_an_unfinished_transaction_is_above_the_horizon() {
        issued();
        var before = measures.horizon();
        on("2026-03-21T09:00", () -> journalled(new CaseFacts.Confirmed(newCase(), xincheng), "2026-03-21T09:00"));
        var cut = new Cut(MARCH.from(), MARCH.to(), MARCH.cutOff(schemes.first()), before);
        var solved = schemes.first().measure("solved");
        var early = measures.facts(solved, cut, alone(), xincheng.number(), 9).size();
        var now = new Cut(cut.from(), cut.to(), cut.cutOff(), measures.horizon());
        assertThat(measures.facts(solved, now, alone(), xincheng.number(), 9)).hasSize(early + 1);
    }

    private RollUp alone() {
        return new RollUp.Then(Set.of(xincheng.number()));
    }

    private int disputed(Cut cut) {
        var now = new Cut(cut.from(), cut.to(), cut.cutOff(), measures.horizon());
        return measures.facts(schemes.first().measure("unsolved"), now, alone(), xincheng.number(), 9)
                .size();
    }
}
