package lianxin.evaluation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lianxin.facts.Ref;
import lianxin.organization.Standing;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** Under which of the units that are compared a fact falls. */
sealed interface RollUp {

    /** Where falls what is nobody's on the list. */
    int OUTSIDE = 0;

    int unit(Told told);

    /** Numbers of units whose facts must be told one by one, because place and time decide. */
    Set<Integer> oneByOne();

    /** Which facts can fall under a unit at all, as a condition on the journal {@code j}. */
    String mayFallUnder(int unit);

    /**
     * What must be known of a fact; place and times only where {@link #oneByOne} asks for them.
     *
     * @param path the home path frozen into it
     */
    record Told(
            List<Integer> path,
            @Nullable Ref place,
            @Nullable Instant occurredAt,
            @Nullable Instant recordedAt) {}

    /** By the path frozen into the fact. */
    record Then(Set<Integer> compared) implements RollUp {

        @Override
        public int unit(Told told) {
            return lowest(told.path, compared);
        }

        @Override
        public Set<Integer> oneByOne() {
            return Set.of();
        }

        @Override
        public String mayFallUnder(int unit) {
            return unit + " = ANY (j.unit_path)";
        }
    }

    /** By the tree of a day, in which successors stand for those that were. */
    record Day(Standing standing, Set<Integer> compared, Map<UnitId, Integer> lasting) implements RollUp {

        Day(Standing standing, Set<Integer> compared) {
            this(standing, compared, new HashMap<>());
        }

        @Override
        public int unit(Told told) {
            var unit = new UnitId(told.path.getLast());
            if (told.occurredAt == null || told.recordedAt == null) return lasting.computeIfAbsent(unit, this::itself);
            var origin = new Standing.Origin(unit, told.place, told.occurredAt, told.recordedAt);
            return standing.of(origin).map(this::itself).orElse(OUTSIDE);
        }

        private int itself(UnitId unit) {
            var tree = standing.tree();
            if (!tree.has(unit)) return OUTSIDE;
            var path = tree.path(unit);
            for (var at = path.length - 1; at >= 0; at--) if (compared.contains(path[at])) return path[at];
            return OUTSIDE;
        }

        @Override
        public Set<Integer> oneByOne() {
            return standing.related();
        }

        @Override
        public String mayFallUnder(int unit) {
            var units = new HashSet<>(standing.related());
            for (var it : standing.tree().below(new UnitId(unit))) units.add(it);
            return "j.unit IN (" + units.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
        }
    }

    /** The lowest unit of the path that is one of those compared. */
    private static int lowest(List<Integer> path, Set<Integer> compared) {
        for (var unit : path.reversed()) if (compared.contains(unit)) return unit;
        return OUTSIDE;
    }
}
