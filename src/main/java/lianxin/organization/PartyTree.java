package lianxin.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Party bodies of a {@link Tree} as they stand under each other, in up to five levels. */
final class PartyTree {

    private final Tree tree;
    private final Map<UnitId, List<Unit>> below = new HashMap<>();

    PartyTree(Tree tree) {
        this.tree = tree;
        tree.each(it -> {
            var above = it.partyParent();
            if (above != null)
                below.computeIfAbsent(above, none -> new ArrayList<>()).add(it);
        });
    }

    /** Those that have others under them and stand under nobody. */
    List<Unit> tops() {
        var tops = new ArrayList<Unit>();
        tree.each(it -> {
            if (it.partyParent() == null && below.containsKey(it.id())) tops.add(it);
        });
        return tops;
    }

    List<Unit> children(UnitId unit) {
        return below.getOrDefault(unit, List.of());
    }

    int countBelow(UnitId unit) {
        var count = 0;
        for (var it : children(unit)) count += 1 + countBelow(it.id());
        return count;
    }

    /** From the first level down to the unit itself. */
    List<UnitId> path(UnitId unit) {
        var path = new ArrayList<UnitId>();
        for (var it = unit; it != null; it = tree.unit(it).partyParent()) path.addFirst(it);
        return path;
    }
}
