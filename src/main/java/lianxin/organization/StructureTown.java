package lianxin.organization;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The town of one moment as the rules ask about it, put in order once, however many parts of it are looked at. */
final class StructureTown {

    final Tree tree;
    final StructureSites sites;
    private final Given given;
    private final Map<String, List<Unit>> byKind = new HashMap<>();
    private final List<Unit> inParty = new ArrayList<>();
    private final Map<UnitId, Map<String, Integer>> below = new HashMap<>();
    private final Map<Beside, Map<String, List<Unit>>> standing = new ConcurrentHashMap<>();

    /**
     * All that was read.
     *
     * @param posts how many hold each role, by unit
     * @param sites areas by level
     * @param built how many places of each type lie at or below an area, by its code
     * @param duty the hours in which nobody is on duty
     * @param covers the Party organizations that cover a unit without standing in it
     */
    record Given(
            Tree tree,
            Map<UnitId, Map<String, Integer>> posts,
            Map<String, List<Places.Site>> sites,
            Map<String, Map<String, Integer>> built,
            DutyGaps duty,
            Map<UnitId, List<UnitId>> covers) {}

    private record Beside(String kind, String level) {}

    StructureTown(Given given, OrganizationRules words) {
        this.given = given;
        this.tree = given.tree;
        this.sites = new StructureSites(given.sites, tree, words);
        tree.each(this::take);
    }

    private void take(Unit unit) {
        byKind.computeIfAbsent(unit.kind(), it -> new ArrayList<>()).add(unit);
        if (unit.parent() != null) isBelow(unit.parent(), unit.kind());
        if (unit.partyParent() == null) return;
        inParty.add(unit);
        if (!unit.partyParent().equals(unit.parent())) isBelow(unit.partyParent(), unit.kind());
    }

    private void isBelow(UnitId upper, String kind) {
        below.computeIfAbsent(upper, it -> new HashMap<>(4)).merge(kind, 1, Integer::sum);
    }

    List<Unit> units(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** How many units of each kind stand right below. */
    Map<String, Integer> below(UnitId unit) {
        return below.getOrDefault(unit, Map.of());
    }

    Map<String, Integer> posts(UnitId unit) {
        return given.posts.getOrDefault(unit, Map.of());
    }

    Map<String, Integer> built(Places.Site site) {
        return given.built.getOrDefault(site.code(), Map.of());
    }

    DutyGaps duty() {
        return given.duty;
    }

    /** Whether an organization of one of these kinds covers the unit. */
    boolean covered(UnitId unit, Set<String> by) {
        return given.covers.getOrDefault(unit, List.of()).stream()
                .anyMatch(it -> tree.has(it) && by.contains(tree.unit(it).kind()));
    }

    /** Which units of a kind stand beside each area of a level, by its code. */
    Map<String, List<Unit>> standing(String kind, String level) {
        return standing.computeIfAbsent(new Beside(kind, level), it -> {
            var found = new HashMap<String, List<Unit>>();
            for (var unit : units(kind)) {
                var site = sites.besideWhich(unit, level);
                if (site != null)
                    found.computeIfAbsent(site.code(), none -> new ArrayList<>(1))
                            .add(unit);
            }
            return found;
        });
    }

    /** What stands at or below the unit, in the one tree or the other, by numbers; null for everything. */
    @Nullable
    BitSet under(@Nullable UnitId top) {
        if (top == null) return null;
        var members = new BitSet();
        for (int number : tree.below(top)) members.set(number);
        var before = 0;
        while (before < members.cardinality()) {
            before = members.cardinality();
            for (var unit : inParty)
                if (unit.partyParent() != null && members.get(unit.partyParent().number()))
                    members.set(unit.id().number());
        }
        return members;
    }
}
