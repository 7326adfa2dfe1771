package lianxin.cases;

import java.time.Instant;
import java.util.Optional;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Desks that pass a matter up. */
@Component
@Transactional
class PassesUp {

    private final CaseSteps steps;
    private final CaseThread thread;
    private final Voices voices;
    private final Routing routing;
    private final Deadlines deadlines;
    private final Flow flow;
    private final Units units;

    PassesUp(
            CaseSteps steps,
            CaseThread thread,
            Voices voices,
            Routing routing,
            Deadlines deadlines,
            Flow flow,
            Units units) {
        this.steps = steps;
        this.thread = thread;
        this.voices = voices;
        this.routing = routing;
        this.deadlines = deadlines;
        this.flow = flow;
        this.units = units;
    }

    /**
     * @param border code of the other unit in charge where the matter lies between two; empty where there is none
     * @param text why; who gets it reads it
     */
    void up(CaseId id, String cause, String border, String text, Actor by) {
        steps.move(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            if (!flow.gives("pass-up", cause)) throw new RuleBroken("case.reason");
            PassingUp.up(it, routing.commonSuperior(it, other(it, border), now), cause, false, deadlines, now);
            voices.follow(it);
            thread.say(it, text, by, now);
        });
    }

    private @Nullable UnitId other(Case it, String code) {
        if (code.isBlank()) return null;
        var other = units.byCode(code.strip()).map(Unit::id).orElse(null);
        if (other == null) throw new RuleBroken("case.border-unit", code.strip());
        if (other.equals(it.desk)) throw new RuleBroken("case.border-with-itself");
        return other;
    }

    /** Who would get it; empty where there is nobody above. */
    Optional<UnitId> superior(Case it, Instant now) {
        return Optional.of(routing.commonSuperior(it, null, now)).filter(above -> !above.equals(it.desk));
    }
}
