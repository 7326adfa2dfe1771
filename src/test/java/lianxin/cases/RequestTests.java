package lianxin.cases;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.MovableClock;
import lianxin.platform.RuleBroken;
import lianxin.platform.WorkingCalendar;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What 码头街道 asks the desk of 渡口社区 for: to be relieved of the lantern, for more time, to put it aside. */
class RequestTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Cases cases = cast.cases();
    private final Deadlines deadlines = cast.the(Deadlines.class);

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    private static Actor worker() {
        return cast.worker(cast.wharf);
    }

    private static Instant now() {
        return cast.clock.instant();
    }

    private CaseId signed() {
        var lantern = cast.lanternDispatched();
        cases.sign(lantern, worker());
        return lantern;
    }

    private void ask(CaseId id, Relief what, Instant until) {
        cases.ask(id, new Asked(what, null, until), "灯杆要定制，厂家下周发货", worker());
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    @Test
    void a_return_is_asked_within_four_working_hours_of_dispatch() {
        var lantern = cast.lanternDispatched();
        cast.clock.moveTo(deadlines.requestWithin("return", now()).plusSeconds(60));
        refused("case.return-too-late", () -> cases.askReturn(lantern, "riverside", "归工务局", worker()));
    }

    @Test
    void what_nobody_decides_is_refused_and_the_unit_keeps_the_case() {
        var lantern = cast.lanternDispatched();
        cases.askReturn(lantern, "riverside", "归工务局", worker());
        var until = cast.load(lantern).decideBy;
        cast.clock.moveTo(until.plusSeconds(30));
        cast.sweep().run();
        var it = cast.load(lantern);
        assertThat(it.holder).isEqualTo(cast.wharf);
        assertThat(it.asked).isNull();
        assertThat(cast.facts(lantern)).contains(new RequestFact.ReturnRefused(lantern, cast.wharf, "riverside"));
        refused("case.nothing-asked", () -> cases.decide(lantern, true, cast.desk()));
    }

    @Test
    void a_reporter_who_withdraws_ends_the_request_that_waited() {
        var lantern = signed();
        ask(lantern, Relief.SHELVE, now().plus(ofDays(9)));
        cast.reporters().withdraw(lantern, "", Cast.reporter(lantern));
        assertThat(cast.load(lantern).outcome).isEqualTo(Outcome.withdrawn);
        assertThat(cast.facts(lantern)).contains(new RequestFact.RequestWithdrawn(lantern, cast.wharf, "shelve"));
        var aside = signed();
        ask(aside, Relief.SHELVE, now().plus(ofDays(9)));
        cases.decide(aside, true, cast.desk());
        cast.reporters().withdraw(aside, "", Cast.reporter(aside));
        assertThat(cast.load(aside).pausedAt).isNull();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cast.reporters().urge(aside, worker()));
    }

    @Test
    void after_two_returns_there_is_no_third() {
        var lantern = cast.lanternDispatched();
        for (int i = 0; i < 2; i++) {
            cases.askReturn(lantern, "riverside", "归工务局", worker());
            cases.decide(lantern, false, cast.desk());
        }
        refused("case.return-often-enough", () -> cases.askReturn(lantern, "riverside", "归工务局", worker()));
        assertThat(cast.load(lantern).asked).as("nothing was half asked").isNull();
    }

    @Test
    void a_granted_return_is_dispatched_by_the_item_that_it_cited() {
        var lantern = cast.lanternDispatched();
        cases.askReturn(lantern, "riverside", "归工务局", worker());
        cases.decide(lantern, true, cast.desk());
        cases.dispatchBy(lantern, "lantern", "riverside", cast.desk());
        assertThat(cast.load(lantern).holder).isEqualTo(cast.works);
        assertThat(cast.load(lantern).assignment.dutyItem).isEqualTo("riverside");
    }

    @Test
    void more_time_that_is_granted_moves_the_deadline_and_the_old_one_is_never_told() {
        var lantern = signed();
        var old = cast.load(lantern).due;
        var until = old.plus(ofDays(2));
        ask(lantern, Relief.POSTPONE, until);
        assertThat(cast.load(lantern).due)
                .as("the clock runs until it is decided")
                .isEqualTo(old);
        cases.decide(lantern, true, cast.desk());
        var it = cast.load(lantern);
        assertThat(it.due).isEqualTo(until);
        assertThat(it.assignment.due).isEqualTo(until);
        cast.clock.moveTo(until.minus(ofMinutes(5)));
        cast.sweep().run();
        assertThat(cast.load(lantern).supervisor).isNull();
        cast.clock.moveTo(until.plus(ofMinutes(5)));
        cast.sweep().run();
        assertThat(cast.facts(lantern))
                .contains(new RequestFact.Postponed(lantern, cast.wharf, old, until))
                .filteredOn(fact -> fact instanceof WorkFact.LimitReached fell && fell.step() == Step.handle)
                .hasSize(1);
        assertThat(cast.load(lantern).supervisor).isNotNull();
    }

    @Test
    void more_time_is_asked_once_before_the_deadline_and_not_without_measure() {
        var lantern = signed();
        var due = cast.load(lantern).due;
        refused("case.postpone-until", () -> ask(lantern, Relief.POSTPONE, due));
        refused("case.postpone-too-long", () -> ask(lantern, Relief.POSTPONE, due.plus(ofDays(60))));
        ask(lantern, Relief.POSTPONE, due.plus(ofDays(1)));
        refused("case.asked-already", () -> ask(lantern, Relief.SHELVE, due));
        cases.decide(lantern, false, cast.desk());
        refused("case.postpone-often-enough", () -> ask(lantern, Relief.POSTPONE, due.plus(ofDays(1))));
        cast.clock.moveTo(due.plusSeconds(1));
        refused("case.asked-too-late", () -> ask(lantern, Relief.SHELVE, due.plus(ofDays(9))));
    }

    @Test
    void a_request_must_be_decided_before_the_deadline_that_it_wants_to_move() {
        var lantern = signed();
        var due = cast.load(lantern).due;
        cast.clock.moveTo(due.minus(ofMinutes(20)));
        ask(lantern, Relief.POSTPONE, due.plus(ofDays(2)));
        cast.clock.moveTo(due.plusSeconds(1));
        refused("case.decided-too-late", () -> cases.decide(lantern, true, cast.desk()));
        cast.sweep().run();
        assertThat(cast.facts(lantern)).contains(new RequestFact.RequestRefused(lantern, cast.wharf, "postpone", true));
    }

    @Test
    void a_case_put_aside_has_no_running_limit_and_wakes_by_itself_with_the_time_that_was_left() {
        var lantern = signed();
        var due = cast.load(lantern).due;
        cast.clock.forward(ofHours(2));
        var review = LocalDate.ofInstant(now(), MovableClock.CITY)
                .plusDays(28)
                .atTime(9, 0)
                .atZone(MovableClock.CITY)
                .toInstant();
        ask(lantern, Relief.SHELVE, review);
        cases.decide(lantern, true, cast.desk());
        var calendar = cast.the(WorkingCalendar.class);
        var left = calendar.between(now(), due);
        assertThat(cast.the(CaseQueries.class).find(lantern).orElseThrow().shelved())
                .isTrue();
        cast.clock.moveTo(review.minus(ofDays(1)));
        cast.sweep().run();
        assertThat(cast.facts(lantern)).noneMatch(fact -> fact instanceof WorkFact.Escalated);
        assertThat(cast.facts(lantern))
                .noneMatch(fact -> fact instanceof WorkFact.LimitReached fell && fell.step() == Step.handle);

        cast.clock.moveTo(review.plus(ofHours(1)));
        cast.sweep().run();
        var it = cast.load(lantern);
        assertThat(it.pausedAt).isNull();
        assertThat(it.due).isEqualTo(calendar.plus(review, left));
        assertThat(cast.facts(lantern)).anyMatch(fact -> fact instanceof RequestFact.Resumed);
        var ledger = cast.the(DSLContext.class)
                .fetchSingle("SELECT decided_at, ended_at FROM cases.request WHERE case_id = {0}", lantern.value());
        assertThat(ledger.get("ended_at", Instant.class)).isEqualTo(review);
    }

    @Test
    void the_unit_lets_it_go_on_early_and_may_finish_it_right_away() {
        var lantern = signed();
        ask(lantern, Relief.SHELVE, now().plus(ofDays(20)));
        cases.decide(lantern, true, cast.desk());
        refused("case.shelved-already", () -> ask(lantern, Relief.POSTPONE, now().plus(ofDays(30))));
        cast.clock.forward(ofDays(3));
        cases.resume(lantern, worker());
        refused("case.not-shelved", () -> cases.resume(lantern, worker()));
        cases.finish(lantern, "灯杆到了，已装好", null, worker());
        assertThat(cast.load(lantern).stage).isEqualTo(Stage.AWAITING_RESIDENT);
    }

    @Test
    void finishing_what_was_put_aside_is_in_time_when_time_was_left() {
        var lantern = signed();
        ask(lantern, Relief.SHELVE, now().plus(ofDays(20)));
        cases.decide(lantern, true, cast.desk());
        cast.clock.forward(ofDays(10));
        cases.finish(lantern, "灯杆提前到了", null, worker());
        assertThat(cast.facts(lantern)).contains(new WorkFact.Finished(lantern, cast.wharf, true));
    }

    @Test
    void nobody_decides_about_himself() {
        var lantern = signed();
        ask(lantern, Relief.SHELVE, now().plus(ofDays(20)));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> cases.decide(lantern, true, worker()));
        var own = cast.lanternReported();
        cases.dispatch(own, "lantern", cast.ferryCommunity, "riverside", cast.desk());
        var neighbor = cast.worker(cast.ferryCommunity);
        cases.sign(own, neighbor);
        cases.ask(own, new Asked(Relief.SHELVE, null, now().plus(ofDays(5))), "等材料", neighbor);
        assertThatExceptionOfType(Forbidden.class)
                .as("the desk holds the case itself")
                .isThrownBy(() -> cases.decide(own, true, cast.desk()));
        cases.decide(own, true, cast.holding("head", cast.wharf));
        assertThat(cast.load(own).pausedAt).isNotNull();
    }

    @Test
    void a_rating_has_five_steps() {
        var lantern = cast.lanternFinished();
        refused(
                "case.rating",
                () -> cases.answer(
                        lantern, new ResidentAnswer(true, 9, 0, false, "", "phone"), Cast.reporter(lantern)));
    }
}
