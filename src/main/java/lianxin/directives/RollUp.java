package lianxin.directives;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the parts of a task stand, level by level: counted from the parts themselves, reported by nobody. */
final class RollUp {

    private RollUp() {}

    /** @param open also those that are late and those that say they are done */
    record Count(int asked, int open, int reported, int done, int late, int declined) {

        static final Count NONE = new Count(0, 0, 0, 0, 0, 0);

        static Count of(Part it, LocalDate today) {
            if (it.state() == PartState.WITHDRAWN) return NONE;
            return new Count(
                    1,
                    it.unsettled() ? 1 : 0,
                    it.state() == PartState.REPORTED ? 1 : 0,
                    it.state() == PartState.DONE ? 1 : 0,
                    it.late(today) ? 1 : 0,
                    it.state() == PartState.DECLINED ? 1 : 0);
        }

        Count plus(Count it) {
            return new Count(
                    asked + it.asked,
                    open + it.open,
                    reported + it.reported,
                    done + it.done,
                    late + it.late,
                    declined + it.declined);
        }
    }

    static Count count(Iterable<Part> parts, LocalDate today) {
        var sum = Count.NONE;
        for (var it : parts) sum = sum.plus(Count.of(it, today));
        return sum;
    }

    record Level(String level, Count count) {}

    /** From above, those levels on which somebody was asked. */
    static List<Level> of(List<Part> parts, Below.Now tree, LocalDate today) {
        var byLevel = new LinkedHashMap<String, Count>();
        for (var it : inOrder(parts)) {
            if (!tree.tree.has(it.unit())) continue;
            byLevel.merge(tree.tree.unit(it.unit()).level(), Count.of(it, today), Count::plus);
        }
        var levels = new ArrayList<Level>();
        for (Map.Entry<String, Count> it : byLevel.entrySet()) levels.add(new Level(it.getKey(), it.getValue()));
        return levels;
    }

    /** Parts behind the part from which they were split. */
    private static List<Part> inOrder(List<Part> parts) {
        var depth = new LinkedHashMap<PartId, Integer>();
        var byId = Held.byId(parts);
        for (var it : parts) depth(it, byId, depth);
        return parts.stream()
                .sorted((one, other) ->
                        Integer.compare(depth.getOrDefault(one.id(), 0), depth.getOrDefault(other.id(), 0)))
                .toList();
    }

    private static int depth(Part part, Map<PartId, Part> byId, Map<PartId, Integer> known) {
        var there = known.get(part.id());
        if (there != null) return there;
        var above = part.above() == null ? null : byId.get(part.above());
        int depth = above == null ? 0 : depth(above, byId, known) + 1;
        known.put(part.id(), depth);
        return depth;
    }
}
