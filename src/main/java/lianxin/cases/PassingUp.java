package lianxin.cases;

import java.time.Instant;
import java.util.Optional;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;

/**
 * 上交: what nobody below is in charge of, or what lies on the border of two, is the affair of the lowest superior of all. A
 * desk passes it up with a reason; what the duty list gives to nobody goes up by itself when its hour is over.
 */
final class PassingUp {

    private PassingUp() {}

    /** From its report on the matter has so long to find a unit at the desk of its place. */
    static void expect(Case it, Instant limit, Instant now) {
        it.limits.start(Step.pass, it.desk, limit, now);
    }

    /** When the hour of a matter without an owner was over that still lies undispatched. */
    static Optional<Instant> fallen(Case it, Instant now) {
        return it.stage != Stage.REPORTED
                ? Optional.empty()
                : it.limits
                        .running(Step.pass)
                        .filter(limit -> limit.unit.equals(it.desk) && !now.isBefore(limit.due))
                        .map(limit -> limit.due)
                        .findFirst();
    }

    static void up(Case it, UnitId superior, String cause, boolean silently, Deadlines deadlines, Instant now) {
        it.only(Stage.REPORTED);
        if (it.appealed != null) throw new RuleBroken("case.appeal-waits");
        if (superior.equals(it.desk)) throw new RuleBroken("case.nobody-above");
        var from = it.desk;
        over(it, now);
        it.done(Step.dispatch, now);
        it.desk = superior;
        it.holdAt(Stage.REPORTED, superior, deadlines.dispatch(it.category, now), now);
        it.limits.start(Step.dispatch, superior, it.due, now);
        it.tell(new WorkFact.PassedUp(it.id, superior, from, cause, silently), now);
    }

    /** Somebody has the matter now, or it ended. */
    static void over(Case it, Instant now) {
        it.limits.end(Step.pass, now, it::fell);
    }
}
