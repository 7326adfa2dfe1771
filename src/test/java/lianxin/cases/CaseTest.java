package lianxin.cases;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.Limits;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import lianxin.platform.MovableClock;
import lianxin.platform.RuleBroken;
import lianxin.platform.WorkingCalendar;
import lianxin.platform.WorkingHours;
import lianxin.playbook.Playbook;
import lianxin.territory.AreaId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A streetlight in 建设街道 and what may happen to it. */
class CaseTest {

    private static final UnitId COMMUNITY = new UnitId(40);
    private static final UnitId STREET = new UnitId(30);
    private static final UnitId COUNTY = new UnitId(20);
    private static final UnitId CITY = new UnitId(10);
    private static final UnitId LAMPS = new UnitId(25);
    private static final Ref HANDLER = new Ref("person", "7");

    private final Playbook jiaxing = Playbook.open("jiaxing");
    private final Deadlines deadlines = new Deadlines(
            jiaxing.bind("deadlines.yaml", Limits.class),
            jiaxing.bind("categories.yaml", Categories.class),
            new WorkingCalendar(MovableClock.CITY, WorkingHours.USUAL));
    private final MovableClock clock = MovableClock.at("2026-11-02T09:00");

    @Test
    void a_report_is_held_by_the_desk_from_the_first_second() {
        var lamp = reported();
        assertThat(lamp.stage).isEqualTo(Stage.REPORTED);
        assertThat(lamp.holder).isEqualTo(COMMUNITY);
        assertThat(lamp.due).isEqualTo(clock.instant().plus(ofHours(24)));
        assertThat(lamp.wakeAt()).isEqualTo(lamp.due);
        assertThat(facts(lamp))
                .containsExactly(new CaseFact.Reported(lamp.id, COMMUNITY, "streetlight", "qr", lamp.due));
    }

    @Test
    void the_way_through_without_a_hitch_is_told_fact_by_fact() {
        var lamp = dispatched();
        lamp.sign(HANDLER, after(ofHours(1)));
        lamp.finish(deadlines, after(ofHours(5)));
        lamp.answer(true, deadlines, after(ofHours(2)));
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
        lamp.answer(true, deadlines, after(ofHours(2)));
        while (lamp.wakeAt() != null) wakeAt(lamp, lamp.wakeAt());
        assertThat(limitsReached(lamp)).hasSize(5).allMatch(CaseFact.LimitReached::inTime);
        assertThat(limitsReached(lamp)).extracting(CaseFact.LimitReached::step).contains(Step.values());
    }

    @Test
    void an_order_not_signed_in_time_counts_as_signed_from_that_moment() {
        var lamp = dispatched();
        var signDue = work(lamp).signDue;
        wakeAt(lamp, signDue.plus(ofMinutes(3)));
        assertThat(work(lamp).signedAt).isEqualTo(signDue);
        assertThat(facts(lamp)).contains(new CaseFact.Signed(lamp.id, LAMPS, true));
        assertThat(limitsReached(lamp)).contains(new CaseFact.LimitReached(lamp.id, LAMPS, Step.sign, false, 0));
    }

    @Test
    void a_late_case_stays_with_its_unit_and_the_unit_above_must_look_after_it() {
        var lamp = dispatched();
        wakeAt(lamp, lamp.due.plus(ofHours(1)));
        assertThat(lamp.holder).isEqualTo(LAMPS);
        assertThat(lamp.supervisor).isEqualTo(COUNTY);
        assertThat(facts(lamp)).contains(new CaseFact.Escalated(lamp.id, LAMPS, COUNTY, 1, ofHours(1)));
        assertThat(lamp.superviseDue).isEqualTo(deadlines.supervise("streetlight", clock.instant()));
    }

    @Test
    void lateness_climbs_level_by_level_and_stays_at_the_top_once_a_working_day() {
        var lamp = dispatched();
        for (int i = 0; i < 6; i++) wakeAt(lamp, lamp.wakeAt());
        assertThat(lamp.holder).isEqualTo(LAMPS);
        assertThat(lamp.supervisor).isEqualTo(CITY);
        var escalated = facts(lamp).stream()
                .filter(CaseFact.Escalated.class::isInstance)
                .map(CaseFact.Escalated.class::cast)
                .map(CaseFact.Escalated::supervisor);
        assertThat(escalated).containsExactly(COUNTY, CITY);
        var atTop = lamp.happened.stream()
                .filter(it -> it.fact() instanceof CaseFact.LateAtTop)
                .toList();
        assertThat(atTop).hasSizeGreaterThanOrEqualTo(1);
        assertThat(lamp.escalateAt).isEqualTo(deadlines.atTop(clock.instant()));
    }

