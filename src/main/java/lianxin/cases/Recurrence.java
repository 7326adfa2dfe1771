package lianxin.cases;

import java.time.Instant;
import java.util.List;
import lianxin.platform.RuleBroken;

/** The same trouble again: a case that was closed as done, and another one that shows that it was not. */
final class Recurrence {

    /** Closed as if the trouble were gone. What was closed as unsolved promised nothing. */
    static final List<String> DONE =
            List.of(Outcome.closedSolved.name(), Outcome.closedUnanswered.name(), Outcome.selfHandled.name());

    private Recurrence() {}

    /** Told of the old case, which stays closed. */
    static void tell(Case old, CaseId again, Instant now) {
        if (old.outcome == null || !DONE.contains(old.outcome.name())) throw new RuleBroken("case.not-the-same");
        old.tell(new EndingFact.Recurred(old.id, old.holder, again), now);
    }
}
