package lianxin.bodies;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lianxin.platform.RuleBroken;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** What joint bodies this town has and what each kind of them has, as the playbook writes it. */
record BodyRules(
        List<Kind> kinds,
        List<Named> modes,
        @Nullable Coverage coverage,
        @Nullable Axis axis) {

    record Named(String key, Label name) {}

    enum Ends {
        NEVER,
        MAY,
        MUST
    }

    /**
     * One kind.
     *
     * @param approval applied for first and approved above
     * @param onePerArea an area has one at a time
     * @param levels of the only areas on which it stands; none for any
     * @param each whether every area of these levels is to have one
     * @param reviews days of the year on which it looks back, as month and day
     * @param vote by which its resolutions are decided; null where they are written down as agreed
     */
    record Kind(
            String key,
            Label name,
            boolean approval,
            boolean onePerArea,
            Set<String> levels,
            boolean each,
            @Nullable Ends ends,
            List<Seat> seats,
            Set<Part> parts,
            boolean modes,
            boolean covers,
            boolean incomeRatio,
            List<String> reviews,
            @Nullable VoteRule vote) {

        Ends ending() {
            return ends == null ? Ends.NEVER : ends;
        }

        boolean standsOn(String level) {
            return levels.isEmpty() || levels.contains(level);
        }

        boolean has(Part part) {
            return parts.contains(part.list());
        }

        /** All lists it has, in their order; topics are read with their meeting. */
        List<Part> lists() {
            return Arrays.stream(Part.values())
                    .filter(it -> has(it) && it != Part.TOPIC)
                    .toList();
        }

        /** Whether its year has the three lists: what is needed, what is given, what is built. */
        boolean matches() {
            return has(Part.DEMAND);
        }

        Seat seat(String key) {
            return seats.stream()
                    .filter(it -> it.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new RuleBroken("bodies.wrong.seat"));
        }

        /** The next day on which it is looked back, after this one. */
        Optional<LocalDate> reviewAfter(LocalDate day) {
            return reviewDays(day.getYear(), day.getYear() + 1).stream()
                    .filter(it -> it.isAfter(day))
                    .findFirst();
        }

        /** The last such day before this one. */
        Optional<LocalDate> reviewBefore(LocalDate day) {
            return reviewDays(day.getYear() - 1, day.getYear()).reversed().stream()
                    .filter(it -> it.isBefore(day))
                    .findFirst();
        }

        private List<LocalDate> reviewDays(int from, int to) {
            var days = new ArrayList<LocalDate>();
            for (int year = from; year <= to; year++)
                for (var day : reviews) days.add(MonthDay.parse("--" + day).atYear(year));
            days.sort(null);
            return days;
        }
    }

    /**
     * @param most more units at one time are refused; null for any number
     * @param guest for units that stand outside the town's own tree
     */
    record Seat(String key, Label name, @Nullable Integer most, boolean guest) {}

    /** Areas all of which bodies of a kind must cover, by level and end of the name. */
    record Coverage(String kind, String level, @Nullable String endsWith) {

        boolean wants(String areaLevel, String name) {
            return level.equals(areaLevel) && (endsWith == null || name.endsWith(endsWith));
        }
    }

    /** @param kind of body; the areas on which it stands have an axis */
    record Axis(String kind, List<Link> links, List<Step> maturity) {}

    /**
     * One of the links in which things are done together.
     *
     * @param meetings whether a meeting that was held is done in it
     */
    record Link(String key, Label name, boolean meetings) {

        boolean counts(Undertaking it) {
            return key.equals(it.link()) || meetings && it.part() == Part.MEETING;
        }
    }

    /** @param needs at least so many of each thing that is counted */
    record Step(String key, Label name, Map<String, Integer> needs) {}

    Kind kind(String key) {
        return kinds.stream()
                .filter(it -> it.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("bodies.wrong.kind"));
    }

    Axis theAxis() {
        if (axis == null) throw new RuleBroken("bodies.no-axis");
        return axis;
    }

    boolean hasAxis(String level) {
        return axis != null && kind(axis.kind).standsOn(level);
    }

    List<Link> links() {
        return axis == null ? List.of() : axis.links;
    }

    /** What was once a kind stays what it was, under its key. */
    String kindName(String key, Locale locale) {
        return kinds.stream()
                .filter(it -> it.key.equals(key))
                .map(it -> it.name.in(locale))
                .findFirst()
                .orElse(key);
    }

    String modeName(String key, Locale locale) {
        return name(modes, key, locale);
    }

    String linkName(String key, Locale locale) {
        return links().stream()
                .filter(it -> it.key.equals(key))
                .map(it -> it.name.in(locale))
                .findFirst()
                .orElse(key);
    }

    private static String name(List<Named> all, String key, Locale locale) {
        return all.stream()
                .filter(it -> it.key.equals(key))
                .map(it -> it.name.in(locale))
                .findFirst()
                .orElse(key);
    }
}
