package lianxin.cases;

import static lianxin.cases.Stage.AWAITING_RESIDENT;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.platform.RuleBroken;

/**
 * What reporters say of a finished case. One reporter decides alone. Of several, a single no sends it back, and it is
 * solved when all have said so, or when the window is over and at least one has and nobody denied it.
 */
final class Answering {

    private Answering() {}

    /**
     * What is said is always recorded; it moves the case only while we are waiting for it.
     *
     * @param voice the report of the one who says it
     */
    static void answer(Case it, CaseId voice, boolean solved, Deadlines deadlines, Instant now) {
        if (it.round == 0) throw new RuleBroken("case.not-finished");
        if (it.outcome == Outcome.withdrawn || it.steppedBack && voice.equals(it.id))
            throw new RuleBroken("case.withdrawn");
        var several = it.voices > 1 || !voice.equals(it.id);
        var waiting = it.stage == AWAITING_RESIDENT;
        if (waiting) it.done(Step.answer, now);
        if (several) it.tell(new EndingFact.Heard(voice, it.holder, solved), now);
        if (!waiting) {
            if (!several) it.tell(said(it, solved, false), now);
        } else if (solved) {
            it.agreed++;
            whenAllHaveAnswered(it, now);
        } else {
            it.tell(said(it, false, true), now);
            it.answerUntil = null;
            Rework.begin(it, deadlines, now);
        }
    }

    private static EndingFact said(Case it, boolean solved, boolean rework) {
        return solved ? new EndingFact.Confirmed(it.id, it.holder) : new EndingFact.Disputed(it.id, it.holder, rework);
    }

    static void whenAllHaveAnswered(Case it, Instant now) {
        if (it.agreed > 0 && it.agreed >= it.voices) solved(it, now);
    }

    /** The window is over; silence is not consent, but whoever spoke is heard. */
    static void over(Case it, Instant at) {
        if (it.agreed > 0) solved(it, at);
        else it.close(Outcome.closedUnanswered, at);
    }

    private static void solved(Case it, Instant at) {
        it.tell(said(it, true, false), at);
        it.answerUntil = null;
        it.close(Outcome.closedSolved, at);
    }
}
