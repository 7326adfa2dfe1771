package lianxin.cases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import lianxin.cases.rules.Deadlines;
import lianxin.platform.RuleBroken;

/**
 * What requests of the holding unit do to its case. Until one is decided the clock runs; what nobody decides in time is
 * refused, so that silence relieves no one.
 */
final class Reliefs {

    private Reliefs() {}

    /** Whether it is the time to ask for it. */
    static boolean open(Case it, Relief what, Deadlines deadlines, Instant now) {
        if (it.stage != Stage.DISPATCHED || it.asked != null || it.pausedAt != null) return false;
        if (what == Relief.ARBITRATE) return false;
        if (what == Relief.CONFER) return Dispute.open(it, deadlines);
        if (what != Relief.RETURN && it.bound != null) return false;
        if (what != Relief.RETURN) return it.lead().signedAt != null && !now.isAfter(it.due);
        var last = deadlines.requestWithin(what.key(), it.lead().dispatchedAt);
        return last == null || !now.isAfter(last);
    }

    static void ask(Case it, Asked asked, Deadlines deadlines, Instant now) {
        it.only(Stage.DISPATCHED);
        if (it.asked != null) throw new RuleBroken("case.asked-already");
        if (it.pausedAt != null) throw new RuleBroken("case.shelved-already");
        if (it.bound != null && !asked.what().disputes() && asked.what() != Relief.RETURN)
            throw new RuleBroken("case.bound", it.bound);
        var work = it.lead();
        if (asked.what() == Relief.CONFER) {
            Dispute.mustBeOpen(it, deadlines);
        } else if (asked.what() == Relief.RETURN) {
            var last = deadlines.requestWithin(asked.what().key(), work.dispatchedAt);
            if (last != null && now.isAfter(last)) throw new RuleBroken("case.return-too-late", last);
        } else {
            if (work.signedAt == null) throw new RuleBroken("case.sign-before-asking");
            if (now.isAfter(it.due)) throw new RuleBroken("case.asked-too-late");
            if (asked.what() == Relief.SHELVE) Assistance.mustBeDone(it);
            if (asked.what() == Relief.UNSOLVED) {
                Assistance.mustBeDone(it);
                askNow(it, asked, deadlines, now);
                return;
            }
            var begins = asked.what() == Relief.POSTPONE ? it.due : now;
            var until = requireNonNull(asked.until());
            if (!until.isAfter(begins))
                throw new RuleBroken("case." + asked.what().key() + "-until", begins);
            var last = deadlines.requestAtMost(asked.what().key(), begins);
            if (last != null && until.isAfter(last))
                throw new RuleBroken("case." + asked.what().key() + "-too-long", last);
        }
        askNow(it, asked, deadlines, now);
    }

    private static void askNow(Case it, Asked asked, Deadlines deadlines, Instant now) {
        it.asked = asked.what();
        var decided = deadlines.decide(asked.what().key(), now);
        it.decideBy = asked.until() == null || decided.isBefore(it.due) ? decided : it.due;
        it.tell(told(it, asked), now);
    }

    private static CaseFact told(Case it, Asked asked) {
        return switch (asked.what()) {
            case RETURN -> new RequestFact.ReturnAsked(it.id, it.holder, requireNonNull(asked.dutyItem()));
            case POSTPONE -> new RequestFact.PostponeAsked(it.id, it.holder, requireNonNull(asked.until()));
            case SHELVE -> new RequestFact.ShelveAsked(it.id, it.holder, requireNonNull(asked.until()));
            case UNSOLVED -> new RequestFact.UnsolvedAsked(it.id, it.holder, requireNonNull(asked.cause()));
            case CONFER, ARBITRATE -> new RequestFact.ConferAsked(it.id, it.holder);
        };
    }

    /** More time is granted before the deadline or not at all: a limit that fell has been told. */
    static void grant(Case it, Asked asked, Deadlines deadlines, Instant now) {
        if (it.decideBy != null && now.isAfter(it.decideBy)) throw new RuleBroken("case.decided-too-late", it.decideBy);
        over(it);
        switch (asked.what()) {
            case RETURN -> back(it, requireNonNull(asked.dutyItem()), deadlines, now);
            case POSTPONE -> postpone(it, requireNonNull(asked.until()), deadlines, now);
            case SHELVE -> shelve(it, requireNonNull(asked.until()), now);
            case UNSOLVED -> closeUnsolved(it, requireNonNull(asked.cause()), now);
            case CONFER, ARBITRATE -> throw new RuleBroken("case.conferred-elsewhere");
        }
    }

