package lianxin.cases;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * The reporter does not agree with how a case was closed; heard once, within a window. What the desk ended goes to the
 * desk above ({@link Appeal}); what a unit did is opened again for that unit (重新办理).
 */
final class Disagreement {

    private Disagreement() {}

    /** Until when it may be said; null where nobody asked for anything any more, or nobody ever did. */
    static @Nullable Instant until(@Nullable Outcome outcome, @Nullable Instant closed, Deadlines deadlines) {
        if (outcome == null || closed == null) return null;
        return switch (outcome) {
            case declined, handedOn, answeredDirectly -> deadlines.appeal(closed);
            case closedSolved, closedUnanswered, closedUnsolved -> deadlines.reopen(closed);
            case withdrawn, selfHandled, joined -> null;
        };
    }

    static void must(Case it, Deadlines deadlines, Instant now) {
        var until = until(it.outcome, it.closedAt, deadlines);
        if (it.again || until == null || now.isAfter(until)) throw new RuleBroken("case.disagreed-too-late");
    }

    /** @param above the desk above the one that ended it */
    static void appeal(Case it, UnitId above, Deadlines deadlines, Instant now) {
        heard(it, deadlines, now);
        Appeal.lodge(it, above, deadlines, now);
    }

    static void reopen(Case it, Deadlines deadlines, Instant now) {
        heard(it, deadlines, now);
        var from = it.outcome;
        it.outcome = null;
        Rework.reopen(it, deadlines, now);
        it.tell(new EndingFact.Reopened(it.id, it.holder, String.valueOf(from)), now);
    }

    /** Who did it is no more: the desk that serves the place dispatches it anew. */
    static void reopenAtDesk(Case it, UnitId desk, Deadlines deadlines, Instant now) {
        heard(it, deadlines, now);
        var from = it.outcome;
        it.outcome = null;
        it.reworks++;
        it.desk = desk;
        Reliefs.takeBack(it, deadlines, now);
        it.limits.drop(Step.close, now, it::fell);
        it.limits.start(Step.dispatch, desk, it.due, now);
        it.tell(new EndingFact.Reopened(it.id, desk, String.valueOf(from)), now);
    }

    private static void heard(Case it, Deadlines deadlines, Instant now) {
        must(it, deadlines, now);
        it.again = true;
        it.closedAt = null;
    }
}
