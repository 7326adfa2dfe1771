package lianxin.territory;

import java.util.ArrayList;
import java.util.List;

/** Who answers where, as arrays: the duties of area n are those from start[n] to start[n + 1]. */
final class Duties {
    static final int ANY_LINE = 0;

    private final List<String> lines = new ArrayList<>(List.of(""));
    private final int[] start;
    private final int[] line;
    private final int[] unit;
    private final long[] from;
    private final long[] to;

    /** @param line empty when the unit answers for all lines */
    record Duty(int area, String line, int unit, long from, long to) {}

    /** @param duties ordered by area */
    Duties(List<Duty> duties, int lastArea) {
        int count = duties.size();
        start = new int[lastArea + 2];
        line = new int[count];
        unit = new int[count];
        from = new long[count];
        to = new long[count];
        for (int i = 0; i < count; i++) {
            var duty = duties.get(i);
            start[duty.area() + 1]++;
            line[i] = number(duty.line());
            unit[i] = duty.unit();
            from[i] = duty.from();
            to[i] = duty.to();
        }
        for (int n = 1; n < start.length; n++) start[n] += start[n - 1];
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
            if (line[i] == wanted && from[i] <= at && at < to[i]) return unit[i];
        }
        return 0;
    }

    /** Before anything was assigned here at all, the first assignment is the best answer there is. */
    int firstUnit(int area) {
        if (area + 1 >= start.length) return 0;
        int first = 0;
        long earliest = Long.MAX_VALUE;
        for (int i = start[area]; i < start[area + 1]; i++) {
            if (line[i] != ANY_LINE || from[i] >= earliest) continue;
            earliest = from[i];
            first = unit[i];
        }
        return first;
    }

    List<String> lines() {
        return lines.stream().filter(it -> !it.isEmpty()).sorted().toList();
    }
}
