package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.facts.Journal;
import lianxin.facts.Ref;
import lianxin.organization.Succession.Kind;
import lianxin.organization.Superiors.Subordinate;
import lianxin.organization.UnitRepository.Version;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of units: set up, rename, move, merge, split, dissolve, and whole lists in one go. Each holds from a day that may lie in
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
    private final Superiors superiors;
    private final Successions successions;
    private final Clock clock;

    Units(
            UnitRepository units,
            UnitImport imports,
            OrganizationRules rules,
            Trees trees,
            Versions versions,
            Journal journal,
            Superiors superiors,
            Successions successions,
            Clock clock) {
        this.units = units;
        this.imports = imports;
        this.rules = rules;
        this.trees = trees;
        this.versions = versions;
        this.journal = journal;
        this.superiors = superiors;
        this.successions = successions;
        this.clock = clock;
    }

    public Unit find(UnitId unit) {
        return trees.now().unit(unit);
    }

    public Unit find(UnitId unit, Instant at) {
        return trees.at(at).unit(unit);
    }

    /** Also of a unit that has ended: what it was called last. */
    public String name(UnitId unit) {
        var tree = trees.now();
        if (tree.has(unit)) return tree.unit(unit).name();
        return units.called(unit, clock.instant()).orElseThrow(() -> new NotFound(unit.ref()));
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
        if (unit.name.isBlank()) throw new RuleBroken("organization.name-empty");
        var now = clock.instant();
        var id = units.newNumber();
        units.insert(new Version(id, unit.name, unit.kind, unit.level, unit.code, reason, validFrom, null, now));
        var subordinate = new Subordinate(id, unit.kind, unit.level);
        if (unit.home == null) rules.checkParent(TreeKind.HOME, unit.kind, unit.level, null, null);
        else superiors.put(subordinate, TreeKind.HOME, unit.home, validFrom, null, reason, now);
        if (unit.party != null) superiors.put(subordinate, TreeKind.PARTY, unit.party, validFrom, null, reason, now);
        else if (rules.kind(unit.kind).tree() == UnitKind.Side.PARTY)
            rules.checkParent(TreeKind.PARTY, unit.kind, unit.level, null, null);
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
        var old = units.link(unit, tree, validFrom).orElse(null);
        var until = old == null ? units.nextLink(unit, tree, validFrom).orElse(null) : old.to();
        var known = old == null ? clock.instant() : Dated.later(clock.instant(), old.knownFrom());
        if (old != null) units.close(old, validFrom, known);
        var end = until == null ? units.life(unit).to() : until;
        superiors.put(new Subordinate(unit, moved.kind(), moved.level()), tree, under, validFrom, end, reason, known);
        var from = old == null ? null : old.parent();
        record(new UnitFact.Moved(unit, unit, tree, from, under, validFrom), by);
    }

    /** The unit ends; all that stands below it and all it holds goes over to the other. */
    public void merge(UnitId unit, UnitId into, Instant at, String reason, Actor by) {
        by.must(May.MANAGE_UNITS, unit);
        by.must(May.MANAGE_UNITS, into);
        versions.treeChanges();
        var it = successions.begin(successions.proposed(Kind.MERGE, unit, at, into, Map.of()), reason);
        record(new UnitFact.Merged(unit, unit, into, at), by);
        successions.complete(it, reason);
    }

    /** Ground and units below go to the parts, everything else to the one named: the unit itself, if it lives on. */
    public void split(UnitId unit, Split split, Instant at, String reason, Actor by) {
        by.must(May.MANAGE_UNITS, unit);
        by.must(May.MANAGE_UNITS, split.named);
        for (var part : split.parts) by.must(May.MANAGE_UNITS, part.to);
        versions.treeChanges();
        var parts = successions.parts(unit, split, at);
        var it = successions.begin(successions.proposed(Kind.SPLIT, unit, at, split.named, parts), reason);
        record(new UnitFact.Split(unit, unit, split.named, it.heirs().size(), at), by);
        successions.complete(it, reason);
    }

    /** Everything the unit still holds goes to its successor; what stands under it must have moved before. */
    public void dissolve(UnitId unit, UnitId successor, Instant at, String reason, Actor by) {
        by.must(May.MANAGE_UNITS, unit);
        by.must(May.MANAGE_UNITS, successor);
        versions.treeChanges();
        var ending = living(unit, at);
        if (units.hasBelow(unit, at)) throw new RuleBroken("organization.has-units-below", ending.name());
        var it = successions.begin(successions.proposed(Kind.DISSOLVE, unit, at, successor, Map.of()), reason);
        record(new UnitFact.Dissolved(unit, unit, successor, at), by);
        successions.complete(it, reason);
    }

    /** The day of a planned ending has come. */
    void carryOut(UUID event) {
        successions.carryOut(event);
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

    private Version living(UnitId unit, Instant at) {
        return units.version(unit, at).orElseThrow(() -> new RuleBroken("organization.not-living", unit, at));
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

    /**
     * What a unit gives away.
     *
     * @param named who takes over everything that no part is given; the unit itself when it lives on
     */
    public record Split(UnitId named, List<Part> parts) {}

    /** What one successor takes over: units that stood directly below, with their ground, and further ground. */
    public record Part(UnitId to, List<UnitId> units, List<Ref> areas) {}

    /** @param first the first unit of the list; none when the list was empty */
    public record Imported(UnitFact.BatchId batch, @Nullable UnitId first, int count) {}
}
