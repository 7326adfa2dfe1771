package lianxin.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays the sweep for one case: wakes it soon after its moment has come, and asks for the next. */
final class Waking {

    private static final Duration URGENT = Duration.ofMinutes(10);
    private static final Duration USUAL = Duration.ofHours(2);
    /** While nobody is at work on the case its limits are only written into the book: once in the night will do. */
    private static final Duration NIGHTLY = Duration.ofDays(1);

    private final Agenda agenda;
    private final Duration grid;
    private final BooleanSupplier calm;
    private final Function<Instant, @Nullable Instant> wake;
    private @Nullable Instant noted;

    /**
     * @param calm whether nobody is late if the case is woken somewhat later
     * @param wake wakes the case and tells its next moment
     */
    Waking(Agenda agenda, boolean urgent, BooleanSupplier calm, Function<Instant, @Nullable Instant> wake) {
        this.agenda = agenda;
        this.grid = urgent ? URGENT : USUAL;
        this.calm = calm;
        this.wake = wake;
    }

    void by(Instant moment) {
        long step = (calm.getAsBoolean() ? NIGHTLY : grid).toMillis();
        var rounded = Instant.ofEpochMilli(Math.ceilDiv(moment.toEpochMilli(), step) * step);
        if (noted != null && !rounded.isBefore(noted)) return;
        noted = rounded;
        agenda.at(rounded, now -> {
            if (rounded.equals(noted)) happen(now);
        });
    }

    private void happen(Instant now) {
        noted = null;
        var next = wake.apply(now);
        if (next != null) by(next.isAfter(now) ? next : now.plus(grid));
    }
}
