package lianxin.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of the town hall: the only one the program reads, in the city's zone and to the microsecond, as PostgreSQL
 * keeps it. While the demonstration city is being loaded it shows, to the loader alone, the time of the story.
 */
public final class CityClock extends Clock {
    /** A system clock corrected by less than this stands still until it has caught up; a larger step is believed. */
    private static final Duration CORRECTION = Duration.ofSeconds(10);

    private static final ScopedValue<Moving> STORY = ScopedValue.newInstance();

    private final Clock system;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.EPOCH);

    public CityClock(ZoneId zone) {
        this(Clock.system(zone));
    }

    CityClock(Clock system) {
        this.system = system;
    }

    /** Does the work at the time of a story, on this thread only: whoever hands work to another thread binds it there again. */
    public static void at(Moving time, Runnable work) {
        ScopedValue.where(STORY, time).run(work);
    }

    @Override
    public Instant instant() {
        var now = STORY.isBound() ? STORY.get().now() : steady(system.instant());
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new CityClock(system.withZone(zone));
    }

    private Instant steady(Instant now) {
        return latest.updateAndGet(last -> {
            var slightlyBehind = now.isBefore(last) && last.isBefore(now.plus(CORRECTION));
            return slightlyBehind ? last : now;
        });
    }

    /** The hand of a story's clock: it stands until it is moved, and only ever forward. */
    public static final class Moving {
        private volatile Instant now;

        public Moving(Instant start) {
            this.now = start;
        }

        public Instant now() {
            return now;
        }

        /** Jumps to the next thing that is due; something due earlier happens now. */
        public synchronized void to(Instant next) {
            if (next.isAfter(now)) {
                now = next;
            }
        }

        public synchronized void forward(Duration step) {
            to(now.plus(step));
        }
    }
}
