package lianxin.territory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a date on a page means: the very end of that day in the city; for today, now. */
@Component
public class Days {
    private final Clock clock;

    Days(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** What the clock on the town hall shows. */
    public LocalDateTime local() {
        return LocalDateTime.ofInstant(clock.instant(), clock.getZone());
    }

    public LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    public LocalDate or(@Nullable LocalDate asked) {
        return asked == null ? today() : asked;
    }

    /** When something begins that is to hold from this day on. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    public Instant endOf(LocalDate day) {
        if (day.equals(today())) return clock.instant();
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minus(1, ChronoUnit.MICROS);
    }
}
