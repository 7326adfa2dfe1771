package lianxin.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Who answers where: the duties of area n are those from start[n] to start[n + 1]. */
final class Duties {
    static final int ANY_LINE = 0;

    private final List<String> lines = new ArrayList<>(List.of(""));
    private final Duty[] duties;
    private final int[] start;
    private final int[] line;

    /** @param line empty when the unit answers for all lines */
    record Duty(int area, String line, int unit, long from, long to) {

        private boolean holds(long at) {
            return from <= at && at < to;
        }
    }

    Duties(List<Duty> duties) {
        this(duties.stream());
    }

    private Duties(Stream<Duty> all) {
        duties = all.sorted(Comparator.comparingInt(Duty::area).thenComparingLong(Duty::from))
                .toArray(Duty[]::new);
        start = new int[duties.length == 0 ? 1 : duties[duties.length - 1].area + 2];
        line = new int[duties.length];
        for (int i = 0; i < duties.length; i++) {
            start[duties[i].area + 1]++;
            line[i] = number(duties[i].line);
        }
        Arrays.parallelPrefix(start, Integer::sum);
    }

    Duties with(BitSet changed, List<Duty> fresh) {
        return new Duties(Stream.concat(Arrays.stream(duties).filter(it -> !changed.get(it.area)), fresh.stream()));
    }

    private int number(String name) {
        int known = lines.indexOf(name);
        if (known >= 0) return known;
        lines.add(name);
        return lines.size() - 1;
    }

    /** The number of a line that somebody somewhere answers for, or one that never fits. */
    int line(String name) {
        int known = lines.indexOf(name);
        return known < 0 ? Integer.MAX_VALUE : known;
    }

    /** The unit that answers for exactly this area and line; zero when there is none. */
    int unit(int area, int wanted, long at) {
        if (area + 1 >= start.length) return 0;
        for (int i = start[area]; i < start[area + 1]; i++) {
            if (line[i] == wanted && duties[i].holds(at)) return duties[i].unit;
        }
        return 0;
    }

    /** Before anything was assigned here at all, the first assignment is the best answer there is. */
    int firstUnit(int area) {
        if (area + 1 >= start.length) return 0;
        for (int i = start[area]; i < start[area + 1]; i++) if (line[i] == ANY_LINE) return duties[i].unit;
        return 0;
    }

    List<String> lines() {
        return lines.stream().filter(it -> !it.isEmpty()).sorted().toList();
    }
}
