package lianxin.cases;

import static lianxin.cases.Stage.DISPATCHED;

import java.time.Instant;
import java.util.function.UnaryOperator;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * 吹哨报到: the unit that leads a case lacks the power and summons the level that has it. That level responds within its
 * limit and says who comes; who comes assists, with a limit of its own to check in. What nobody answers goes one level up.
 */
final class Whistle {

    private Whistle() {}

    static void blow(Case it, UnitId to, Deadlines deadlines, Instant now) {
        it.only(DISPATCHED);
        if (it.pausedAt != null) throw new RuleBroken("case.shelved-already");
        if (it.whistled != null) throw new RuleBroken("case.whistled-already");
        if (it.holder.equals(to)) throw new RuleBroken("case.whistle-for-itself");
        summon(it, to, deadlines, now);
        it.tell(new WorkFact.Whistled(it.id, to, it.holder, deadlines.respond(now)), now);
    }

    private static void summon(Case it, UnitId to, Deadlines deadlines, Instant now) {
        it.whistled = to;
        it.limits.start(Step.respond, to, deadlines.respond(now), now);
    }

    /** Those who come are called in one by one beside this. */
    static void respond(Case it, Instant now) {
        var unit = asked(it);
        var inTime = it.limits.running(Step.respond).noneMatch(limit -> now.isAfter(limit.due));
        it.limits.done(Step.respond, now, it::fell, limit -> it.late(limit, now));
        it.whistled = null;
        it.tell(new WorkFact.Responded(it.id, unit, inTime), now);
    }

    static UnitId asked(Case it) {
        if (it.whistled == null) throw new RuleBroken("case.nobody-whistled");
        return it.whistled;
    }

    /** A whistle whose limit fell is heard by the level above as well, up to the top, where it stays unanswered. */
    static void passOn(Case it, UnaryOperator<UnitId> above, Deadlines deadlines, Instant now) {
        if (it.whistled == null) return;
        var open = it.limits.running(Step.respond).anyMatch(limit -> now.isBefore(limit.due));
        var next = above.apply(it.whistled);
        if (open || next.equals(it.whistled)) return;
        var from = it.whistled;
        it.limits.end(Step.respond, now, it::fell);
        summon(it, next, deadlines, now);
        it.tell(new WorkFact.WhistlePassedOn(it.id, next, from), now);
    }

    /** The case goes on without an answer. */
    static void over(Case it, Instant now) {
        if (it.whistled == null) return;
        it.limits.end(Step.respond, now, it::fell);
        it.tell(new WorkFact.WhistleWithdrawn(it.id, it.whistled), now);
        it.whistled = null;
    }

    static void handOver(Case it, UnitId from, UnitId to, Instant now) {
        if (!from.equals(it.whistled)) return;
        it.whistled = to;
        it.limits.hand(Step.respond, from, to, now);
    }

    /** When the limit to respond falls; null where nobody was whistled for, or it has fallen. */
    static @Nullable Instant due(Case it) {
        return it.limits
                .running(Step.respond)
                .map(limit -> limit.due)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
