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

    List<Limit> all() {
        return List.copyOf(limits);
    }

    UUID newId() {
        return ids.get();
    }
}
