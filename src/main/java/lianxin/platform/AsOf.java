package lianxin.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The day a page is asked for ({@code ?on=2026-05-01}): how things stood at 24:00 of that day in the city; without one,
 * now. Where both times are kept, also as it was known on a day ({@code &known=2026-05-20}). Controllers take it as an
 * argument.
 *
 * @param on none for now
 * @param knownOn none for what is known now
 * @param at the moment that is asked for
 * @param known the moment up to which is asked what was known; none for now
 */
public record AsOf(
        @Nullable LocalDate on,
        @Nullable LocalDate knownOn,
        Instant at,
        @Nullable Instant known) {

    /** Today means now, and what will be known one day is not known yet. */
    public static AsOf of(@Nullable String on, @Nullable String known, Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var day = read(on);
        if (today.equals(day)) day = null;
        var knownDay = read(known);
        if (knownDay != null && !knownDay.isBefore(today)) knownDay = null;
        return new AsOf(
                day,
                knownDay,
                day == null ? clock.instant() : endOf(day, clock),
                knownDay == null ? null : endOf(knownDay, clock));
    }

    private static @Nullable LocalDate read(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException unreadable) {
            throw new RuleBroken("platform.as-of.unreadable", text);
        }
    }

    private static Instant endOf(LocalDate day, Clock clock) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /** Whether the page shows what is so now, as it is known now. */
    public boolean now() {
        return on == null && knownOn == null;
    }

    /** For pages that show one time only: when it was so, as it is known now. */
    public AsOf knownNow() {
        return new AsOf(on, null, at, null);
    }

    /** The same day for another page: the address with what this one was asked with. */
    public String in(String url) {
        var hash = url.indexOf('#');
        var address = new StringBuilder(hash < 0 ? url : url.substring(0, hash));
        if (on != null) append(address, "on", on);
        if (knownOn != null) append(address, "known", knownOn);
        return hash < 0
                ? address.toString()
                : address.append(url.substring(hash)).toString();
    }

    private static void append(StringBuilder address, String name, LocalDate day) {
        address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(day);
    }
}
