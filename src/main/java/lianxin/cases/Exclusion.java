package lianxin.cases;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;

/**
 * 剔除: a case leaves the statistics, because its unit asked for that, once, and the unit above agreed. A reporter may contest
 * it, once; then the level above the one that decided settles it for good. The case itself goes on as it would have.
 */
final class Exclusion {

    private Exclusion() {}

    /** How far it has got. */
    enum Standing {
        asked,
        refused,
        excluded,
        contested,
        kept,
        lifted
    }

    /** Whether a unit has or had it to work on and may ask; what a desk ended is no unit's figure. */
    static boolean open(Case it) {
        return it.exclusion == null
                && it.filed
                && it.stage != Stage.REPORTED
                && it.joined == null
                && !Appeal.lies(it.outcome);
    }

    static void ask(Case it, String reason, UnitId above, Instant now) {
        if (it.exclusion != null) throw new RuleBroken("case.exclusion-asked-already");
        if (!open(it)) throw new RuleBroken("case.exclusion-no-unit");
        if (above.equals(it.holder)) throw new RuleBroken("case.exclusion-nobody-above");
        it.exclusion = Standing.asked;
        it.tell(new ExclusionFact.ExclusionAsked(it.id, it.holder, reason, above), now);
    }

    static void decide(Case it, boolean excludes, ExclusionRows.Row asked, UnitId decider, Instant now) {
        must(it, Standing.asked);
        it.exclusion = excludes ? Standing.excluded : Standing.refused;
        it.tell(
                excludes
                        ? new ExclusionFact.Excluded(it.id, asked.unit(), asked.cause(), decider)
                        : new ExclusionFact.ExclusionRefused(it.id, asked.unit(), asked.cause(), decider),
                now);
    }

    /** Until when a reporter may contest what was decided then. */
    static Instant until(Instant decidedAt, Deadlines deadlines) {
        return deadlines.contest(decidedAt);
    }

    static void contest(Case it, ExclusionRows.Row decided, UnitId reviewer, Deadlines deadlines, Instant now) {
        var at = decided.decidedAt();
        if (it.exclusion != Standing.excluded || at == null || now.isAfter(until(at, deadlines)))
            throw new RuleBroken("case.contested-too-late");
        it.exclusion = Standing.contested;
        it.tell(new ExclusionFact.ExclusionContested(it.id, decided.unit(), reviewer), now);
    }

    static void settle(Case it, boolean keeps, ExclusionRows.Row contested, UnitId reviewer, Instant now) {
        must(it, Standing.contested);
        it.exclusion = keeps ? Standing.kept : Standing.lifted;
        it.tell(
                keeps
                        ? new ExclusionFact.ExclusionKept(it.id, contested.unit(), reviewer)
                        : new ExclusionFact.ExclusionLifted(it.id, contested.unit(), reviewer),
                now);
    }

    private static void must(Case it, Standing standing) {
        if (it.exclusion != standing) throw new RuleBroken("case.exclusion-nothing-to-decide");
    }
}
