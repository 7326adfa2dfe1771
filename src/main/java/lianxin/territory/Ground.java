package lianxin.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the whole ground through all times as it is known now: every version of every area in arrays. The versions
 * of area n are those from start[n] to start[n + 1]. Never changed; a new edition is a new picture.
 */
final class Ground {
    private final int[] start;
    private final int[] area;
    private final int[] parent;
    private final long[] from;
    private final long[] to;
    private final String[] name;
    private final String[] code;
    private final String[] kind;
    private final double[] lon;
    private final double[] lat;
    private final BitSet generated = new BitSet();
    private final BitSet pointGenerated = new BitSet();
    private final int[] childStart;
    private final int[] child;
    private final Integer[] byCode;
    final Duties duties;
    final Parts parts;

    /** @param parent zero at the top */
    record Version(
            int area,
            int parent,
            String name,
            String kind,
            String code,
            double lon,
            double lat,
            boolean pointGenerated,
            boolean generated,
            long from,
            long to) {}

    /** @param versions ordered by area and time */
    Ground(List<Version> versions, List<Duties.Duty> assigned, List<Parts.Part> joined) {
        int count = versions.size();
        int last = count == 0 ? 0 : versions.getLast().area();
        start = new int[last + 2];
        area = new int[count];
        parent = new int[count];
        from = new long[count];
        to = new long[count];
        name = new String[count];
        code = new String[count];
        kind = new String[count];
        lon = new double[count];
        lat = new double[count];
        childStart = new int[last + 2];
        child = new int[count];
        var words = new HashMap<String, String>();
        for (int v = 0; v < count; v++) take(v, versions.get(v), words);
        for (int n = 1; n <= last + 1; n++) {
            start[n] += start[n - 1];
            childStart[n] += childStart[n - 1];
        }
        var next = childStart.clone();
        for (int v = 0; v < count; v++) child[next[parent[v]]++] = v;
        byCode = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        Arrays.sort(byCode, Comparator.comparing((Integer v) -> code[v]));
        duties = new Duties(assigned, last);
        parts = new Parts(joined);
    }

    /** Sixty thousand buildings share a handful of names. */
    private void take(int v, Version it, Map<String, String> words) {
        start[it.area() + 1]++;
        childStart[it.parent() + 1]++;
        area[v] = it.area();
        parent[v] = it.parent();
        name[v] = words.computeIfAbsent(it.name(), word -> word);
        kind[v] = words.computeIfAbsent(it.kind(), word -> word);
        code[v] = it.code();
        lon[v] = it.lon();
        lat[v] = it.lat();
        from[v] = it.from();
        to[v] = it.to();
        generated.set(v, it.generated());
        pointGenerated.set(v, it.pointGenerated());
    }

    /** The version valid then, or -1. */
    int version(int number, long at) {
        if (number < 1 || number + 1 >= start.length) return -1;
        for (int v = start[number]; v < start[number + 1]; v++) if (valid(v, at)) return v;
        return -1;
    }

    /** The version valid then, else the one nearest in time, or -1 where no such area ever was. */
    int nearestVersion(int number, long at) {
        int valid = version(number, at);
        if (valid >= 0 || number < 1 || number + 1 >= start.length || start[number] == start[number + 1]) return valid;
        return at < from[start[number]] ? start[number] : start[number + 1] - 1;
    }

    /** The level of an area at any time; empty where no such area ever was. */
    String kindEver(int number) {
        boolean known = number >= 1 && number + 1 < start.length && start[number] < start[number + 1];
        return known ? kind[start[number]] : "";
    }

    int parentOf(int version) {
        return parent[version];
    }

    private boolean valid(int v, long at) {
        return from[v] <= at && at < to[v];
    }

    Area area(int v) {
        var spot = Double.isNaN(lon[v]) ? null : new Spot(lon[v], lat[v], pointGenerated.get(v));
        var above = parent[v] == 0 ? null : new AreaId(parent[v]);
        return new Area(new AreaId(area[v]), name[v], kind[v], code[v], above, spot, generated.get(v));
    }

    @Nullable
    Area find(int number, long at) {
        int v = version(number, at);
        return v < 0 ? null : area(v);
    }

