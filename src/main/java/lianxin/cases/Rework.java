package lianxin.cases;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;

/** 返工: the unit that held the case works on it again, with a new limit. */
final class Rework {

    private Rework() {}

    static void begin(Case it, Deadlines deadlines, Instant now) {
        Check.over(it, now);
        it.reworks++;
        it.holdAt(Stage.DISPATCHED, it.holder, Bound.due(it, deadlines, now), now);
        it.lead().due = it.due;
        it.lead().doneAt = null;
        it.limits.start(Step.handle, it.holder, it.due, now);
    }

    /** After it was closed: that it was closed in time says nothing any more, and it must be closed anew. */
    static void reopen(Case it, Deadlines deadlines, Instant now) {
        it.limits.drop(Step.close, now, it::fell);
        begin(it, deadlines, now);
        it.limits.start(Step.close, it.holder, deadlines.answer(it.category, it.due), now);
    }
}
