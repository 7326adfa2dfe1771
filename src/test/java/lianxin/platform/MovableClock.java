package lianxin.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock for tests: it stands until it is moved. */
public final class MovableClock extends Clock {
    public static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private final ZoneId zone;
    private volatile Instant now;

    public MovableClock(Instant now) {
        this(now, CITY);
    }

    private MovableClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Shows a local time of the city, such as 2026-03-02T09:00. */
    public static MovableClock at(String local) {
        return new MovableClock(city(local));
    }

    public static Instant city(String local) {
        return LocalDateTime.parse(local).atZone(CITY).toInstant();
    }

    public synchronized void forward(Duration step) {
        now = now.plus(step);
    }

    /** Somebody sets the clock back. */
    public synchronized void back(Duration step) {
        now = now.minus(step);
    }

    public synchronized void moveTo(Instant then) {
        now = then;
    }

    public void moveTo(String local) {
        moveTo(city(local));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(now, other);
    }
}
