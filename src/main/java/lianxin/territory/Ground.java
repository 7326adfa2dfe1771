package lianxin.territory;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the whole ground through all times as it is known now: every version of every area. The versions of area n
 * are those from start[n] to start[n + 1]. Never changed; another edition is another picture, which shares all versions of
 * the areas that were not touched.
 */
final class Ground {
    private final Version[] versions;
    private final int[] start;
    private final int[] childStart;
    private final int[] child;
    private final Version[] byCode;
    final Duties duties;
    final Parts parts;

    /**
     * @param parent zero at the top
     * @param lon not a number where no point is known; lat likewise
     */
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
            long to) {

        private boolean valid(long at) {
            return from <= at && at < to;
        }

        private Area told() {
            var spot = Double.isNaN(lon) ? null : new Spot(lon, lat, pointGenerated);
            var above = parent == 0 ? null : new AreaId(parent);
            return new Area(new AreaId(area), name, kind, code, above, spot, generated);
        }
    }

    /** What is known of all areas, or of some. */
    record Rows(List<Version> versions, List<Duties.Duty> duties, List<Parts.Part> parts) {}

    Ground(Rows rows) {
        this(rows.versions.stream(), rows.versions.stream(), new Duties(rows.duties), new Parts(rows.parts));
    }

    private Ground(Stream<Version> all, Stream<Version> nearlyByCode, Duties duties, Parts parts) {
        versions = all.sorted(comparingInt(Version::area).thenComparingLong(Version::from))
                .toArray(Version[]::new);
        byCode = nearlyByCode.sorted(Comparator.comparing(Version::code)).toArray(Version[]::new);
        int last = versions.length == 0 ? 0 : versions[versions.length - 1].area;
        start = new int[last + 2];
        childStart = new int[last + 2];
        for (var it : versions) {
            start[it.area + 1]++;
            childStart[it.parent + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        Arrays.parallelPrefix(childStart, Integer::sum);
        var next = childStart.clone();
        child = new int[versions.length];
        for (int v = 0; v < versions.length; v++) child[next[versions[v].parent]++] = v;
        this.duties = duties;
        this.parts = parts;
    }

    /**
     * The picture after some areas have changed.
     *
     * @param fresh all that is known now of these areas
     */
    Ground with(BitSet changed, Rows fresh) {
        return new Ground(
                Stream.concat(unchanged(versions, changed), fresh.versions.stream()),
                Stream.concat(
                        unchanged(byCode, changed),
                        fresh.versions.stream().sorted(Comparator.comparing(Version::code))),
                duties.with(changed, fresh.duties),
                parts.with(changed, fresh.parts));
    }

    private static Stream<Version> unchanged(Version[] all, BitSet changed) {
        return Arrays.stream(all).filter(it -> !changed.get(it.area));
    }

    /** The version valid then, or -1. */
    int version(int number, long at) {
        if (number < 1 || number + 1 >= start.length) return -1;
        for (int v = start[number]; v < start[number + 1]; v++) if (versions[v].valid(at)) return v;
        return -1;
    }

    /** The version valid then, else the one nearest in time, or -1 where no such area ever was. */
    int nearestVersion(int number, long at) {
        int valid = version(number, at);
        if (valid >= 0 || number < 1 || number + 1 >= start.length || start[number] == start[number + 1]) return valid;
        return at < versions[start[number]].from ? start[number] : start[number + 1] - 1;
    }

    /** The level of an area at any time; empty where no such area ever was. */
    String kindEver(int number) {
        boolean known = number >= 1 && number + 1 < start.length && start[number] < start[number + 1];
        return known ? versions[start[number]].kind : "";
    }

    int parentOf(int version) {
        return versions[version].parent;
    }

    Area area(int v) {
        return versions[v].told();
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
            if (byCode[middle].code.compareTo(wanted) < 0) low = middle + 1;
            else high = middle;
        }
        for (; low < byCode.length && byCode[low].code.equals(wanted); low++)
            if (byCode[low].valid(at)) return byCode[low].told();
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
            counts.merge(versions[v].kind, 1, Integer::sum);
            count(versions[v].area, at, counts);
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
        eachChild(part, at, v -> addPart(versions[v].area, whole, at, all));
    }

    /** The estate to which the area belongs: by itself, else as that around it does; null where it belongs to none. */
    @Nullable
    Area wholeOf(int number, long at) {
        for (int n = number; n != 0; ) {
            var whole = find(parts.whole(n, at), at);
            if (whole != null) return whole;
            int v = version(n, at);
            n = v < 0 ? 0 : versions[v].parent;
        }
        return null;
    }

    private void addBelow(int number, long at, IntStream.Builder all) {
        all.add(number);
        eachChild(number, at, v -> addBelow(versions[v].area, at, all));
    }

    private void eachChild(int number, long at, IntConsumer use) {
        if (number + 1 >= childStart.length) return;
        for (int i = childStart[number]; i < childStart[number + 1]; i++)
            if (versions[child[i]].valid(at)) use.accept(child[i]);
    }

    /** From the top down to the area itself. */
    List<Area> path(int number, long at) {
        var path = new ArrayList<Area>();
        for (int n = number; n != 0; ) {
            int v = nearestVersion(n, at);
            if (v < 0 || path.size() > 32) break;
            path.add(area(v));
            n = versions[v].parent;
        }
        return path.reversed();
    }

    List<Area> search(String words, long at, int limit) {
        return Arrays.stream(versions)
                .filter(it -> it.valid(at) && (it.name.contains(words) || it.code.equals(words)))
                .limit(limit)
                .map(Version::told)
                .toList();
    }

    /** An area's own name in a time. */
    record Named(int area, String name, long from, long to) {}

    /** Every name that is wanted, in the order of the areas. */
    List<Named> named(Predicate<String> wanted) {
        return Arrays.stream(versions)
                .filter(it -> wanted.test(it.name))
                .map(it -> new Named(it.area, it.name, it.from, it.to))
                .toList();
    }

    List<Area> ofKind(String wanted, long at) {
        return Arrays.stream(versions)
                .filter(it -> it.kind.equals(wanted) && it.valid(at))
                .map(Version::told)
                .toList();
    }

    /** The first moment after this one at which some area begins, ends or changes; for ever when none does. */
    long nextChange(long at) {
        return Arrays.stream(versions)
                .mapToLong(it -> it.from > at ? it.from : it.to > at ? it.to : Long.MAX_VALUE)
                .reduce(parts.nextChange(at), Math::min);
    }

    List<Area> all(long at) {
        return Arrays.stream(versions)
                .filter(it -> it.valid(at))
                .map(Version::told)
                .toList();
    }
}
