package lianxin.cases;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;

/** What another system says of a case it sent: its deadline stands in the place of our own limit to handle. */
final class Bound {

    private Bound() {}

    static void receive(Case it, FromSource from, Instant now) {
        it.bound = from.due();
        it.heardElsewhere = from.asksItself();
        it.tell(new CaseFact.Received(it.id, it.holder, from.system(), from.due(), from.asksItself()), now);
    }

    /** Until when the case is handled that goes to work now; a bound that has passed binds the first time only. */
    static Instant due(Case it, Deadlines deadlines, Instant now) {
        var bound = it.bound;
        var again = it.round > 0 && bound != null && !bound.isAfter(now);
        return bound == null || again ? deadlines.handle(it.category, now) : bound;
    }
}
