package lianxin.cases;

import static lianxin.cases.Stage.DISPATCHED;
import static lianxin.cases.Stage.REPORTED;

import java.time.Duration;
import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;

/** Lateness never moves responsibility: the unit keeps the case and stays late; the unit above must look after it. */
final class Lateness {

    private Lateness() {}

    static void escalate(Case it, Ladder ladder, Deadlines deadlines, Instant now) {
        var above = called(it, ladder, deadlines.calledAtOnce(it.category));
        it.level++;
        var late = Duration.between(it.due, now);
        var top = above.equals(it.supervisor) || above.equals(it.holder);
        it.supervisor = above;
        if (top) {
            it.escalateAt = deadlines.atTop(now);
            it.tell(new WorkFact.LateAtTop(it.id, it.holder, above, it.level, late), now);
        } else {
            it.superviseDue =
                    deadlines.supervise(it.category, ladder.unit(above).level(), now);
            it.escalateAt = it.superviseDue;
            it.tell(new WorkFact.Escalated(it.id, it.holder, above, it.level, late), now);
        }
    }

    /** The next one above, or the first one above that stands on the level to be called at once. */
    private static UnitId called(Case it, Ladder ladder, @Nullable String atOnce) {
        var above = ladder.above(it.supervisor == null ? it.holder : it.supervisor);
        while (atOnce != null && ladder.unit(above).isBelow(atOnce)) above = ladder.above(above);
        return above;
    }

    /** The supervisor answered for the late case; if it stays late, the next level is called after one more limit. */
    static void supervise(Case it, Ladder ladder, Deadlines deadlines, Instant now) {
        it.only(REPORTED, DISPATCHED);
        if (it.supervisor == null || it.superviseDue == null) throw new RuleBroken("case.nothing-to-supervise");
        it.tell(new WorkFact.Supervised(it.id, it.holder, it.supervisor), now);
        it.superviseDue = null;
        it.escalateAt =
                deadlines.supervise(it.category, ladder.unit(it.supervisor).level(), now);
    }
}
