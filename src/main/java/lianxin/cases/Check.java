package lianxin.cases;

import static lianxin.cases.Stage.AWAITING_RESIDENT;

import java.time.Instant;
import java.util.Optional;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;

/**
 * 核查: of some categories somebody who did not do the work looks whether it is done, while the resident is asked. What is
 * found not to be done goes back; what is found done is told to the resident, who still decides.
 */
final class Check {

    private Check() {}

    /** @param unit who looks */
    static void want(Case it, UnitId unit, Instant due, Instant now) {
        it.limits.start(Step.check, unit, due, now);
        it.tell(new WorkFact.CheckWanted(it.id, unit, due), now);
    }

    /** The unit that is still to look; what is overdue can still be done. */
    static Optional<UnitId> by(Case it) {
        return it.stage == AWAITING_RESIDENT
                ? it.limits.running(Step.check).map(limit -> limit.unit).findFirst()
                : Optional.empty();
    }

    static void found(Case it, boolean done, Deadlines deadlines, Instant now) {
        var unit = by(it).orElseThrow(() -> new RuleBroken("case.no-check"));
        it.done(Step.check, now);
        it.tell(new WorkFact.Checked(it.id, it.holder, unit, done), now);
        if (done) return;
        it.limits.end(Step.answer, now, it::fell);
        it.answerUntil = null;
        Rework.begin(it, deadlines, now);
    }

    /** The resident was faster, or nothing is left to look at. */
    static void over(Case it, Instant now) {
        it.limits.end(Step.check, now, it::fell);
    }
}
