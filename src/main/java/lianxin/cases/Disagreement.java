package lianxin.cases;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;

/**
 * The reporter does not agree with how a case was closed; heard once, within a window. What the desk ended goes to the
 * desk above (申诉); what a unit did is opened again for that unit (重新办理).
 */
final class Disagreement {

    private Disagreement() {}

    /** Whether it is the time to say so. */
    static boolean open(Case it, Deadlines deadlines, Instant now) {
        return it.closedAt != null
                && !it.again
                && it.outcome != Outcome.withdrawn
                && !now.isAfter(deadlines.disagree(it.closedAt));
    }

    /**
     * @param above the unit above the desk
     * @param lives whether the unit that did the work is there today
     */
    static void say(Case it, UnitId above, boolean lives, Deadlines deadlines, Instant now) {
        if (!open(it, deadlines, now)) throw new RuleBroken("case.disagreed-too-late");
        it.again = true;
        it.closedAt = null;
        var from = it.outcome;
        it.outcome = null;
        if (it.assignment != null && lives) {
            it.workAgain(deadlines, now);
            it.tell(new CaseFact.Reopened(it.id, it.holder, String.valueOf(from)), now);
        } else {
            if (it.assignment != null) it.lead().endedAt = now;
            it.assignment = null;
            it.desk = above;
            it.holdAt(Stage.REPORTED, above, deadlines.dispatch(it.category, now), now);
            it.limits.start(Step.dispatch, above, it.due, now);
            it.tell(new CaseFact.Appealed(it.id, above, String.valueOf(from)), now);
        }
    }
}
