package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import lianxin.facts.Journal;
import lianxin.organization.UnitRepository.Version;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs by which a Party organization covers units without standing in them, as a joint branch (联合党支部) covers several
 * small enterprises. Which kinds may cover which is said by the playbook. The tree is told of each change, though nothing
 * in it moves: what was found about the town is kept as long as its tree is the same.
 */
@Service
@Transactional
public class Covering {

    private final CoverRows rows;
    private final CoversHandOver handOver;
    private final UnitRepository units;
    private final OrganizationRules rules;
    private final Versions versions;
    private final TreeChanges changes;
    private final Journal journal;
    private final Clock clock;

    Covering(
            CoverRows rows,
            CoversHandOver handOver,
            UnitRepository units,
            OrganizationRules rules,
            Versions versions,
            TreeChanges changes,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.handOver = handOver;
        this.units = units;
        this.rules = rules;
        this.versions = versions;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    /** Returns the number of the entry. */
    public long cover(UnitId unit, UnitId by, Instant validFrom, String reason, Actor actor) {
        actor.must(May.MANAGE_UNITS, unit);
        actor.must(May.MANAGE_UNITS, by);
        versions.treeChanges();
        var covered = living(unit, validFrom);
        var covering = living(by, validFrom);
        if (!rules.kind(covering.kind()).mayCover(covered.kind()))
            throw new RuleBroken(
                    "organization.cannot-cover", rules.kindName(covering.kind()), rules.kindName(covered.kind()));
        if (units.standsUnder(by, unit, TreeKind.HOME, validFrom, null))
            throw new RuleBroken("organization.covers-from-inside", covering.name(), covered.name());
        if (rows.since(unit, validFrom).stream().anyMatch(it -> it.by().equals(by)))
            throw new RuleBroken("organization.covers-already", covering.name(), covered.name());
        changes.changed(unit);
        var entry = rows.insert(unit, by, reason, validFrom, null, clock.instant());
        handOver.passOn(unit);
        handOver.passOn(by);
        journal.record(new UnitFact.Covered(unit, unit, by, validFrom), null, actor.ref(), clock.instant());
        return entry;
    }

    public void end(UnitId unit, UnitId by, Instant validTo, String reason, Actor actor) {
        actor.must(May.MANAGE_UNITS, unit);
        versions.treeChanges();
        var entry = rows.since(unit, validTo).stream()
                .filter(it -> it.unit().equals(unit) && it.by().equals(by) && it.holds(validTo))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("organization.covers-not", name(by, validTo), name(unit, validTo)));
        changes.changed(unit);
        rows.close(entry, validTo, reason, clock.instant());
        journal.record(new UnitFact.CoverEnded(unit, unit, by, validTo), null, actor.ref(), clock.instant());
    }

    private String name(UnitId unit, Instant at) {
        return units.called(unit, at).orElse(unit.toString());
    }

    private Version living(UnitId unit, Instant at) {
        return units.version(unit, at).orElseThrow(() -> new RuleBroken("organization.not-living", name(unit, at), at));
    }
}
