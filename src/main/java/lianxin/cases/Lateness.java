package lianxin.cases;

import static lianxin.cases.Stage.DISPATCHED;
import static lianxin.cases.Stage.REPORTED;

import java.time.Duration;
import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;

/** Lateness never moves responsibility: the unit keeps the case and stays late; the unit above must look after it. */
final class Lateness {

    private Lateness() {}

    static void escalate(Case it, UnitId above, Deadlines deadlines, Instant now) {
        it.level++;
        var late = Duration.between(it.due, now);
        var top = above.equals(it.supervisor) || above.equals(it.holder);
        it.supervisor = above;
        if (top) {
            it.escalateAt = deadlines.atTop(now);
            it.tell(new WorkFact.LateAtTop(it.id, it.holder, above, it.level, late), now);
        } else {
            it.superviseDue = deadlines.supervise(it.category, now);
            it.escalateAt = it.superviseDue;
            it.tell(new WorkFact.Escalated(it.id, it.holder, above, it.level, late), now);
        }
    }

    /** The supervisor answered for the late case; if it stays late, the next level is called after one more limit. */
    static void supervise(Case it, Deadlines deadlines, Instant now) {
        it.only(REPORTED, DISPATCHED);
        if (it.supervisor == null || it.superviseDue == null) throw new RuleBroken("case.nothing-to-supervise");
        it.tell(new WorkFact.Supervised(it.id, it.holder, it.supervisor), now);
        it.superviseDue = null;
        it.escalateAt = deadlines.supervise(it.category, now);
    }
}
