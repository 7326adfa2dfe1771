package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianxin.facts.Journal;
import lianxin.organization.UnitRepository.Link;
import lianxin.organization.UnitRepository.Version;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of units: set up, rename, move, dissolve, and whole lists in one go. Each holds from a day that may lie in
 * the past or in the future; what was known before stays readable.
 */
@Service
@Transactional
public class Units {

    private final UnitRepository units;
    private final UnitImport imports;
    private final OrganizationRules rules;
    private final Trees trees;
    private final Versions versions;
    private final Journal journal;
    private final ObjectProvider<UnitEnding> endings;
    private final Clock clock;

    Units(
            UnitRepository units,
            UnitImport imports,
            OrganizationRules rules,
            Trees trees,
            Versions versions,
            Journal journal,
            ObjectProvider<UnitEnding> endings,
            Clock clock) {
        this.units = units;
        this.imports = imports;
        this.rules = rules;
        this.trees = trees;
        this.versions = versions;
        this.journal = journal;
        this.endings = endings;
        this.clock = clock;
    }

    public Unit find(UnitId unit) {
        return trees.now().unit(unit);
    }

    public Unit find(UnitId unit, Instant at) {
        return trees.at(at).unit(unit);
    }

    public Optional<Unit> byCode(String code) {
        return trees.now().byCode(code);
    }

    /** The home parent; at the top the unit itself. */
    public UnitId above(UnitId unit) {
        return trees.now().above(unit);
    }

    public UnitId create(NewUnit unit, Instant validFrom, String reason, Actor by) {
        by.must(May.MANAGE_UNITS, unit.home);
        versions.treeChanges();
        if (units.codeLives(unit.code, validFrom)) throw new RuleBroken("organization.code-taken", unit.code);
        checkParent(TreeKind.HOME, unit.kind, unit.level, unit.home, validFrom);
        checkParent(TreeKind.PARTY, unit.kind, unit.level, unit.party, validFrom);
        var now = clock.instant();
        var id = units.newNumber();
        units.insert(new Version(id, unit.name, unit.kind, unit.level, unit.code, reason, validFrom, null, now));
        if (unit.home != null) units.insert(new Link(id, TreeKind.HOME, unit.home, reason, validFrom, null, now));
        if (unit.party != null) units.insert(new Link(id, TreeKind.PARTY, unit.party, reason, validFrom, null, now));
        var responsible = unit.home == null ? id : unit.home;
        record(new UnitFact.Created(id, responsible, unit.kind, unit.level, validFrom), by);
        return id;
    }

    /** Holds from the day until the next name that is already known, if there is one. */
    public void rename(UnitId unit, String name, Instant validFrom, String reason, Actor by) {
        by.must(May.MANAGE_UNITS, unit);
        if (name.isBlank()) throw new RuleBroken("organization.name-empty");
        versions.treeChanges();
        var old = living(unit, validFrom);
        var known = Dated.later(clock.instant(), old.knownFrom());
        units.close(old, validFrom, known);
        units.insert(old.with(name.strip(), reason, validFrom, old.to(), known));
        record(new UnitFact.Renamed(unit, unit, validFrom), by);
    }

    /** Facts told before keep the path they were told with. */
    public void move(UnitId unit, UnitId under, Instant validFrom, String reason, Actor by) {
        move(unit, TreeKind.HOME, under, validFrom, reason, by);
    }

    public void move(UnitId unit, TreeKind tree, UnitId under, Instant validFrom, String reason, Actor by) {
        by.must(May.MANAGE_UNITS, unit);
        by.must(May.MANAGE_UNITS, under);
        versions.treeChanges();
        var moved = living(unit, validFrom);
        checkParent(tree, moved.kind(), moved.level(), under, validFrom);
        var old = units.link(unit, tree, validFrom).orElse(null);
        var until = old == null ? units.nextLink(unit, tree, validFrom).orElse(null) : old.to();
        if (units.standsUnder(under, unit, tree, validFrom, until)) throw new RuleBroken("organization.circle");
        var known = old == null ? clock.instant() : Dated.later(clock.instant(), old.knownFrom());
        if (old != null) units.close(old, validFrom, known);
        units.insert(new Link(unit, tree, under, reason, validFrom, until, known));
        var from = old == null ? null : old.parent();
        record(new UnitFact.Moved(unit, unit, tree, from, under, validFrom), by);
    }

    /** Everything the unit still holds goes to its successor; what stands under it must have moved before. */
    public void dissolve(UnitId unit, UnitId successor, Instant at, String reason, Actor by) {
        by.must(May.MANAGE_UNITS, unit);
        versions.treeChanges();
        var ending = living(unit, at);
        if (ending.to() != null || unit.equals(successor)) throw new RuleBroken("organization.not-living", unit, at);
        if (units.hasBelow(unit, at)) throw new RuleBroken("organization.has-units-below", ending.name());
        if (!holds(living(successor, at)) && holds(ending)) throw new RuleBroken("organization.holds-no-cases");
        endings.orderedStream().forEach(it -> it.handOver(unit, successor, at));
        record(new UnitFact.Dissolved(unit, unit, successor, at), by);
        units.close(ending, at, Dated.later(clock.instant(), ending.knownFrom()));
        for (var tree : TreeKind.values()) {
            units.link(unit, tree, at)
                    .ifPresent(it -> units.close(it, at, Dated.later(clock.instant(), it.knownFrom())));
        }
    }

    /**
     * Checks the whole list, then writes it in one go; nothing is written when a line is wrong. A country of 665,276
     * units is one transaction of some seconds: only for the setting up of a town, never beside its daily work.
     */
    public Imported importUnits(List<UnitSeed> seeds, Instant validFrom, String reason, Actor by) {
        by.must(May.MANAGE_UNITS, null);
        versions.treeChanges();
        var imported = imports.run(seeds, trees.at(validFrom), validFrom, reason);
        if (imported.first != null) {
            var fact = new UnitFact.Imported(imported.batch, imported.first, imported.count, validFrom);
            record(fact, by);
        }
        return imported;
    }

    private boolean holds(Version unit) {
        return rules.holdsCases(unit.kind());
    }

    private Version living(UnitId unit, Instant at) {
        return units.version(unit, at).orElseThrow(() -> new RuleBroken("organization.not-living", unit, at));
    }

    private void checkParent(TreeKind tree, String kind, String level, @Nullable UnitId parent, Instant at) {
        if (tree == TreeKind.PARTY && parent == null && rules.kind(kind).tree() != OrganizationRules.Side.PARTY) return;
        var above = parent == null ? null : living(parent, at);
        rules.checkParent(tree, kind, level, above == null ? null : above.kind(), above == null ? null : above.level());
    }

    private void record(UnitFact fact, Actor by) {
        journal.record(fact, null, by.ref(), clock.instant());
    }

    /**
     * A unit that is to be set up under units that live already.
     *
     * @param party the superior Party body, where the five-level rule wants one
     */
    public record NewUnit(
            String name,
            String kind,
            String level,
            String code,
            @Nullable UnitId home,
            @Nullable UnitId party) {}

    /** @param first the first unit of the list; none when the list was empty */
    public record Imported(UnitFact.BatchId batch, @Nullable UnitId first, int count) {}
}
