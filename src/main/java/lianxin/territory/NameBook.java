package lianxin.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every name by which an area can be meant, with the time in which it may be: its own, its former ones, its other ones. */
@Component
class NameBook {
    private static final int SHORTEST = 2;

    private final Grounds grounds;
    private final AreaNames names;
    private final Editions editions;
    private final AddressRules rules;
    private volatile @Nullable Held held;

    private record Held(long edition, List<Entry> entries) {}

    /**
     * One name of one area.
     *
     * @param shortened without the ending that people leave out
     * @param other not its name at that time
     */
    record Entry(int area, String name, long from, long to, boolean shortened, boolean other) {

        boolean holds(long at) {
            return from <= at && at < to;
        }

        double weight() {
            return (shortened ? 0 : 2) + (other ? 0 : 1);
        }
    }

    NameBook(Grounds grounds, AreaNames names, Editions editions, AddressRules rules) {
        this.grounds = grounds;
        this.names = names;
        this.editions = editions;
        this.rules = rules;
    }

    List<Entry> now() {
        long edition = editions.now();
        var known = held;
        if (known != null && known.edition == edition) return known.entries;
        var fresh = new Held(edition, written());
        held = fresh;
        return fresh.entries;
    }

    private List<Entry> written() {
        var entries = new ArrayList<Entry>();
        var ends = new HashMap<Integer, Long>();
        var versions = grounds.now().named(it -> !rules.numbered(it));
        for (var it : versions) ends.merge(it.area(), it.to(), Math::max);
        for (var it : versions) {
            add(entries, it.area(), it.name(), it.from(), it.to(), false);
            // After it was renamed the old name still leads to it, as long as it is there.
            long end = ends.getOrDefault(it.area(), it.to());
            if (it.to() < end) add(entries, it.area(), it.name(), it.to(), end, true);
        }
        for (var it : names.all()) add(entries, it.area().number(), it.name(), it.from(), it.to(), true);
        return List.copyOf(entries);
    }

    private void add(List<Entry> entries, int area, String name, long from, long to, boolean other) {
        entries.add(new Entry(area, name, from, to, false, other));
        var said = rules.said(name);
        if (!said.equals(name) && said.length() >= SHORTEST) entries.add(new Entry(area, said, from, to, true, other));
    }
}
