package lianxin.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    /** Running limits go on for another unit: the old rows end, new ones begin with the same moment to fall. */
    void handTo(UnitId unit, Instant now) {
        for (var limit : limits.stream()
                .filter(it -> it.running() && it.reachedAt == null)
                .toList()) {
            limit.endedAt = now;
            limits.add(new Limit(newId(), limit.step, unit, limit.due, limit.setAt));
        }
    }

    List<Limit> all() {
        return List.copyOf(limits);
    }

    UUID newId() {
        return ids.get();
    }
}
