package lianxin.cases;

import java.time.Instant;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;

/** The successor of a unit that ended takes its place in a case, with the limits as they run. */
final class HandingOver {

    private HandingOver() {}

    static void from(Case it, UnitId from, UnitId to, Instant now) {
        if (it.stage == Stage.CLOSED) throw new RuleBroken("case.stage." + it.stage.key());
        if (it.desk.equals(from)) it.desk = to;
        if (from.equals(it.supervisor)) it.supervisor = to;
        if (from.equals(it.arbiter)) it.arbiter = to;
        Whistle.handOver(it, from, to, now);
        it.limits.hand(Step.check, from, to, now);
        Assistance.handOver(it, from, to, now);
        if (!it.holder.equals(from)) return;
        it.holder = to;
        if (it.assignment != null) it.lead(it.assignment.handedTo(it.limits.newId(), to, now));
        it.limits.hand(from, to, now);
        it.tell(new WorkFact.HandedOver(it.id, to, from), now);
    }
}
