package lianxin.cases;

import java.time.Instant;

/**
 * What the desk may do with a report instead of dispatching it: decline it for a cited reason (不予受理), hand it on to who is
 * in charge of such matters, or answer it at once. The reporter is told, and may disagree once.
 */
final class DeskEnding {

    private DeskEnding() {}

    static void end(Case it, Outcome how, EndingFact told, Instant now) {
        it.only(Stage.REPORTED);
        Appeal.mustBeUndecided(it);
        it.done(Step.dispatch, now);
        it.close(how, told, now);
    }
}
