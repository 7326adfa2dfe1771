package lianxin.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything known about who came after whom. Immutable; a town has few of these events. */
final class Lineage {

    private final List<Succession> all;
    private final Map<Integer, List<Succession>> after = new HashMap<>();
    private final Map<Integer, List<Succession>> before = new HashMap<>();

    Lineage(List<Succession> events) {
        all = events.stream()
                .sorted(Comparator.comparing(Succession::at)
                        .thenComparing(Succession::knownFrom)
                        .thenComparingInt(it -> it.from().number()))
                .toList();
        for (var it : all) {
            after.computeIfAbsent(it.from().number(), none -> new ArrayList<>()).add(it);
            for (var heir : it.heirs())
                before.computeIfAbsent(heir.number(), none -> new ArrayList<>()).add(it);
        }
    }

    /** In the order of time. */
    List<Succession> events() {
        return all;
    }

    /** What became of the unit, in the order of time. */
    List<Succession> of(UnitId unit) {
        return after.getOrDefault(unit.number(), List.of());
    }

    /** What made others part of the unit, in the order of time. */
    List<Succession> into(UnitId unit) {
        return before.getOrDefault(unit.number(), List.of());
    }

    /** The event with which the unit ended. */
    Optional<Succession> end(UnitId unit) {
        return of(unit).stream().filter(it -> !it.livesOn()).findFirst();
    }

    /** Numbers of all units that came before or after another. */
    Set<Integer> units() {
        var units = new HashSet<>(after.keySet());
        units.addAll(before.keySet());
        return units;
    }

    /** Looks for the unit of one day that stands for a unit of another. */
    final class Search {

        private final Tree tree;
        private final Instant day;
        private final @Nullable Places places;
        private final Standing.Origin origin;

        Search(Tree tree, Instant day, @Nullable Places places, Standing.Origin origin) {
            this.tree = tree;
            this.day = day;
            this.places = places;
            this.origin = origin;
        }

        Optional<UnitId> found() {
            var unit = origin.unit();
            var since = origin.occurredAt();
            var used = new HashSet<Succession>();
            for (var next = first(unit); next != null; next = next(unit, since, used)) {
                used.add(next);
                since = next.at();
                unit = next.heirOf(origin.place());
            }
            return earlier(unit);
        }

        /** Something that whoever told of it could not know: it came later, or was entered later. */
        private @Nullable Succession first(UnitId unit) {
            return of(unit).stream()
                    .filter(it -> !it.at().isAfter(day))
                    .filter(it -> it.at().isAfter(origin.occurredAt())
                            || it.knownFrom().isAfter(origin.recordedAt()))
                    .findFirst()
                    .orElseGet(() -> ended(unit));
        }

        private @Nullable Succession next(UnitId unit, Instant since, Set<Succession> used) {
            return of(unit).stream()
                    .filter(it -> !it.at().isAfter(day) && !it.at().isBefore(since) && !used.contains(it))
                    .findFirst()
                    .orElseGet(() -> {
                        var end = ended(unit);
                        return end == null || used.contains(end) ? null : end;
                    });
        }

        /** What was told of a unit that had ended already is its successor's. */
        private @Nullable Succession ended(UnitId unit) {
            if (tree.has(unit)) return null;
            return end(unit).filter(it -> !it.at().isAfter(day)).orElse(null);
        }

        /**
         * The day lies before the unit began, or before others became part of it: whoever answered for the place that
         * day is meant, else the unit itself, else the one that gave to it first.
         */
        private Optional<UnitId> earlier(UnitId unit) {
            var living = new ArrayList<UnitId>();
            if (tree.has(unit)) living.add(unit);
            collect(unit, living, new HashSet<>());
            var place = origin.place();
            if (living.size() > 1 && place != null && places != null) {
                var answers = places.answering(place, day);
                for (var it : living) if (answers.isPresent() && tree.covers(it, answers.get())) return Optional.of(it);
            }
            return living.stream().findFirst();
        }

        /** While the unit lives on, only those count that ended and became part of it before it happened. */
        private void collect(UnitId unit, List<UnitId> living, Set<UnitId> seen) {
            if (!seen.add(unit)) return;
            for (var it : into(unit)) {
                if (!it.at().isAfter(day)) continue;
                if (tree.has(unit) && (it.livesOn() || it.at().isAfter(origin.occurredAt()))) continue;
                if (tree.has(it.from()) && !living.contains(it.from())) living.add(it.from());
                collect(it.from(), living, seen);
            }
        }
    }
}
