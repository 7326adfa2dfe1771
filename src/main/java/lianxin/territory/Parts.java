package lianxin.territory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which areas are put together to an estate, through all times. Each belongs to one at a time. */
final class Parts {
    private final Part[] byPart;
    private final Part[] byWhole;

    record Part(int part, int whole, long from, long to) {

        boolean holds(long at) {
            return from <= at && at < to;
        }
    }

    Parts(List<Part> parts) {
        byPart = sorted(parts, Part::part);
        byWhole = sorted(parts, Part::whole);
    }

    Parts with(BitSet changed, List<Part> fresh) {
        return new Parts(Stream.concat(Arrays.stream(byPart).filter(it -> !changed.get(it.part)), fresh.stream())
                .toList());
    }

    private static Part[] sorted(List<Part> parts, ToIntFunction<Part> by) {
        return parts.stream()
                .sorted(Comparator.comparingInt(by).thenComparingInt(Part::part).thenComparingLong(Part::from))
                .toArray(Part[]::new);
    }

    /** The estate that has this very area among its parts; zero where none has. */
    int whole(int part, long at) {
        for (int i = first(byPart, Part::part, part); i < byPart.length && byPart[i].part == part; i++)
            if (byPart[i].holds(at)) return byPart[i].whole;
        return 0;
    }

    int[] of(int whole, long at) {
        return IntStream.range(first(byWhole, Part::whole, whole), byWhole.length)
                .takeWhile(i -> byWhole[i].whole == whole)
                .filter(i -> byWhole[i].holds(at))
                .map(i -> byWhole[i].part)
                .toArray();
    }

    /** Whether it has or had parts, or is to have some. */
    boolean ever(int whole) {
        int at = first(byWhole, Part::whole, whole);
        return at < byWhole.length && byWhole[at].whole == whole;
    }

    private static int first(Part[] sorted, ToIntFunction<Part> by, int wanted) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (by.applyAsInt(sorted[middle]) < wanted) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** The first moment after this one at which something joins or leaves; for ever when nothing does. */
    long nextChange(long at) {
        return Arrays.stream(byPart)
                .mapToLong(it -> it.from > at ? it.from : it.to > at ? it.to : Long.MAX_VALUE)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
