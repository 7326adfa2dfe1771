package lianxin.cases;

import static lianxin.cases.Stage.AWAITING_RESIDENT;
import static lianxin.cases.Stage.CLOSED;
import static lianxin.cases.Stage.DISPATCHED;
import static lianxin.cases.Stage.REPORTED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    /** Who signed where nobody did until the limit. */
    static final Ref SILENTLY = new Ref("clock", "sign");

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

    /** When the reporter was last told something in words. */
    @Nullable
    Instant toldAt;

    @Nullable
    Instant answerUntil;

    @Nullable
    Instant closedAt;

    @Nullable
    Outcome outcome;

    /** The work of the unit that leads. */
    @Nullable
    Assignment assignment;

    /** All work on it that has not ended, the lead's among it; and what has ended since the case was loaded. */
    final List<Assignment> work = new ArrayList<>();

    /** The unit that the matter is about, itself or one of its staff. */
    @Nullable
    UnitId subject;

    /** Whether the reporter once did not agree with how it was closed. */
    boolean again;

    /** What the reporter appeals against, until the desk above has decided. */
    @Nullable
    Outcome appealed;

    /** The case in which this report is worked on (并案). */
    @Nullable
    CaseId joined;

    /** How many reporters are asked whether it is solved, and how many said so since it was finished last. */
    int voices = 1;

    int agreed;

    /** Whether the first reporter wants nothing more while others do. */
    boolean steppedBack;

    /** How far it has got with being left out of statistics. */
    Exclusion.@Nullable Standing exclusion;

    /** 立案: a unit was given it to work on. */
    boolean filed;

    /** How often superiors wanted an answer. */
    int instructed;

    /** How many returns of the unit that holds it were refused. */
    int returns;

    /** The unit that must decide for good who answers for it. */
    @Nullable
    UnitId arbiter;

    /** Whether the first of its units that signs takes the lead. */
    boolean leadOpen;

    /** The unit that must say who comes to help. */
    @Nullable
    UnitId whistled;

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
        it.subject = report.about();
        it.holdAt(REPORTED, desk, deadlines.dispatch(category, now), now);
        it.limits.start(Step.dispatch, desk, it.due, now);
        it.kind = report.kind();
        it.tell(new ReportFact.Reported(it.id, desk, category, it.channel, it.due, it.kind), now);
        return it;
    }

    void dispatchTo(UnitId unit, String dutyItem, String asCategory, Deadlines deadlines, Instant now) {
        only(REPORTED);
        done(Step.dispatch, now);
        PassingUp.over(this, now);
        category = asCategory;
        Appeal.file(this, now);
        holdAt(DISPATCHED, unit, Bound.due(this, deadlines, now), now);
        var signDue = deadlines.sign(category, now);
        returns = 0;
        lead(new Assignment(limits.newId(), unit, null, dutyItem, now, due, signDue));
        limits.start(Step.sign, unit, signDue, now);
        limits.start(Step.handle, unit, due, now);
        limits.start(Step.close, unit, deadlines.answer(category, due), now);
        tell(new WorkFact.Dispatched(id, unit, category, dutyItem, due, !filed), now);
        filed = true;
    }

    void sign(Ref by, Instant now) {
        only(DISPATCHED);
        var own = lead();
        if (own.signedAt != null) throw new RuleBroken("case.signed-already");
        own.signedAt = now;
        own.signedBy = by;
        leadOpen = false;
        done(Step.sign, now);
        tell(new WorkFact.Signed(id, holder, false), now);
    }

    void progress(Instant now) {
        only(DISPATCHED);
        tell(new WorkFact.Progressed(id, holder), now);
    }

    void finish(Deadlines deadlines, Instant now) {
        only(DISPATCHED);
        Assistance.mustBeDone(this);
        Whistle.over(this, now);
        var own = lead();
        if (own.signedAt == null) sign(Ref.of("unit", holder.number()), now);
        own.doneAt = now;
        done(Step.handle, now);
        stage = AWAITING_RESIDENT;
        round++;
        agreed = 0;
        answerUntil = deadlines.answer(category, now);
        supervisor = null;
        superviseDue = null;
        escalateAt = null;
        limits.start(Step.answer, holder, answerUntil, now);
        tell(new WorkFact.Finished(id, holder, !now.isAfter(due)), now);
    }

    void close(Outcome how, Instant at) {
        Assistance.over(this, at);
        var inTime = limits.running(Step.close).allMatch(it -> !at.isAfter(it.due));
        done(Step.close, at);
        close(
                how,
                how == Outcome.closedUnanswered
                        ? new EndingFact.ClosedUnanswered(id, holder, inTime)
                        : new EndingFact.Closed(id, holder, how, inTime),
                at);
    }

    /** Limits that still run are the affair of who closes it. */
    void close(Outcome how, CaseFact told, Instant at) {
        stage = CLOSED;
        outcome = how;
        closedAt = at;
        answerUntil = null;
        supervisor = null;
        superviseDue = null;
        escalateAt = null;
        pausedAt = null;
        Check.over(this, at);
        PassingUp.over(this, at);
        Assistance.over(this, at);
        tell(told, at);
    }

    /** The next moment at which time has something to do with this case; null when all of its limits have fallen. */
    @Nullable
    Instant wakeAt() {
        return Waking.next(this);
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
        tell(new WorkFact.LimitReached(id, limit.unit, limit.step, limit.inTime(), reworks), limit.due);
    }

    void done(Step step, Instant now) {
        limits.done(step, now, this::fell, it -> late(it, now));
    }

    void late(Limit limit, Instant now) {
        tell(new WorkFact.DoneLate(id, limit.unit, limit.step, limit.due), now);
    }

    Assignment lead() {
        return Objects.requireNonNull(assignment, "a dispatched case has an assignment");
    }

    void lead(Assignment its) {
        assignment = its;
        work.add(its);
    }

    void tell(CaseFact fact, Instant at) {
        happened.add(new Journal.Told(fact, at));
    }

    void only(Stage... from) {
        if (!List.of(from).contains(stage)) throw new RuleBroken("case.stage." + stage.key());
    }
}
