package lianxin.cases;

import static lianxin.cases.Stage.AWAITING_RESIDENT;
import static lianxin.cases.Stage.DISPATCHED;
import static lianxin.cases.Stage.REPORTED;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.platform.RuleBroken;

/** What the one who reported may do with the case while it is open: add words, urge, and withdraw it. */
final class Reporter {

    private Reporter() {}

    /** @param voice the report of the one who says it */
    static void add(Case it, CaseId voice, boolean correction, Instant now) {
        it.only(REPORTED, DISPATCHED, AWAITING_RESIDENT);
        it.tell(new ReportFact.Added(voice, it.holder, correction), now);
    }

    /** Heard by whoever holds the case; no deadline moves. */
    static void urge(Case it, Deadlines deadlines, Instant now) {
        it.only(REPORTED, DISPATCHED);
        if (it.urgedAt != null && now.isBefore(deadlines.urgeAgain(it.urgedAt)))
            throw new RuleBroken("case.urged-already", deadlines.urgeAgain(it.urgedAt));
        it.urged++;
        it.urgedAt = now;
        it.tell(new ReportFact.Urged(it.id, it.holder, it.urged), now);
    }

    /** Closes the case without a yes or a no. Limits that run are told no more; those that have fallen were told. */
    static void withdraw(Case it, Instant now) {
        var from = it.stage;
        var inTime = end(it, now);
        it.close(Outcome.withdrawn, new EndingFact.Withdrawn(it.id, it.holder, from.key(), inTime), now);
    }

    /**
     * Ends all that runs, before the case is closed.
     *
     * @return whether the deadline of who held it had not passed
     */
    static boolean end(Case it, Instant now) {
        it.only(REPORTED, DISPATCHED, AWAITING_RESIDENT);
        var inTime = it.stage == AWAITING_RESIDENT || !now.isAfter(it.due);
        it.appealed = null;
        Assistance.over(it, now);
        for (var step : Step.values()) it.limits.end(step, now, it::fell);
        return inTime;
    }
}