    @Test
    void the_supervisor_who_answers_is_asked_again_only_after_one_more_limit() {
        var lamp = dispatched();
        wakeAt(lamp, lamp.due);
        lamp.supervise(deadlines, after(ofMinutes(30)));
        assertThat(lamp.superviseDue).isNull();
        assertThat(lamp.escalateAt).isEqualTo(deadlines.supervise("streetlight", clock.instant()));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> lamp.supervise(deadlines, clock.instant()))
                .withMessageContaining("case.nothing-to-supervise");
    }

    @Test
    void a_late_finish_has_its_fallen_limit_and_its_late_doing() {
        var lamp = dispatched();
        var limit = lamp.due;
        lamp.finish(deadlines, moment(limit.plus(ofHours(3))));
        assertThat(facts(lamp))
                .contains(new CaseFact.LimitReached(lamp.id, LAMPS, Step.handle, false, 0))
                .contains(new CaseFact.DoneLate(lamp.id, LAMPS, Step.handle, limit))
                .contains(new CaseFact.Finished(lamp.id, LAMPS, false));
    }

    @Test
    void a_no_sends_it_back_to_the_same_unit_with_a_new_limit() {
        var lamp = finished();
        lamp.answer(false, deadlines, after(ofHours(2)));
        assertThat(lamp.stage).isEqualTo(Stage.DISPATCHED);
        assertThat(lamp.holder).isEqualTo(LAMPS);
        assertThat(lamp.reworks).isEqualTo(1);
        assertThat(lamp.due).isEqualTo(deadlines.handle("streetlight", clock.instant()));
        assertThat(facts(lamp)).contains(new CaseFact.Disputed(lamp.id, LAMPS, true));
    }

    @Test
    void silence_closes_after_seven_days_and_says_so() {
        var lamp = finished();
        var until = clock.instant().plus(ofDays(7));
        wakeAt(lamp, until.plus(ofMinutes(9)));
        assertThat(lamp.outcome).isEqualTo(Outcome.closedUnanswered);
        assertThat(lamp.closedAt).isEqualTo(until);
        assertThat(facts(lamp))
                .contains(new CaseFact.LimitReached(lamp.id, LAMPS, Step.answer, false, 0))
                .contains(new CaseFact.ClosedUnanswered(lamp.id, LAMPS, true));
    }

    @Test
    void a_no_after_closing_is_heard_and_changes_nothing() {
        var lamp = finished();
        wakeAt(lamp, clock.instant().plus(ofDays(8)));
        lamp.answer(false, deadlines, after(ofDays(1)));
        assertThat(lamp.stage).isEqualTo(Stage.CLOSED);
        assertThat(facts(lamp)).contains(new CaseFact.Disputed(lamp.id, LAMPS, false));
    }

    @Test
    void a_granted_return_brings_it_back_to_the_desk_and_ends_the_unit_s_limits() {
        var lamp = dispatched();
        lamp.askReturn("neighbors", after(ofHours(1)));
        lamp.grantReturn("neighbors", deadlines, after(ofHours(1)));
        assertThat(lamp.stage).isEqualTo(Stage.REPORTED);
        assertThat(lamp.holder).isEqualTo(COMMUNITY);
        wakeAt(lamp, clock.instant().plus(ofDays(60)));
        assertThat(limitsReached(lamp)).noneMatch(it -> it.step() == Step.handle);
    }

    @Test
    void a_sweep_that_lost_the_race_does_not_drag_a_finished_case_back() {
        var lamp = dispatched();
        var due = lamp.due;
        lamp.finish(deadlines, due.minus(ofMinutes(1)));
        clock.moveTo(due);
        lamp.wake(() -> COUNTY, deadlines, due);
        assertThat(lamp.stage).isEqualTo(Stage.AWAITING_RESIDENT);
        assertThat(facts(lamp)).noneMatch(CaseFact.Escalated.class::isInstance);
    }

    @Test
    void nobody_answers_before_the_unit_has_finished() {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> dispatched().answer(true, deadlines, clock.instant()))
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
                facts(lamp).stream().filter(CaseFact.DoneLate.class::isInstance).count();
        assertThat(late).isLessThanOrEqualTo(notInTime);
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 300).boxed().toList();
    }

    private void randomStep(Case lamp, Random chance) {
        var now = clock.instant();
        switch (chance.nextInt(9)) {
            case 0 -> lamp.dispatchTo(chance.nextBoolean() ? LAMPS : STREET, "x", "streetlight", deadlines, now);
            case 1 -> lamp.sign(HANDLER, now);
            case 2 -> lamp.progress(now);
            case 3 -> lamp.finish(deadlines, now);
            case 4 -> lamp.answer(chance.nextBoolean(), deadlines, now);
            case 5 -> lamp.grantReturn("x", deadlines, now);
            case 6 -> lamp.supervise(deadlines, now);
            default -> lamp.wake(() -> above(lamp), deadlines, now);
        }
    }

    private Instant after(Duration step) {
        clock.forward(step);
        return clock.instant();
    }

    private Instant moment(Instant at) {
        clock.moveTo(at);
        return at;
    }

    private Case reported() {
        var book = new LimitBook(new ArrayList<>(), UUID::randomUUID);
        var report = new Report(new CaseId(new UUID(1, 1)), new AreaId(99), "路灯不亮", "", "qr");
        return Case.report(report, "streetlight", COMMUNITY, deadlines, book, clock.instant());
    }

    private Case dispatched() {
        var lamp = reported();
        lamp.dispatchTo(LAMPS, "lighting-and-roads", "streetlight", deadlines, after(ofHours(1)));
        return lamp;
    }

    private Case finished() {
        var lamp = dispatched();
        lamp.finish(deadlines, after(ofHours(6)));
        return lamp;
    }

    private void wakeAt(Case lamp, Instant at) {
        lamp.wake(() -> above(lamp), deadlines, moment(at));
    }

    private static UnitId above(Case lamp) {
        var from = lamp.supervisor == null ? lamp.holder : lamp.supervisor;
        if (from.equals(COMMUNITY)) return STREET;
        if (from.equals(STREET) || from.equals(LAMPS)) return COUNTY;
        return CITY;
    }

    private static Assignment work(Case lamp) {
        return Objects.requireNonNull(lamp.assignment);
    }

    private static List<CaseFact> facts(Case lamp) {
        return lamp.happened.stream().map(it -> (CaseFact) it.fact()).toList();
    }

    private static List<CaseFact.LimitReached> limitsReached(Case lamp) {
        return facts(lamp).stream()
                .filter(CaseFact.LimitReached.class::isInstance)
                .map(CaseFact.LimitReached.class::cast)
                .toList();
    }
}
