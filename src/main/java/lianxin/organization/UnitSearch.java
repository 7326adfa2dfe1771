package lianxin.organization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import lianxin.platform.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Units by what somebody types: a part of the name of the day or the code first, then what they are called on other days. */
@Component
class UnitSearch {

    private final UnitQueries queries;

    UnitSearch(UnitQueries queries) {
        this.queries = queries;
    }

    /** Higher units first; those found by a name of another day come last, also when they are not there on this one. */
    List<Hit> of(Tree tree, String words, AsOf asOf, int limit) {
        var hits = new ArrayList<Hit>();
        var seen = new HashSet<UnitId>();
        for (var it : tree.search(words, limit)) {
            hits.add(new Hit(it.id(), it.name(), it, null));
            seen.add(it.id());
        }
        if (words.length() < 2) return hits;
        for (var it : queries.everCalled(words, asOf.known())) {
            if (hits.size() >= limit) break;
            if (!seen.add(it.unit())) continue;
            hits.add(hit(tree, it.unit(), it.name()));
        }
        return hits;
    }

    private static Hit hit(Tree tree, UnitId id, String called) {
        if (!tree.has(id)) return new Hit(id, called, null, null);
        var living = tree.unit(id);
        return new Hit(id, living.name(), living, called);
    }

    /**
     * @param name that of the day; of a unit not there on the day, the one it was found by
     * @param living none when the unit is not there on the day
     * @param by its name of another day, when a unit of the day was found by that
     */
    record Hit(
            UnitId id,
            String name,
            @Nullable Unit living,
            @Nullable String by) {}
}
