package lianxin.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * 申诉: the reporter does not agree that a desk took nothing up. The desk above files the case, to dispatch it itself or to
 * have it dispatched below, or confirms for good how it was ended.
 */
final class Appeal {

    private static final Set<Outcome> BY_A_DESK =
            EnumSet.of(Outcome.declined, Outcome.handedOn, Outcome.answeredDirectly);

    private Appeal() {}

    /** Whether a desk ended it so, without a unit that worked on it. */
    static boolean lies(@Nullable Outcome against) {
        return against != null && BY_A_DESK.contains(against);
    }

    /** @param above the desk that decides */
    static void lodge(Case it, UnitId above, Deadlines deadlines, Instant now) {
        it.appealed = it.outcome;
        it.outcome = null;
        it.desk = above;
        toDispatch(it, deadlines, now);
        it.tell(new EndingFact.Appealed(it.id, above, ended(it)), now);
    }

    /** Dispatching a case that was appealed for is deciding for the reporter. */
    static void file(Case it, Instant now) {
        if (it.appealed == null) return;
        it.tell(new EndingFact.FiledOnAppeal(it.id, it.desk, ended(it)), now);
        it.appealed = null;
    }

    /** The desk that ended it, or the one that serves the place today, must dispatch it after all. */
    static void sendBack(Case it, UnitId desk, Deadlines deadlines, Instant now) {
        mustWait(it);
        it.done(Step.dispatch, now);
        it.desk = desk;
        file(it, now);
        toDispatch(it, deadlines, now);
    }

    /** It stays ended as it was, for good. */
    static void confirm(Case it, Instant now) {
        mustWait(it);
        var how = Objects.requireNonNull(it.appealed);
        it.done(Step.dispatch, now);
        it.appealed = null;
        it.close(how, new EndingFact.EndingConfirmed(it.id, it.desk, how.name()), now);
    }

    /** What was filed for the reporter once is not ended by a desk again. */
    static void mustBeUndecided(Case it) {
        if (it.appealed != null) throw new RuleBroken("case.appeal-waits");
        if (it.again) throw new RuleBroken("case.filed-on-appeal");
    }

    private static void mustWait(Case it) {
        it.only(Stage.REPORTED);
        if (it.appealed == null) throw new RuleBroken("case.no-appeal");
    }

    private static void toDispatch(Case it, Deadlines deadlines, Instant now) {
        it.holdAt(Stage.REPORTED, it.desk, deadlines.dispatch(it.category, now), now);
        it.limits.start(Step.dispatch, it.desk, it.due, now);
    }

    private static String ended(Case it) {
        return String.valueOf(it.appealed);
    }
}
