package lianxin.territory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Areas by what somebody types: a part of the name of the day or the code first, then what else they are or were called. */
@Component
class AreaSearch {
    private static final int MOST = 50;

    private final Grounds grounds;
    private final Areas areas;
    private final AreaNames names;

    AreaSearch(Grounds grounds, Areas areas, AreaNames names) {
        this.grounds = grounds;
        this.areas = areas;
        this.names = names;
    }

    /** Higher areas first; those found by another name come last. */
    List<Hit> of(String words, Instant at) {
        var wanted = words.strip();
        var hits = new ArrayList<Hit>();
        var seen = new HashMap<Integer, String>();
        for (var it : areas.search(wanted, at)) {
            hits.add(new Hit(it, null));
            seen.put(it.id().number(), it.name());
        }
        if (wanted.length() < 2) return hits;
        for (var it : grounds.now().named(name -> name.contains(wanted))) add(hits, seen, it.area(), it.name(), at);
        for (var it : names.like(wanted, at)) add(hits, seen, it.area().number(), it.name(), at);
        return hits;
    }

    private void add(List<Hit> hits, Map<Integer, String> seen, int area, String name, Instant at) {
        if (hits.size() >= MOST || seen.putIfAbsent(area, name) != null) return;
        areas.on(new AreaId(area), at).ifPresent(it -> hits.add(new Hit(it, name)));
    }

    /** @param by the other name by which it was found; none where its own name or code did */
    record Hit(Area area, @Nullable String by) {}
}
