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
        done(running(step), now, fell, late);
    }

    /** Of a step that several units may have to take, each for itself. */
    void done(Step step, UnitId unit, Instant now, Consumer<Limit> fell, Consumer<Limit> late) {
        done(running(step).filter(it -> it.unit.equals(unit)), now, fell, late);
    }

    /** Of a step that may be wanted several times, each by a moment of its own. */
    void done(Step step, Instant due, Instant now, Consumer<Limit> fell, Consumer<Limit> late) {
        done(running(step).filter(it -> it.due.equals(due)).limit(1), now, fell, late);
    }

    private static void done(Stream<Limit> limits, Instant now, Consumer<Limit> fell, Consumer<Limit> late) {
        for (var limit : limits.toList()) {
            if (limit.pending() && now.isAfter(limit.due)) fall(limit, now, fell);
            limit.doneAt = now;
            if (now.isAfter(limit.due)) late.accept(limit);
        }
    }

    /** A limit that loses its meaning before it falls is told no more; one that fell before is told first. */
    void end(Step step, Instant now, Consumer<Limit> fell) {
        end(running(step), now, fell);
    }

    void end(Step step, UnitId unit, Instant now, Consumer<Limit> fell) {
        end(running(step).filter(it -> it.unit.equals(unit)), now, fell);
    }

    /** A step that was done turns out not to have been: whether its limit was kept is told no more. */
    void drop(Step step, Instant now, Consumer<Limit> fell) {
        end(limits.stream().filter(it -> it.step == step && it.pending()), now, fell);
    }

    private static void end(Stream<Limit> limits, Instant now, Consumer<Limit> fell) {
        for (var limit : limits.toList()) {
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
    void hand(UnitId from, UnitId to, Instant now) {
        hand(limits.stream().filter(it -> it.unit.equals(from)), to, now);
    }

    void hand(Step step, UnitId from, UnitId to, Instant now) {
        hand(limits.stream().filter(it -> it.step == step && it.unit.equals(from)), to, now);
    }

    private void hand(Stream<Limit> some, UnitId to, Instant now) {
        for (var limit : some.filter(it -> it.running() && it.reachedAt == null).toList()) {
            limit.endedAt = now;
            limits.add(new Limit(newId(), limit.step, to, limit.due, limit.setAt));
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
