package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianxin.facts.Journal;
import lianxin.organization.CoverRows.Cover;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Component;

/**
 * When a Party organization ends, its successor covers what it covered; where that cannot be, the ending is refused. When a
 * covered unit ends, its successor is covered as it was, if it is of a kind that can be; else there is nothing left to cover.
 */
@Component
class CoversHandOver implements UnitEnding {

    private final CoverRows rows;
    private final UnitRepository units;
    private final LineageRepository lineage;
    private final OrganizationRules rules;
    private final TreeChanges changes;
    private final Journal journal;
    private final Clock clock;

    CoversHandOver(
            CoverRows rows,
            UnitRepository units,
            LineageRepository lineage,
            OrganizationRules rules,
            TreeChanges changes,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.units = units;
        this.lineage = lineage;
        this.rules = rules;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String held() {
        return "organization.held.covers";
    }

    @Override
    public Map<UnitId, Integer> shares(Succession it) {
        var count = (int) going(it).stream().filter(one -> goesOver(one, it)).count();
        return count == 0 ? Map.of() : Map.of(it.named(), count);
    }

    @Override
    public void handOver(Succession it) {
        var going = going(it);
        if (going.isEmpty()) return;
        var left = going.stream()
                .filter(one -> one.by().equals(it.from()) && !mayCover(one, it))
                .count();
        if (left > 0) throw new RuleBroken("organization.covers-left", name(it.from(), it), left, name(it.named(), it));
        goOver(going, it);
    }

    /** What begins with a unit whose end is known already goes on with its successors from that day. */
    void passOn(UnitId unit) {
        for (var end = lineage.lineage(null).end(unit); end.isPresent(); ) {
            var it = end.get();
            goOver(going(it), it);
            end = lineage.lineage(null).end(it.named());
        }
    }

    private void goOver(List<Cover> going, Succession it) {
        var facts = new ArrayList<Journal.Told>();
        for (var one : going) {
            changes.changed(one.unit());
            var goesOver = goesOver(one, it);
            rows.close(one, it.at(), null, clock.instant());
            facts.add(told(new UnitFact.CoverEnded(one.unit(), one.unit(), one.by(), it.at()), it));
            if (!goesOver) continue;
            var unit = unit(one, it);
            var since = since(one, it);
            changes.changed(unit);
            var known = Dated.later(clock.instant(), one.knownFrom());
            rows.insert(unit, by(one, it), one.reason(), since, one.to(), known);
            facts.add(told(new UnitFact.Covered(unit, unit, by(one, it), since), it));
        }
        if (!facts.isEmpty()) journal.recordAll(facts, null, Actor.SYSTEM.ref());
    }

    private static Journal.Told told(UnitFact fact, Succession it) {
        return new Journal.Told(fact, it.at());
    }

    private static UnitId unit(Cover one, Succession it) {
        return one.unit().equals(it.from()) ? it.named() : one.unit();
    }

    private static UnitId by(Cover one, Succession it) {
        return one.by().equals(it.from()) ? it.named() : one.by();
    }

    private static Instant since(Cover one, Succession it) {
        return Dated.later(one.from(), it.at());
    }

    private boolean goesOver(Cover one, Succession it) {
        var unit = unit(one, it);
        var by = by(one, it);
        return mayCover(one, it)
                && !units.standsUnder(by, unit, TreeKind.HOME, since(one, it), null)
                && rows.since(unit, it.at()).stream()
                        .noneMatch(
                                other -> other.by().equals(by) && other.unit().equals(unit));
    }

    private boolean mayCover(Cover one, Succession it) {
        var covered = units.version(unit(one, it), since(one, it));
        var covering = units.version(by(one, it), since(one, it));
        return covered.isPresent()
                && covering.isPresent()
                && rules.kind(covering.get().kind()).mayCover(covered.get().kind());
    }

    private List<Cover> going(Succession it) {
        return it.livesOn() ? List.of() : rows.since(it.from(), it.at());
    }

    private String name(UnitId unit, Succession it) {
        return units.called(unit, it.at()).orElse(unit.toString());
    }
}