    /** @param silently nobody decided in time */
    static void refuse(Case it, Asked asked, boolean silently, Instant now) {
        over(it);
        if (asked.what() == Relief.RETURN) it.returns++;
        it.tell(
                asked.what() == Relief.RETURN
                        ? new RequestFact.ReturnRefused(it.id, it.holder, requireNonNull(asked.dutyItem()))
                        : new RequestFact.RequestRefused(
                                it.id, it.holder, asked.what().key(), silently),
                now);
    }

    /** The case has gone on before its request was decided. */
    static void withdraw(Case it, Asked asked, Instant now) {
        over(it);
        it.tell(
                asked.what() == Relief.RETURN
                        ? new RequestFact.ReturnWithdrawn(it.id, it.holder, requireNonNull(asked.dutyItem()))
                        : new RequestFact.RequestWithdrawn(
                                it.id, it.holder, asked.what().key()),
                now);
    }

    /** Nothing waits for a decision any more. */
    static void over(Case it) {
        it.only(Stage.DISPATCHED);
        it.asked = null;
        it.decideBy = null;
        it.arbiter = null;
    }

    /** The unit is relieved: the desk holds the case again and must dispatch it anew. */
    private static void back(Case it, String dutyItem, Deadlines deadlines, Instant now) {
        it.tell(new RequestFact.ReturnGranted(it.id, it.holder, dutyItem), now);
        takeBack(it, deadlines, now);
        it.limits.start(Step.dispatch, it.desk, it.due, now);
    }

    /** From the unit that held it to the desk. */
    static void takeBack(Case it, Deadlines deadlines, Instant now) {
        it.lead().endedAt = now;
        Assistance.over(it, now);
        endLimits(it, List.of(Step.sign, Step.handle, Step.close), now);
        it.assignment = null;
        it.holdAt(Stage.REPORTED, it.desk, deadlines.dispatch(it.category, now), now);
    }

    static void postpone(Case it, Instant until, Deadlines deadlines, Instant now) {
        var from = it.due;
        var began = it.clockFrom;
        endLimits(it, List.of(Step.handle, Step.close), now);
        runTo(it, until, deadlines, now);
        it.clockFrom = began;
        it.tell(new RequestFact.Postponed(it.id, it.holder, from, until), now);
    }

    private static void shelve(Case it, Instant until, Instant now) {
        endLimits(it, List.of(Step.handle, Step.close), now);
        it.pausedAt = now;
        it.holdAt(Stage.DISPATCHED, it.holder, until, now);
        it.tell(new RequestFact.Shelved(it.id, it.holder, until), now);
    }

    /** The unit has handled it by that; whether it was right is for the reporter to say, who may disagree. */
    private static void closeUnsolved(Case it, String cause, Instant now) {
        it.lead().doneAt = now;
        it.done(Step.handle, now);
        var inTime = it.limits.running(Step.close).allMatch(limit -> !now.isAfter(limit.due));
        it.done(Step.close, now);
        it.close(Outcome.closedUnsolved, new EndingFact.ClosedUnsolved(it.id, it.holder, cause, inTime), now);
    }

    /** The case goes on with the time that was left when it was put aside. */
    static void resume(Case it, Deadlines deadlines, Instant now) {
        var since = it.pausedAt;
        if (since == null) throw new RuleBroken("case.not-shelved");
        it.pausedAt = null;
        runTo(it, deadlines.resumed(it.category, since, it.lead().due, now), deadlines, now);
        it.tell(new RequestFact.Resumed(it.id, it.holder, since), now);
    }

    private static void runTo(Case it, Instant due, Deadlines deadlines, Instant now) {
        it.holdAt(Stage.DISPATCHED, it.holder, due, now);
        it.lead().due = due;
        it.limits.start(Step.handle, it.holder, due, now);
        it.limits.start(Step.close, it.holder, deadlines.answer(it.category, due), now);
    }

    private static void endLimits(Case it, List<Step> steps, Instant now) {
        for (var step : steps) it.limits.end(step, now, it::fell);
    }
}
