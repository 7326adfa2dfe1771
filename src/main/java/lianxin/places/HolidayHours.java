package lianxin.places;

import java.util.Comparator;
import java.util.List;

/** What a door says about public holidays: nothing, as on any day, or hours of their own; with none of these it is shut. */
record HolidayHours(Said said, List<Stretch> stretches) {
    static final HolidayHours NOTHING = new HolidayHours(Said.NOTHING, List.of());
    static final HolidayHours USUAL = new HolidayHours(Said.USUAL, List.of());
    static final HolidayHours SHUT = new HolidayHours(Said.OWN, List.of());

    HolidayHours {
        stretches = stretches.stream()
                .sorted(Comparator.comparingInt(Stretch::from))
                .toList();
    }

    enum Said {
        NOTHING,
        USUAL,
        OWN
    }

    /** In minutes of a day; the end may lie in the next one. */
    record Stretch(int from, int to) {}

    boolean shut() {
        return said == Said.OWN && stretches.isEmpty();
    }
}
