package lianxin.cases;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may happen to a streetlight that went out, step by step. */
class CaseTest extends Streetlight {

    @Test
    void a_report_is_held_by_the_desk_from_the_first_second() {
        var lamp = reported();
        assertThat(lamp.stage).isEqualTo(Stage.REPORTED);
        assertThat(lamp.holder).isEqualTo(COMMUNITY);
        assertThat(lamp.due).isEqualTo(clock.instant().plus(ofHours(24)));
        assertThat(lamp.wakeAt()).isEqualTo(lamp.due);
        assertThat(facts(lamp))
                .containsExactly(new ReportFact.Reported(lamp.id, COMMUNITY, "streetlight", "qr", lamp.due, null));
    }

    @Test
    void the_way_through_without_a_hitch_is_told_fact_by_fact() {
        var lamp = dispatched();
        lamp.sign(HANDLER, after(ofHours(1)));
        lamp.finish(deadlines, after(ofHours(5)));
        Answering.answer(lamp, lamp.id, true, deadlines, after(ofHours(2)));
        assertThat(lamp.stage).isEqualTo(Stage.CLOSED);
        assertThat(lamp.outcome).isEqualTo(Outcome.closedSolved);
        assertThat(facts(lamp))
                .extracting(it -> it.getClass().getSimpleName())
                .containsExactly("Reported", "Dispatched", "Signed", "Finished", "Confirmed", "Closed");
    }

    @Test
    void every_limit_falls_once_whatever_the_state() {
        var lamp = dispatched();
        lamp.sign(HANDLER, after(ofHours(1)));
        lamp.finish(deadlines, after(ofHours(5)));
        Answering.answer(lamp, lamp.id, true, deadlines, after(ofHours(2)));
        while (lamp.wakeAt() != null) wakeAt(lamp, lamp.wakeAt());
        assertThat(limitsReached(lamp)).hasSize(5).allMatch(WorkFact.LimitReached::inTime);
        assertThat(limitsReached(lamp))
                .extracting(WorkFact.LimitReached::step)
                .containsExactlyInAnyOrder(Step.dispatch, Step.sign, Step.handle, Step.answer, Step.close);
    }

    @Test
    void a_no_sends_it_back_to_the_same_unit_with_a_new_limit() {
        var lamp = finished();
        Answering.answer(lamp, lamp.id, false, deadlines, after(ofHours(2)));
        assertThat(lamp.stage).isEqualTo(Stage.DISPATCHED);
        assertThat(lamp.holder).isEqualTo(LAMPS);
        assertThat(lamp.reworks).isEqualTo(1);
        assertThat(lamp.due).isEqualTo(deadlines.handle("streetlight", clock.instant()));
        assertThat(facts(lamp)).contains(new EndingFact.Disputed(lamp.id, LAMPS, true));
    }

    @Test
    void a_no_after_closing_is_heard_and_changes_nothing() {
        var lamp = finished();
        wakeAt(lamp, clock.instant().plus(ofDays(8)));
        Answering.answer(lamp, lamp.id, false, deadlines, after(ofDays(1)));
        assertThat(lamp.stage).isEqualTo(Stage.CLOSED);
        assertThat(facts(lamp)).contains(new EndingFact.Disputed(lamp.id, LAMPS, false));
    }

    @Test
    void a_granted_return_brings_it_back_to_the_desk_and_ends_the_unit_s_limits() {
        var lamp = dispatched();
        var asked = Asked.toReturn("neighbors");
        Reliefs.ask(lamp, asked, deadlines, after(ofHours(1)));
        Reliefs.grant(lamp, asked, deadlines, after(ofHours(1)));
        assertThat(lamp.stage).isEqualTo(Stage.REPORTED);
        assertThat(lamp.holder).isEqualTo(COMMUNITY);
        wakeAt(lamp, clock.instant().plus(ofDays(60)));
        assertThat(limitsReached(lamp)).noneMatch(it -> it.step() == Step.handle);
    }

