package lianxin.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * What the desk may do with a report instead of dispatching it: decline it for a cited reason (不予受理), hand it on to who is
 * in charge of such matters, or answer it at once. The reporter is told, and may disagree once.
 */
final class DeskEnding {

    private DeskEnding() {}

    /** @param cited the reason, who is in charge, or the kept answer that was used; empty for one in own words */
    static void end(Case it, Outcome how, String cited, Instant now) {
        it.only(Stage.REPORTED);
        Appeal.mustBeUndecided(it);
        it.done(Step.dispatch, now);
        it.close(how, told(it, how, cited), now);
    }

    private static CaseFact told(Case it, Outcome how, String cited) {
        return switch (how) {
            case declined -> new EndingFact.Declined(it.id, it.holder, cited, it.filed);
            case handedOn -> new EndingFact.HandedOn(it.id, it.holder, cited, it.filed);
            case answeredDirectly ->
                new EndingFact.AnsweredDirectly(
                        it.id, it.holder, cited.isEmpty() ? null : new KnowledgeId(UUID.fromString(cited)));
            default -> throw new IllegalArgumentException(how.name());
        };
    }
}