    @Nullable
    Area byCode(String wanted, long at) {
        int low = 0;
        int high = byCode.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (code[byCode[middle]].compareTo(wanted) < 0) low = middle + 1;
            else high = middle;
        }
        for (; low < byCode.length && code[byCode[low]].equals(wanted); low++) {
            if (valid(byCode[low], at)) return area(byCode[low]);
        }
        return null;
    }

    /** By code; zero stands for what has nothing above it. */
    List<Area> children(int number, long at) {
        var found = new ArrayList<Area>();
        eachChild(number, at, v -> found.add(area(v)));
        found.sort(Comparator.comparing(Area::code));
        return found;
    }

    Map<String, Integer> countsBelow(int number, long at) {
        var counts = new LinkedHashMap<String, Integer>();
        if (!parts.ever(number)) count(number, at, counts);
        else for (int it : below(number, at)) if (it != number) counts.merge(kindEver(it), 1, Integer::sum);
        return counts;
    }

    private void count(int number, long at, Map<String, Integer> counts) {
        eachChild(number, at, v -> {
            counts.merge(kind[v], 1, Integer::sum);
            count(area[v], at, counts);
        });
    }

    /** Of an estate itself and what belongs to it. */
    int[] below(int number, long at) {
        var all = IntStream.builder();
        addBelow(number, at, all);
        if (!parts.ever(number)) return all.build().toArray();
        for (int part : parts.of(number, at)) addPart(part, number, at, all);
        return all.build().distinct().toArray();
    }

    /** A building may belong to another estate than its grid. */
    private void addPart(int part, int whole, long at, IntStream.Builder all) {
        int own = parts.whole(part, at);
        if (version(part, at) < 0 || own != 0 && own != whole) return;
        all.add(part);
        eachChild(part, at, v -> addPart(area[v], whole, at, all));
    }

    /** The estate to which the area belongs: by itself, else as that around it does; null where it belongs to none. */
    @Nullable
    Area wholeOf(int number, long at) {
        for (int n = number; n != 0; ) {
            var whole = find(parts.whole(n, at), at);
            if (whole != null) return whole;
            int v = version(n, at);
            n = v < 0 ? 0 : parent[v];
        }
        return null;
    }

    private void addBelow(int number, long at, IntStream.Builder all) {
        all.add(number);
        eachChild(number, at, v -> addBelow(area[v], at, all));
    }

    private void eachChild(int number, long at, IntConsumer use) {
        if (number + 1 >= childStart.length) return;
        for (int i = childStart[number]; i < childStart[number + 1]; i++) if (valid(child[i], at)) use.accept(child[i]);
    }

    /** From the top down to the area itself. */
    List<Area> path(int number, long at) {
        var path = new ArrayList<Area>();
        for (int n = number; n != 0; ) {
            int v = nearestVersion(n, at);
            if (v < 0 || path.size() > 32) break;
            path.add(area(v));
            n = parent[v];
        }
        return path.reversed();
    }

    List<Area> search(String words, long at, int limit) {
        var found = new ArrayList<Area>();
        for (int v = 0; v < area.length && found.size() < limit; v++) {
            if (valid(v, at) && (name[v].contains(words) || code[v].equals(words))) found.add(area(v));
        }
        return found;
    }

    /** An area's own name in a time. */
    record Named(int area, String name, long from, long to) {}

    /** Every name that is wanted, in the order of the areas. */
    List<Named> named(Predicate<String> wanted) {
        return IntStream.range(0, area.length)
                .filter(v -> wanted.test(name[v]))
                .mapToObj(v -> new Named(area[v], name[v], from[v], to[v]))
                .toList();
    }

    List<Area> ofKind(String wanted, long at) {
        return IntStream.range(0, area.length)
                .filter(v -> kind[v].equals(wanted) && valid(v, at))
                .mapToObj(this::area)
                .toList();
    }

    /** The first moment after this one at which some area begins, ends or changes; for ever when none does. */
    long nextChange(long at) {
        return IntStream.range(0, area.length)
                .mapToLong(v -> from[v] > at ? from[v] : to[v] > at ? to[v] : Long.MAX_VALUE)
                .reduce(parts.nextChange(at), Math::min);
    }

    List<Area> all(long at) {
        return IntStream.range(0, area.length)
                .filter(v -> valid(v, at))
                .mapToObj(this::area)
                .toList();
    }
}
