package lianxin.cases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.UnaryOperator;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;

/**
 * Units that do not agree who answers for a case: after its returns were refused the one that holds it asks to confer;
 * what is not settled there is decided for good by the unit above the desk, and by the next one above if that is silent.
 * Meanwhile the holder keeps the case and its clock runs.
 */
final class Dispute {

    private Dispute() {}

    static boolean open(Case it, Deadlines deadlines) {
        return it.returns >= deadlines.request(Relief.RETURN.key()).times();
    }

    static void mustBeOpen(Case it, Deadlines deadlines) {
        if (!open(it, deadlines))
            throw new RuleBroken(
                    "case.return-first", deadlines.request(Relief.RETURN.key()).times());
    }

    /** The units agree: the holder keeps it, or another one takes it. */
    static void agree(Case it, UnitId to, String dutyItem, Deadlines deadlines, Instant now) {
        only(it, Relief.CONFER);
        Reliefs.over(it);
        it.tell(new RequestFact.Conferred(it.id, it.holder, to), now);
        settle(it, to, dutyItem, deadlines, now);
    }

    /** They do not agree, or nobody said so in time. */
    static void bringUp(Case it, UnitId arbiter, Deadlines deadlines, Instant now) {
        only(it, Relief.CONFER);
        it.asked = Relief.ARBITRATE;
        waitFor(it, arbiter, deadlines, now);
    }

    private static void waitFor(Case it, UnitId arbiter, Deadlines deadlines, Instant now) {
        it.arbiter = arbiter;
        it.decideBy = deadlines.decide(Relief.ARBITRATE.key(), now);
        it.tell(new RequestFact.ArbitrationAsked(it.id, it.holder, arbiter, it.decideBy), now);
    }

    /** Silence decides nothing: the next one above is asked, and the top again and again. */
    static void undecided(Case it, UnaryOperator<UnitId> above, Deadlines deadlines, Instant now) {
        only(it, Relief.ARBITRATE);
        waitFor(it, above.apply(requireNonNull(it.arbiter)), deadlines, now);
    }

    /** @param founded whether the unit was right to ask for its return; if not, that was shuffling (推诿) */
    static void decide(Case it, UnitId to, String dutyItem, boolean founded, Deadlines deadlines, Instant now) {
        only(it, Relief.ARBITRATE);
        var by = requireNonNull(it.arbiter);
        Reliefs.over(it);
        it.tell(new RequestFact.Arbitrated(it.id, it.holder, to, by, founded), now);
        if (!founded) it.tell(new RequestFact.Shuffled(it.id, it.holder), now);
        settle(it, to, dutyItem, deadlines, now);
    }

    private static void settle(Case it, UnitId to, String dutyItem, Deadlines deadlines, Instant now) {
        if (to.equals(it.holder)) {
            it.returns = 0;
            return;
        }
        Reliefs.takeBack(it, deadlines, now);
        it.dispatchTo(to, dutyItem, it.category, deadlines, now);
    }

    private static void only(Case it, Relief asked) {
        it.only(Stage.DISPATCHED);
        if (it.asked != asked) throw new RuleBroken("case.nothing-asked");
    }
}
