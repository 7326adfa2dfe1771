package lianxin.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lianxin.organization.UnitId;

/** All limits of one case that still matter, and new ones as they are set. */
final class LimitBook {

    private final List<Limit> limits;
    private final Supplier<UUID> ids;

    LimitBook(List<Limit> limits, Supplier<UUID> ids) {
        this.limits = new ArrayList<>(limits);
        this.ids = ids;
    }

    void start(Step step, UnitId unit, Instant due, Instant now) {
        limits.add(new Limit(newId(), step, unit, due, now));
    }

    Stream<Limit> running(Step step) {
        return limits.stream().filter(it -> it.step == step && it.running());
    }

    /** Limits that have come due fall, in their order. */
    void reach(Instant now, Predicate<Limit> which, Consumer<Limit> fell) {
        all().stream()
                .filter(it -> it.pending() && !now.isBefore(it.due))
                .filter(which)
                .sorted(Comparator.comparing(it -> it.due))
                .forEach(it -> fall(it, now, fell));
    }

    void done(Step step, Instant now, Consumer<Limit> fell, Consumer<Limit> late) {
        for (var limit : running(step).toList()) {
            if (limit.pending() && now.isAfter(limit.due)) fall(limit, now, fell);
            limit.doneAt = now;
            if (now.isAfter(limit.due)) late.accept(limit);
        }
    }

    /** A limit that loses its meaning before it falls is told no more; one that fell before is told first. */
    void end(Step step, Instant now, Consumer<Limit> fell) {
        for (var limit : running(step).toList()) {
            if (limit.pending() && !now.isBefore(limit.due)) fall(limit, now, fell);
            limit.endedAt = now;
        }
    }

    private static void fall(Limit limit, Instant now, Consumer<Limit> fell) {
        limit.reachedAt = now;
        fell.accept(limit);
    }

    Optional<Instant> nextToFall() {
        return limits.stream().filter(Limit::pending).map(it -> it.due).min(Comparator.naturalOrder());
    }

    /** Running limits go on for another unit: the old rows end, new ones begin with the same moment to fall. */
    void handTo(UnitId unit, Instant now) {
        for (var limit : limits.stream()
                .filter(it -> it.running() && it.reachedAt == null)
                .toList()) {
            limit.endedAt = now;
            limits.add(new Limit(newId(), limit.step, unit, limit.due, limit.setAt));
        }
    }

    void areStored() {
        limits.forEach(Limit::isStored);
    }

    List<Limit> all() {
        return List.copyOf(limits);
    }

    UUID newId() {
        return ids.get();
    }
}
