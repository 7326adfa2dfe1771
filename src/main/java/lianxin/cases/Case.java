package lianxin.cases;

import static lianxin.cases.Stage.AWAITING_RESIDENT;
import static lianxin.cases.Stage.CLOSED;
import static lianxin.cases.Stage.DISPATCHED;
import static lianxin.cases.Stage.REPORTED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lianxin.cases.rules.Deadlines;
import lianxin.facts.Journal;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * Something asked for, that one unit must put right by a deadline. Each step says from which stages it may be taken,
 * changes the case, and tells the facts that happened. No moment is without a holder.
 */
final class Case {

    final CaseId id;
    final AreaId place;
    final String channel;
    final Instant reportedAt;
    final LimitBook limits;
    String category;

    /** What is wanted; null for that of the category. */
    @Nullable
    String kind;

    /** The deadline of the system that sent it, and whether that system asks the resident. */
    @Nullable
    Instant bound;

    boolean heardElsewhere;

    UnitId desk;
    int version;
    Stage stage = REPORTED;
    UnitId holder;
    Instant due;
    Instant clockFrom;

    @Nullable
    UnitId supervisor;

    @Nullable
    Instant superviseDue;

    @Nullable
    Instant escalateAt;

    int level;
    int round;
    int reworks;
    int urged;

    @Nullable
    Instant urgedAt;

    @Nullable
    Instant answerUntil;

    @Nullable
    Instant closedAt;

    @Nullable
    Outcome outcome;

    @Nullable
    Assignment assignment;

    /** What the unit asked its desk for, until when that must be decided, and since when the case is put aside. */
    @Nullable
    Relief asked;

    @Nullable
    Instant decideBy;

    @Nullable
    Instant pausedAt;

    /** The facts told since it was loaded, in the order they happened. */
    final List<Journal.Told> happened = new ArrayList<>();

    /** A case as it was stored; its remaining fields are set by the repository. */
    Case(CaseId id, String category, AreaId place, String channel, UnitId desk, Instant reportedAt, LimitBook limits) {
        this.id = id;
        this.category = category;
        this.place = place;
        this.channel = channel;
        this.desk = desk;
        this.reportedAt = reportedAt;
        this.limits = limits;
        this.holder = desk;
        this.due = reportedAt;
        this.clockFrom = reportedAt;
    }

    /** A case is born in the charge of the unit whose desk serves its place. */
    static Case report(
            Report report, String category, UnitId desk, Deadlines deadlines, LimitBook limits, Instant now) {
        var it = new Case(report.id(), category, report.place(), report.channel(), desk, now, limits);
        it.holdAt(REPORTED, desk, deadlines.dispatch(category, now), now);
        it.limits.start(Step.dispatch, desk, it.due, now);
        it.kind = report.kind();
        it.tell(new CaseFact.Reported(it.id, desk, category, it.channel, it.due, it.kind), now);
        return it;
    }

    void dispatchTo(UnitId unit, String dutyItem, String asCategory, Deadlines deadlines, Instant now) {
        only(REPORTED);
        done(Step.dispatch, now);
        category = asCategory;
        holdAt(DISPATCHED, unit, Bound.due(this, deadlines, now), now);
        var signDue = deadlines.sign(category, now);
        assignment = new Assignment(limits.newId(), unit, dutyItem, now, due, signDue);
        limits.start(Step.sign, unit, signDue, now);
        limits.start(Step.handle, unit, due, now);
        limits.start(Step.close, unit, deadlines.answer(category, due), now);
        tell(new CaseFact.Dispatched(id, unit, category, dutyItem, due), now);
    }

    void sign(Ref by, Instant now) {
        only(DISPATCHED);
        var work = work();
        if (work.signedAt != null) throw new RuleBroken("case.signed-already");
        work.signedAt = now;
        work.signedBy = by;
        done(Step.sign, now);
        tell(new CaseFact.Signed(id, holder, false), now);
    }

    void progress(Instant now) {
        only(DISPATCHED);
        tell(new CaseFact.Progressed(id, holder), now);
    }

    void finish(Deadlines deadlines, Instant now) {
        only(DISPATCHED);
        var work = work();
        if (work.signedAt == null) sign(Ref.of("unit", holder.number()), now);
        work.doneAt = now;
        done(Step.handle, now);
        stage = AWAITING_RESIDENT;
        round++;
        answerUntil = deadlines.answer(category, now);
        supervisor = null;
        superviseDue = null;
        escalateAt = null;
        limits.start(Step.answer, holder, answerUntil, now);
        tell(new CaseFact.Finished(id, holder, !now.isAfter(due)), now);
    }

