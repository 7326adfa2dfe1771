package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import lianxin.organization.UnitRepository.Link;
import lianxin.organization.UnitRepository.Version;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts units under others for a stretch of time. Nothing stands under a unit that lives no more: when a superior ends
 * within the stretch, its named successor takes its place from that moment on.
 */
@Component
class Superiors {

    private final UnitRepository units;
    private final LineageRepository lineage;
    private final OrganizationRules rules;
    private final Clock clock;

    Superiors(UnitRepository units, LineageRepository lineage, OrganizationRules rules, Clock clock) {
        this.units = units;
        this.lineage = lineage;
        this.rules = rules;
        this.clock = clock;
    }

    void put(
            Subordinate unit,
            TreeKind tree,
            UnitId under,
            Instant from,
            @Nullable Instant until,
            String reason,
            Instant known) {
        var superior = under;
        var since = from;
        while (true) {
            var living = living(superior, since);
            rules.checkParent(tree, unit.kind, unit.level, living.kind(), living.level());
            var end = earlier(units.life(superior).to(), until);
            if (units.standsUnder(superior, unit.id, tree, since, end)) throw new RuleBroken("organization.circle");
            units.insert(new Link(unit.id, tree, superior, reason, since, end, Dated.later(clock.instant(), known)));
            if (end == null || Objects.equals(end, until)) return;
            superior = heir(superior, end);
            since = end;
        }
    }

    private Version living(UnitId unit, Instant at) {
        return units.version(unit, at).orElseThrow(() -> new RuleBroken("organization.not-living", unit, at));
    }

    private UnitId heir(UnitId ended, Instant at) {
        return lineage.lineage(null)
                .end(ended)
                .map(Succession::named)
                .orElseThrow(() -> new RuleBroken("organization.not-living", ended, at));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isBefore(other) ? one : other;
    }

    /** A unit that is to stand under another. */
    record Subordinate(UnitId id, String kind, String level) {}
}
