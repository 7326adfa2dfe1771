package lianxin.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import lianxin.organization.UnitChanges.Verb;
import org.springframework.stereotype.Component;

/** What can be chosen when a unit is changed: the verbs that fit it, the units that may be named, the kinds that may be set up. */
@Component
class UnitChoices {

    /** So many suggestions can still be looked through. */
    private static final int MOST = 300;

    private final Trees trees;
    private final CoverRows covers;
    private final OrganizationRules rules;

    UnitChoices(Trees trees, CoverRows covers, OrganizationRules rules) {
        this.trees = trees;
        this.covers = covers;
        this.rules = rules;
    }

    /** It is covered only if it is of a kind that can be, and a Party body above it only for one below the first level. */
    List<Verb> verbs(Unit unit, Instant at) {
        var coverable = rules.kinds().stream().anyMatch(it -> it.mayCover(unit.kind()));
        return Arrays.stream(Verb.values())
                .filter(it ->
                        it != Verb.PARTY || !rules.superiorKinds(unit.kind()).isEmpty())
                .filter(it -> it != Verb.COVER || coverable)
                .filter(it -> it != Verb.UNCOVER
                        || coverable && !covering(unit.id(), at).isEmpty())
                .toList();
    }

    private List<UnitId> covering(UnitId unit, Instant at) {
        return covers.since(unit, at).stream()
                .filter(it -> it.unit().equals(unit) && it.holds(at))
                .map(CoverRows.Cover::by)
                .toList();
    }

    /**
     * Units somebody may want to name: neighbors that could take over, those that could stand above, Party organizations
     * around that could cover it or do. The nearest come first.
     */
    List<Unit> candidates(Verb verb, UnitId unit, Instant at) {
        var tree = trees.at(at);
        if (!tree.has(unit)) return List.of();
        if (verb == Verb.UNCOVER)
            return covering(unit, at).stream().filter(tree::has).map(tree::unit).toList();
        var fits = fitting(verb, tree.unit(unit));
        var found = new LinkedHashMap<UnitId, Unit>();
        for (var around : circles(verb, unit, tree)) {
            for (var number : tree.below(around)) {
                var other = tree.unit(new UnitId(number));
                if (verb != Verb.UNITS && tree.covers(unit, other.id())) continue;
                if (found.size() < MOST && fits.test(other)) found.put(other.id(), other);
            }
        }
        return List.copyOf(found.values());
    }

    /** Where one looks: among neighbors and one level around them; for a superior in ever wider circles up to the top. */
    private static List<UnitId> circles(Verb verb, UnitId unit, Tree tree) {
        var above = tree.above(unit);
        return switch (verb) {
            case SPLIT -> List.of(above);
            case SUPERIOR, PARTY, UNITS ->
                tree.unitsOnPath(verb == Verb.UNITS ? unit : above).reversed().stream()
                        .map(Unit::id)
                        .toList();
            case NAME, MERGER, DISSOLUTION, COVER, UNCOVER -> List.of(tree.above(above));
        };
    }

    private Predicate<Unit> fitting(Verb verb, Unit own) {
        return switch (verb) {
            case COVER -> other -> rules.kind(other.kind()).mayCover(own.kind());
            case PARTY -> other -> rules.partyBroken(own.kind(), other.kind()) == null;
            case UNITS -> {
                var superiors = new HashSet<String>();
                for (var kind : rules.kinds()) superiors.addAll(rules.superiorKinds(kind.key()));
                yield other -> superiors.contains(other.kind());
            }
            case SUPERIOR ->
                other -> rules.homeBroken(own.kind(), own.level(), other.kind(), other.level()) == null
                        && Levels.rank(own.level()) - Levels.rank(other.level()) <= 1;
            case NAME, MERGER, SPLIT, DISSOLUTION, UNCOVER ->
                other -> other.level().equals(own.level())
                        && rules.kind(other.kind()).tree()
                                == rules.kind(own.kind()).tree();
        };
    }

    /**
     * Kinds of units that could stand under this one, by the levels on which they could. What stands beside areas stands on
     * the levels the playbook says, a partner or another Party organization on the level of its home.
     */
    SortedMap<String, List<UnitKind>> kinds(Unit above) {
        var found = new TreeMap<String, List<UnitKind>>(
                Comparator.comparingInt(Levels::rank).thenComparing(it -> it));
        for (var kind : rules.kinds())
            for (var level : levels(kind, above))
                if (rules.homeBroken(kind.key(), level, above.kind(), above.level()) == null)
                    found.computeIfAbsent(level, none -> new ArrayList<>()).add(kind);
        return found;
    }

    private Collection<String> levels(UnitKind kind, Unit above) {
        var beside = rules.levelsOf(kind.key());
        if (!beside.isEmpty()) return beside;
        return switch (kind.tree()) {
            case ADMINISTRATIVE, DEPARTMENT -> Levels.all();
            case PARTY, PARTNER -> List.of(above.level());
        };
    }
}