    /** What the resident says is always recorded; it moves the case only while we are waiting for it. */
    void answer(boolean solved, Deadlines deadlines, Instant now) {
        if (round == 0) throw new RuleBroken("case.not-finished");
        if (outcome == Outcome.withdrawn) throw new RuleBroken("case.withdrawn");
        var waiting = stage == AWAITING_RESIDENT;
        if (waiting) done(Step.answer, now);
        tell(solved ? new CaseFact.Confirmed(id, holder) : new CaseFact.Disputed(id, holder, waiting), now);
        if (!waiting) return;
        answerUntil = null;
        if (solved) close(Outcome.closedSolved, now);
        else workAgain(deadlines, now);
    }

    private void workAgain(Deadlines deadlines, Instant now) {
        reworks++;
        holdAt(DISPATCHED, holder, Bound.due(this, deadlines, now), now);
        work().due = due;
        work().doneAt = null;
        limits.start(Step.handle, holder, due, now);
    }

    private void close(Outcome how, Instant at) {
        stage = CLOSED;
        outcome = how;
        closedAt = at;
        answerUntil = null;
        var inTime = limits.running(Step.close).allMatch(it -> !at.isAfter(it.due));
        done(Step.close, at);
        tell(
                how == Outcome.closedUnanswered
                        ? new CaseFact.ClosedUnanswered(id, holder, inTime)
                        : new CaseFact.Closed(id, holder, how, inTime),
                at);
    }

    /**
     * What time itself does to a case: limits fall, an unsigned order counts as signed, a late case calls the unit
     * above, silence closes. Whoever comes too early or too late for a moment changes nothing.
     *
     * @param above the unit that must look after the case next; the one asked when nobody is above
     */
    void wake(Supplier<UnitId> above, Deadlines deadlines, Instant now) {
        limits.reach(now, it -> it.step != Step.close, this::fell);
        signSilently(now);
        if (answerUntil != null && !now.isBefore(answerUntil)) close(Outcome.closedUnanswered, answerUntil);
        limits.reach(now, it -> true, this::fell);
        if (pausedAt != null && !now.isBefore(due)) Reliefs.resume(this, deadlines, due);
        if (escalateAt != null && !now.isBefore(escalateAt)) Lateness.escalate(this, above.get(), deadlines, now);
    }

    /** The successor of a unit that ended takes its place in the case, with the limits as they run. */
    void handOver(UnitId from, UnitId to, Instant now) {
        if (stage == CLOSED) throw new RuleBroken("case.stage." + stage.key());
        if (desk.equals(from)) desk = to;
        if (from.equals(supervisor)) supervisor = to;
        if (!holder.equals(from)) return;
        holder = to;
        if (assignment != null) assignment = assignment.handedTo(limits.newId(), to, now);
        limits.handTo(to, now);
        tell(new CaseFact.HandedOver(id, to, from), now);
    }

    private void signSilently(Instant now) {
        if (stage != DISPATCHED || assignment == null || assignment.signedAt != null) return;
        if (now.isBefore(assignment.signDue)) return;
        assignment.signedAt = assignment.signDue;
        assignment.signedBy = new Ref("clock", "sign");
        limits.end(Step.sign, assignment.signDue, this::fell);
        tell(new CaseFact.Signed(id, holder, true), assignment.signDue);
    }

    /** The next moment at which time has something to do with this case; null when all of its limits have fallen. */
    @Nullable
    Instant wakeAt() {
        var unsigned = stage == DISPATCHED && assignment != null && assignment.signedAt == null;
        return Stream.of(
                        limits.nextToFall(),
                        Optional.ofNullable(unsigned ? work().signDue : null),
                        Optional.ofNullable(escalateAt),
                        Optional.ofNullable(decideBy),
                        Optional.ofNullable(answerUntil))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    void holdAt(Stage newStage, UnitId unit, Instant until, Instant now) {
        stage = newStage;
        holder = unit;
        due = until;
        clockFrom = now;
        supervisor = null;
        superviseDue = null;
        escalateAt = until;
        level = 0;
    }

    void fell(Limit limit) {
        tell(new CaseFact.LimitReached(id, limit.unit, limit.step, limit.inTime(), reworks), limit.due);
    }

    private void done(Step step, Instant now) {
        limits.done(step, now, this::fell, it -> tell(new CaseFact.DoneLate(id, it.unit, step, it.due), now));
    }

    Assignment work() {
        return Objects.requireNonNull(assignment, "a dispatched case has an assignment");
    }

    void tell(CaseFact fact, Instant at) {
        happened.add(new Journal.Told(fact, at));
    }

    void only(Stage... from) {
        if (!List.of(from).contains(stage)) throw new RuleBroken("case.stage." + stage.key());
    }
}
