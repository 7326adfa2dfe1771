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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.organization.Standing;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.platform.Ids;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues the league of a period once its objection window is over, and shows it as issued ever after. */
@Service
@Transactional
public class Leagues {
    /** So many leagues along other trees are remembered; then they are all counted again. */
    private static final int KEPT = 32;

    private final SnapshotRepository snapshots;
    private final Measures measures;
    private final Trees trees;
    private final Ids ids;
    private final Clock clock;
    private final Map<Counted, League> counted = new ConcurrentHashMap<>();

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

    Period running(Scheme scheme) {
        return Period.at(clock.instant(), scheme, clock.getZone());
    }

    Period period(String text, Scheme scheme) {
        return Period.of(text, scheme, clock.getZone());
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

    /** The league as issued, or its facts counted again along another tree: the same facts, other units. */
    League along(TreeChoice tree, Scheme scheme, Period period) {
        var issued = issued(scheme, period);
        if (tree.isThen()) return issued;
        var standing = standing(tree);
        var key = new Counted(issued.issue().id(), tree.known() == null ? standing.edition() : tree.asOf());
        if (counted.size() >= KEPT) counted.clear();
        var league = counted.computeIfAbsent(key, it -> {
            var issue = new League.Issue(
                    issued.issue().id(),
                    issued.issue().cut(),
                    tree.kind(),
                    tree.valid(),
                    tree.known() == null ? now() : tree.known(),
                    now());
            return compute(
                    scheme, period, compared(scheme, standing.tree()), issue, units -> new RollUp.Day(standing, units));
        });
        return league.along(tree);
    }

    /** By which its facts fall under its units. */
    RollUp rollUp(League league, TreeChoice tree) {
        var units = league.rows().stream().map(League.Row::unit).collect(Collectors.toSet());
        return tree.isThen() ? new RollUp.Then(units) : new RollUp.Day(standing(tree), units);
    }

    private Standing standing(TreeChoice tree) {
        var known = tree.known();
        return known == null ? trees.standing(tree.valid()) : trees.standing(tree.valid(), known);
    }

    /** What one unit has reached in a period that is not closed: for that unit alone, and it may still change. */
    Optional<League> soFar(Scheme scheme, Period period, UnitId unit) {
        return Optional.ofNullable(compared(scheme, period).get(unit.number()))
                .map(own -> compute(scheme, period, Map.of(unit.number(), own)));
    }

    /** Forgets what was issued so far, because history from before was loaded meanwhile; it is issued anew when asked for. */
    public void forget() {
        counted.clear();
        snapshots.deleteIssuedBefore(clock.instant().plus(1, ChronoUnit.DAYS));
    }

    /** A period in which nothing happened is not kept: its facts may still be imported. */
    private League issue(Scheme scheme, Period period) {
        var league = compute(scheme, period, compared(scheme, period));
        if (league.rows().stream().anyMatch(it -> it.score().cases() > 0)) {
            snapshots.save(league);
        }
        return league;
    }

    private League compute(Scheme scheme, Period period, Map<Integer, Placed> compared) {
        var cutOff = period.cutOff(scheme);
        var now = now();
        var cut = new Cut(
                period.from(), period.to(), now.isBefore(cutOff) ? now.plusNanos(1_000) : cutOff, measures.horizon());
        var issue = new League.Issue(ids.next(), cut, TreeChoice.Kind.THEN, lastMoment(period), now, now);
        return compute(scheme, period, compared, issue, RollUp.Then::new);
    }

    private League compute(
            Scheme scheme,
            Period period,
            Map<Integer, Placed> compared,
            League.Issue issue,
            Function<Set<Integer>, RollUp> along) {
        var counted = measures.count(scheme.measures(), issue.cut(), along.apply(compared.keySet()));
        var nothing = Tally.of(scheme.measures().stream().map(Measure::key).toList(), List.of());
        var rows = new ArrayList<League.Row>();
        compared.forEach((number, unit) -> rows.add(row(scheme, period, unit, counted.getOrDefault(number, nothing))));
        var outside = counted.getOrDefault(RollUp.OUTSIDE, nothing).size();
        return new League(scheme, period, issue, rows, outside);
    }

    private static League.Row row(Scheme scheme, Period period, Placed placed, Tally tally) {
        var unit = placed.unit;
        var seed = Bootstrap.seed(
                scheme.key() + "/" + scheme.version(),
                period.toString(),
                unit.id().number());
        var above = unit.parent() == null ? unit : placed.tree.unit(unit.parent());
        var totals = new LinkedHashMap<String, BigDecimal>();
        tally.measures().forEach(it -> totals.put(it, tally.total(it).amount()));
        return new League.Row(
                unit.id().number(),
                unit.name(),
                above.id().number(),
                above.name(),
                new Scoring(scheme).score(tally, seed),
                totals);
    }

    /**
     * The units of the level that hold cases, as they stood at the end of the period; and those that lived at any time
     * within it, as they stood last.
     */
    private Map<Integer, Placed> compared(Scheme scheme, Period period) {
        var standing = new ArrayList<Tree>();
        for (var at = period.from();
                at.isBefore(period.to());
                at = standing.getLast().until()) {
            standing.add(trees.at(at));
        }
        var units = new LinkedHashMap<Integer, Placed>();
        for (var tree : standing.reversed()) compared(scheme, tree).forEach(units::putIfAbsent);
        return units;
    }

    private static Map<Integer, Placed> compared(Scheme scheme, Tree tree) {
        var units = new LinkedHashMap<Integer, Placed>();
        for (var top : tree.tops()) {
            for (var number : tree.below(top.id())) {
                var unit = tree.unit(new UnitId(number));
                if (unit.holdsCases() && unit.level().equals(scheme.level())) {
                    units.put(number, new Placed(unit, tree));
                }
            }
        }
        return units;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant lastMoment(Period period) {
        return period.to().minus(1, ChronoUnit.MICROS);
    }

    private record Placed(Unit unit, Tree tree) {}

    /** A league counted along one tree, and what it would have to be counted again for. */
    private record Counted(UUID issue, Object tree) {}
}
