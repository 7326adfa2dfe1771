package lianxin.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the desk may do with a report instead of dispatching it: decline it for a cited reason (不予受理), hand it on to who is
 * in charge of such matters, or answer it at once. The reporter is told, and may disagree once.
 */
final class DeskEnding {

    private DeskEnding() {}

    /** @param cited the reason, or who is in charge; null for an answer */
    static void end(Case it, Outcome how, @Nullable String cited, Instant now) {
        it.only(Stage.REPORTED);
        Appeal.mustBeUndecided(it);
        it.done(Step.dispatch, now);
        it.close(how, told(it, how, cited == null ? "" : cited), now);
    }

    private static CaseFact told(Case it, Outcome how, String cited) {
        return switch (how) {
            case declined -> new CaseFact.Declined(it.id, it.holder, cited, it.filed);
            case handedOn -> new CaseFact.HandedOn(it.id, it.holder, cited, it.filed);
            case answeredDirectly -> new CaseFact.AnsweredDirectly(it.id, it.holder);
            default -> throw new IllegalArgumentException(how.name());
        };
    }
}
