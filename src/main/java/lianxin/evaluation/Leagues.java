package lianxin.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.platform.Ids;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues the league of a month once its objection window is over, and shows it as issued ever after. */
@Service
@Transactional
public class Leagues {
    private final SnapshotRepository snapshots;
    private final Measures measures;
    private final Trees trees;
    private final Ids ids;
    private final Clock clock;

    Leagues(SnapshotRepository snapshots, Measures measures, Trees trees, Ids ids, Clock clock) {
        this.snapshots = snapshots;
        this.measures = measures;
        this.trees = trees;
        this.ids = ids;
        this.clock = clock;
    }

    Period lastClosed(Scheme scheme) {
        return Period.lastClosed(scheme, clock.instant(), clock.getZone());
    }

    Period running() {
        return Period.at(clock.instant(), clock.getZone());
    }

    Period period(String text) {
        return Period.of(text, clock.getZone());
    }

    boolean closed(Scheme scheme, Period period) {
        return period.closed(scheme, clock.instant());
    }

    /** While a period runs, and until objections are over, there is no league. */
    League issued(Scheme scheme, Period period) {
        if (!closed(scheme, period)) {
            throw new RuleBroken("evaluation.not-closed", period);
        }
        return snapshots.find(scheme, period).orElseGet(() -> {
            snapshots.waitForTurn(scheme, period);
            return snapshots.find(scheme, period).orElseGet(() -> issue(scheme, period));
        });
    }

    /** What one unit has reached in a period that is not closed: for that unit alone, and it may still change. */
    Optional<League> soFar(Scheme scheme, Period period, UnitId unit) {
        var compared = compared(scheme, period);
        var own = compared.units.get(unit.number());
        return own == null
                ? Optional.empty()
                : Optional.of(compute(scheme, period, new Compared(compared.tree, Map.of(unit.number(), own))));
    }

    /** Forgets what was issued so far, because history from before was loaded meanwhile; it is issued anew when asked for. */
    public void forget() {
        snapshots.deleteIssuedBefore(clock.instant().plus(1, ChronoUnit.DAYS));
    }

    /** A month in which nothing happened is not kept: its facts may still be imported. */
    private League issue(Scheme scheme, Period period) {
        var league = compute(scheme, period, compared(scheme, period));
        if (league.rows().stream().anyMatch(it -> it.score().cases() > 0)) {
            snapshots.save(league);
        }
        return league;
    }

    private League compute(Scheme scheme, Period period, Compared compared) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var cutOff = period.cutOff(scheme);
        var cut = new Cut(
                period.from(), period.to(), now.isBefore(cutOff) ? now.plusNanos(1_000) : cutOff, measures.horizon());
        var counted = measures.count(scheme.measures(), cut, compared.units.keySet());
        var nothing = Tally.of(scheme.measures().stream().map(Measure::key).toList(), List.of());
        var rows = new ArrayList<League.Row>();
        compared.units.forEach((number, unit) ->
                rows.add(row(scheme, period, unit, compared.tree, counted.getOrDefault(number, nothing))));
        var issue = new League.Issue(ids.next(), cut, lastMoment(period), now, now);
        return new League(scheme, period, issue, rows);
    }

    private static League.Row row(Scheme scheme, Period period, Unit unit, Tree tree, Tally tally) {
        var seed = Bootstrap.seed(
                scheme.key() + "/" + scheme.version(),
                period.toString(),
                unit.id().number());
        var above = unit.parent() == null ? unit.id() : unit.parent();
        var totals = new LinkedHashMap<String, BigDecimal>();
        tally.measures().forEach(it -> totals.put(it, tally.total(it).amount()));
        return new League.Row(
                unit.id().number(),
                unit.name(),
                above.number(),
                tree.has(above) ? tree.unit(above).name() : unit.name(),
                new Scoring(scheme).score(tally, seed),
                totals);
    }

    /** The units of the level that hold cases, as they stood at the end of the period; and those that ended within it. */
    private Compared compared(Scheme scheme, Period period) {
        var atEnd = trees.at(lastMoment(period));
        var units = new LinkedHashMap<Integer, Unit>();
        for (var tree : List.of(atEnd, trees.at(period.from()))) {
            for (var top : tree.tops()) {
                for (var number : tree.below(top.id())) {
                    var unit = tree.unit(new UnitId(number));
                    if (unit.holdsCases() && unit.level().equals(scheme.level())) {
                        units.putIfAbsent(number, unit);
                    }
                }
            }
        }
        return new Compared(atEnd, units);
    }

    private static Instant lastMoment(Period period) {
        return period.to().minus(1, ChronoUnit.MICROS);
    }

    private record Compared(Tree tree, Map<Integer, Unit> units) {}
}
