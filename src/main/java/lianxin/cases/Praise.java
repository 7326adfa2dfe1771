package lianxin.cases;

import java.time.Instant;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;

/** What a case is about, and the one kind that asks for nothing: praise is passed to the unit praised and is answered by that. */
final class Praise {

    static final String KIND = "praise";

    private Praise() {}

    static void correct(Case it, String from, String to, Instant now) {
        it.only(Stage.REPORTED);
        if (from.equals(to)) throw new RuleBroken("case.kind-same");
        it.kind = to;
        it.tell(new ReportFact.KindCorrected(it.id, it.desk, from, to), now);
    }

    /** The unit praised has it from now on, closed, and never had a deadline for it. */
    static void pass(Case it, String kind, UnitId praised, Instant now) {
        it.only(Stage.REPORTED);
        Appeal.mustBeUndecided(it);
        if (!kind.equals(KIND)) throw new RuleBroken("case.no-praise");
        var inTime = !now.isAfter(it.due);
        it.limits.done(
                Step.dispatch,
                now,
                it::fell,
                late -> it.tell(new WorkFact.DoneLate(it.id, late.unit, Step.dispatch, late.due), now));
        it.tell(new ReportFact.Praised(it.id, praised, it.desk), now);
        it.tell(new EndingFact.Closed(it.id, it.desk, Outcome.answeredDirectly, inTime), now);
        it.stage = Stage.CLOSED;
        it.outcome = Outcome.answeredDirectly;
        it.closedAt = now;
        it.holder = praised;
        it.supervisor = null;
        it.superviseDue = null;
        it.escalateAt = null;
    }
}
