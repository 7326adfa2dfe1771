package lianxin.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plays the sweep for one case: wakes it soon after its moment has come, and asks for the next. */
final class Waking {

    private static final Duration URGENT = Duration.ofMinutes(10);
    private static final Duration USUAL = Duration.ofHours(2);
    /**
     * While nobody can be late, time only writes into the book which limits fell and that silence closed, each with its
     * moment; all together, and in time for the league of their month.
     */
    private static final Duration CALM = Duration.ofDays(12);

    private final Agenda agenda;
    private final Duration grid;
    private final Supplier<Instant> calm;
    private final Function<Instant, @Nullable Instant> wake;
    private @Nullable Instant moment;
    private @Nullable Instant noted;

    /**
     * @param calm until when nobody can be late
     * @param wake wakes the case and tells its next moment
     */
    Waking(Agenda agenda, boolean urgent, Supplier<Instant> calm, Function<Instant, @Nullable Instant> wake) {
        this.agenda = agenda;
        this.grid = urgent ? URGENT : USUAL;
        this.calm = calm;
        this.wake = wake;
    }

    /** A further moment; the earliest counts. */
    void by(Instant next) {
        if (moment == null || next.isBefore(moment)) moment = next;
        note(rounded(moment));
    }

    /** As before, but from now on it is calmer or more urgent. */
    void anewBy(Instant next) {
        noted = null;
        by(next);
    }

    private void note(Instant rounded) {
        if (noted != null && !rounded.isBefore(noted)) return;
        noted = rounded;
        agenda.at(rounded, now -> {
            if (rounded.equals(noted)) happen(now);
        });
    }

    /** At the end of the history nothing that is due is left behind. */
    void settle(Instant end) {
        if (moment != null && !moment.isAfter(end)) happen(end);
    }

    private Instant rounded(Instant next) {
        var until = calm.get();
        if (!next.isBefore(until)) return up(next, grid);
        var latest = next.plus(CALM);
        return up(latest.isBefore(until) ? latest : until, grid);
    }

    private static Instant up(Instant at, Duration step) {
        long millis = step.toMillis();
        return Instant.ofEpochMilli(Math.ceilDiv(at.toEpochMilli(), millis) * millis);
    }

    private void happen(Instant now) {
        noted = null;
        moment = null;
        var next = wake.apply(now);
        if (next != null) by(next.isAfter(now) ? next : now.plus(grid));
    }
}
