package lianxin.cases;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.Test;

/** What time does to a streetlight that stays dark: limits fall, the unit above is called, silence ends. */
class LatenessTest extends Streetlight {

    @Test
    void an_order_not_signed_in_time_counts_as_signed_from_that_moment() {
        var lamp = dispatched();
        var signDue = work(lamp).signDue;
        wakeAt(lamp, signDue.plus(ofMinutes(3)));
        assertThat(work(lamp).signedAt).isEqualTo(signDue);
        assertThat(facts(lamp)).contains(new WorkFact.Signed(lamp.id, LAMPS, true));
        assertThat(limitsReached(lamp)).contains(new WorkFact.LimitReached(lamp.id, LAMPS, Step.sign, false, 0));
    }

    @Test
    void a_late_case_stays_with_its_unit_and_the_unit_above_must_look_after_it() {
        var lamp = dispatched();
        wakeAt(lamp, lamp.due.plus(ofHours(1)));
        assertThat(lamp.holder).isEqualTo(LAMPS);
        assertThat(lamp.supervisor).isEqualTo(COUNTY);
        assertThat(facts(lamp)).contains(new WorkFact.Escalated(lamp.id, LAMPS, COUNTY, 1, ofHours(1)));
        assertThat(lamp.superviseDue).isEqualTo(deadlines.supervise("streetlight", "county", clock.instant()));
    }

    @Test
    void lateness_climbs_level_by_level_and_stays_at_the_top_once_a_working_day() {
        var lamp = dispatched();
        for (int i = 0; i < 6; i++) wakeAt(lamp, lamp.wakeAt());
        assertThat(lamp.holder).isEqualTo(LAMPS);
        assertThat(lamp.supervisor).isEqualTo(CITY);
        var escalated = facts(lamp).stream()
                .filter(WorkFact.Escalated.class::isInstance)
                .map(WorkFact.Escalated.class::cast)
                .map(WorkFact.Escalated::supervisor);
        assertThat(escalated).containsExactly(COUNTY, CITY);
        var atTop = lamp.happened.stream()
                .filter(it -> it.fact() instanceof WorkFact.LateAtTop)
                .toList();
        assertThat(atTop).hasSizeGreaterThanOrEqualTo(1);
        assertThat(lamp.escalateAt).isEqualTo(deadlines.atTop(clock.instant()));
    }

    @Test
    void the_supervisor_who_answers_is_asked_again_only_after_one_more_limit() {
        var lamp = dispatched();
        wakeAt(lamp, lamp.due);
        Lateness.supervise(lamp, LADDER, deadlines, after(ofMinutes(30)));
        assertThat(lamp.superviseDue).isNull();
        assertThat(lamp.escalateAt).isEqualTo(deadlines.supervise("streetlight", "county", clock.instant()));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> Lateness.supervise(lamp, LADDER, deadlines, clock.instant()))
                .withMessageContaining("case.nothing-to-supervise");
    }

    @Test
    void a_late_wire_on_the_ground_calls_the_county_at_once_past_the_street_and_each_level_has_two_hours() {
        var wire = reported("live-wire");
        wire.dispatchTo(COMMUNITY, "utilities", "live-wire", deadlines, after(ofMinutes(10)));
        wakeAt(wire, wire.due);
        assertThat(wire.supervisor).as("not the street").isEqualTo(COUNTY);
        assertThat(wire.superviseDue).isEqualTo(clock.instant().plus(ofHours(2)));
        wakeAt(wire, wire.superviseDue);
        assertThat(wire.supervisor).isEqualTo(CITY);
        assertThat(facts(wire)).contains(new WorkFact.Escalated(wire.id, COMMUNITY, CITY, 2, ofHours(2)));
    }

    @Test
    void the_city_has_longer_to_look_after_a_late_lamp_than_the_county() {
        var monday = clock.instant();
        assertThat(deadlines.supervise("streetlight", "county", monday)).isEqualTo(monday.plus(ofDays(1)));
        assertThat(deadlines.supervise("streetlight", "city", monday)).isEqualTo(monday.plus(ofDays(2)));
    }

    @Test
    void a_late_finish_has_its_fallen_limit_and_its_late_doing() {
        var lamp = dispatched();
        var limit = lamp.due;
        lamp.finish(deadlines, moment(limit.plus(ofHours(3))));
        assertThat(facts(lamp))
                .contains(new WorkFact.LimitReached(lamp.id, LAMPS, Step.handle, false, 0))
                .contains(new WorkFact.DoneLate(lamp.id, LAMPS, Step.handle, limit))
                .contains(new WorkFact.Finished(lamp.id, LAMPS, false));
    }

    @Test
    void silence_closes_after_seven_days_and_says_so() {
        var lamp = finished();
        var until = clock.instant().plus(ofDays(7));
        wakeAt(lamp, until.plus(ofMinutes(9)));
        assertThat(lamp.outcome).isEqualTo(Outcome.closedUnanswered);
        assertThat(lamp.closedAt).isEqualTo(until);
        assertThat(facts(lamp))
                .contains(new WorkFact.LimitReached(lamp.id, LAMPS, Step.answer, false, 0))
                .contains(new EndingFact.ClosedUnanswered(lamp.id, LAMPS, true));
    }

    @Test
    void a_sweep_that_lost_the_race_does_not_drag_a_finished_case_back() {
        var lamp = dispatched();
        var due = lamp.due;
        lamp.finish(deadlines, due.minus(ofMinutes(1)));
        clock.moveTo(due);
        Waking.wake(lamp, LADDER, deadlines, due);
        assertThat(lamp.stage).isEqualTo(Stage.AWAITING_RESIDENT);
        assertThat(facts(lamp)).noneMatch(WorkFact.Escalated.class::isInstance);
    }
}
