package lianxin.cases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.platform.RuleBroken;

/** What another system says of a case it sent: its deadline stands in the place of our own limit to handle. */
final class Bound {

    private Bound() {}

    static void receive(Case it, FromSource from, Instant now) {
        it.bound = from.due();
        it.heardElsewhere = from.asksItself();
        it.tell(new ReportFact.Received(it.id, it.holder, from.system(), from.due(), from.asksItself()), now);
    }

    /** The deadline moves; what runs towards the old one runs towards the new one. */
    static void rebind(Case it, Instant due, Deadlines deadlines, Instant now) {
        it.only(Stage.REPORTED, Stage.DISPATCHED, Stage.AWAITING_RESIDENT);
        if (!due.isAfter(now)) throw new RuleBroken("case.bound-past");
        it.bound = due;
        it.tell(new ReportFact.Rebound(it.id, it.holder, due), now);
        if (it.stage != Stage.DISPATCHED) return;
        it.pausedAt = null;
        Reliefs.postpone(it, due, deadlines, now);
    }

    /** The system takes the matter back and gives it to somebody else: here it ends, neither solved nor unsolved. */
    static void giveUp(Case it, Asked asked, Instant now) {
        if (asked.what() != Relief.RETURN) throw new RuleBroken("case.nothing-asked");
        var unit = it.holder;
        it.asked = null;
        it.decideBy = null;
        it.tell(new RequestFact.ReturnGranted(it.id, unit, requireNonNull(asked.dutyItem())), now);
        var inTime = Reporter.end(it, now);
        it.close(Outcome.withdrawn, new EndingFact.TakenElsewhere(it.id, unit, inTime), now);
    }

    /** Until when the case is handled that goes to work now; a bound that has passed binds the first time only. */
    static Instant due(Case it, Deadlines deadlines, Instant now) {
        var bound = it.bound;
        var again = it.round > 0 && bound != null && !bound.isAfter(now);
        return bound == null || again ? deadlines.handle(it.category, now) : bound;
    }
}
