package lianxin.directives;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;

/**
 * What is open and late below a unit, rolled up over three levels: every unit is counted once, on the way that leads up to
 * the one that looks. Units with nothing are left out.
 */
final class Branches {

    private static final int LEVELS = 3;

    private final Unit unit;
    private final int depth;
    private final Map<UnitId, Branches> below = new LinkedHashMap<>();
    private Tally own = Tally.NONE;
    private Tally all = Tally.NONE;

    private Branches(Unit unit, int depth) {
        this.unit = unit;
        this.depth = depth;
    }

    /** @param owed responsibilities of posts that are over their day */
    record Tally(int open, int late, int reported, int declined, int owed) {

        static final Tally NONE = new Tally(0, 0, 0, 0, 0);
        static final Tally OWED = new Tally(0, 0, 0, 0, 1);

        static Tally of(Part it, LocalDate today) {
            var count = RollUp.Count.of(it, today);
            return new Tally(count.open(), count.late(), count.reported(), count.declined(), 0);
        }

        Tally plus(Tally it) {
            return new Tally(
                    open + it.open, late + it.late, reported + it.reported, declined + it.declined, owed + it.owed);
        }

        boolean nothing() {
            return equals(NONE);
        }
    }

    /** One unit as it is shown, with how deep it stands below the one that looks. */
    record Line(Unit unit, int depth, Tally own, Tally all) {}

    static List<Line> of(UnitId top, Map<UnitId, Tally> tallies, Below.Now tree) {
        var root = new Branches(tree.tree.unit(top), 0);
        tallies.forEach((unit, tally) -> {
            if (tally.nothing() || unit.equals(top) || !tree.tree.has(unit)) return;
            tree.wayTo(unit, top).ifPresent(way -> root.add(way, tally, tree));
        });
        var lines = new ArrayList<Line>();
        root.collect(lines);
        return lines;
    }

    private void add(List<UnitId> way, Tally tally, Below.Now tree) {
        all = all.plus(tally);
        if (way.isEmpty() || depth == LEVELS) {
            if (way.isEmpty()) own = own.plus(tally);
            return;
        }
        var next = way.getFirst();
        below.computeIfAbsent(next, it -> new Branches(tree.tree.unit(it), depth + 1))
                .add(way.subList(1, way.size()), tally, tree);
    }

    private void collect(List<Line> lines) {
        if (depth > 0) lines.add(new Line(unit, depth, own, all));
        below.values().stream()
                .sorted(Comparator.comparing(it -> it.unit.code()))
                .forEach(it -> it.collect(lines));
    }
}