    @Test
    void the_reporter_urges_once_a_working_day_and_no_deadline_moves() {
        var lamp = dispatched();
        var due = lamp.due;
        Reporter.urge(lamp, deadlines, after(ofHours(1)));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> Reporter.urge(lamp, deadlines, after(ofHours(2))))
                .withMessageContaining("case.urged-already");
        Reporter.urge(lamp, deadlines, moment(deadlines.urgeAgain(lamp.urgedAt)));
        assertThat(lamp.due).isEqualTo(due);
        assertThat(facts(lamp))
                .contains(new ReportFact.Urged(lamp.id, LAMPS, 1), new ReportFact.Urged(lamp.id, LAMPS, 2));
    }

    @Test
    void a_withdrawn_case_is_neither_solved_nor_unsolved_and_its_running_limits_are_told_no_more() {
        var lamp = dispatched();
        lamp.sign(HANDLER, after(ofHours(1)));
        Reporter.withdraw(lamp, after(ofHours(1)));
        while (lamp.wakeAt() != null) wakeAt(lamp, lamp.wakeAt());
        assertThat(lamp.outcome).isEqualTo(Outcome.withdrawn);
        assertThat(facts(lamp)).contains(new EndingFact.Withdrawn(lamp.id, LAMPS, "dispatched", true));
        assertThat(limitsReached(lamp))
                .as("what was done before counts")
                .extracting(WorkFact.LimitReached::step)
                .containsExactlyInAnyOrder(Step.dispatch, Step.sign);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> Reporter.withdraw(lamp, clock.instant()))
                .withMessageContaining("case.stage.closed");
    }

    @Test
    void withdrawing_a_late_case_does_not_take_back_that_it_was_late() {
        var lamp = dispatched();
        Reporter.withdraw(lamp, moment(lamp.due.plus(ofHours(1))));
        assertThat(limitsReached(lamp)).anyMatch(it -> it.step() == Step.handle && !it.inTime());
        assertThat(facts(lamp)).contains(new EndingFact.Withdrawn(lamp.id, LAMPS, "dispatched", false));
    }

    @Test
    void whoever_withdrew_the_finished_case_is_not_asked_whether_it_is_solved() {
        var lamp = finished();
        Reporter.withdraw(lamp, after(ofHours(1)));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> Answering.answer(lamp, lamp.id, true, deadlines, clock.instant()))
                .withMessageContaining("case.withdrawn");
        assertThat(facts(lamp)).noneMatch(EndingFact.Confirmed.class::isInstance);
    }

    @Test
    void nobody_answers_before_the_unit_has_finished() {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> {
                    var lamp = dispatched();
                    Answering.answer(lamp, lamp.id, true, deadlines, clock.instant());
                })
                .withMessageContaining("case.not-finished");
    }

    /** Whatever happens in whatever order: somebody holds it, a moment is set, and no limit falls twice. */
    @ParameterizedTest
    @MethodSource("seeds")
    void no_sequence_of_steps_loses_a_case(int seed) {
        var chance = new Random(seed);
        var lamp = reported();
        for (int i = 0; i < 60; i++) {
            after(ofMinutes(chance.nextInt(3_000)));
            try {
                randomStep(lamp, chance);
            } catch (RuleBroken notNow) {
                assertThat(notNow.key()).startsWith("case.");
            }
            assertThat(lamp.holder).isIn(COMMUNITY, LAMPS, STREET);
            if (lamp.stage != Stage.CLOSED) assertThat(lamp.wakeAt()).isNotNull();
            if (lamp.stage == Stage.REPORTED) assertThat(lamp.holder).isEqualTo(COMMUNITY);
            assertThat(lamp.escalateAt == null)
                    .isEqualTo(lamp.stage == Stage.CLOSED || lamp.stage == Stage.AWAITING_RESIDENT);
            assertThat(lamp.answerUntil != null).isEqualTo(lamp.stage == Stage.AWAITING_RESIDENT);
        }
        wakeAt(lamp, clock.instant().plus(ofDays(400)));
        var told = lamp.limits.all().stream().filter(it -> it.reachedAt != null).count();
        assertThat(limitsReached(lamp)).hasSize((int) told);
        var notInTime = limitsReached(lamp).stream().filter(it -> !it.inTime()).count();
        var late =
                facts(lamp).stream().filter(WorkFact.DoneLate.class::isInstance).count();
        assertThat(late).isLessThanOrEqualTo(notInTime);
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 300).boxed().toList();
    }

    private void randomStep(Case lamp, Random chance) {
        var now = clock.instant();
        switch (chance.nextInt(10)) {
            case 0 -> lamp.dispatchTo(chance.nextBoolean() ? LAMPS : STREET, "x", "streetlight", deadlines, now);
            case 1 -> lamp.sign(HANDLER, now);
            case 2 -> lamp.progress(now);
            case 3 -> lamp.finish(deadlines, now);
            case 4 -> Answering.answer(lamp, lamp.id, chance.nextBoolean(), deadlines, now);
            case 5 -> Reliefs.grant(lamp, Asked.toReturn("x"), deadlines, now);
            case 6 -> Lateness.supervise(lamp, LADDER, deadlines, now);
            case 7 -> Disagreement.reopen(lamp, deadlines, now);
            default -> Waking.wake(lamp, LADDER, deadlines, now);
        }
    }
}
