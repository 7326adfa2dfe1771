package lianxin.evaluation;

import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import lianxin.platform.NotFound;

/**
 * A month of the city, or a year, for which units are compared; by the calendar of the scheme.
 *
 * @param first the name of its first month
 */
record Period(StatisticalCalendar calendar, Span span, YearMonth first, ZoneId zone) {

    /** As in an address: 2026-03, or 2026 for a scheme that compares years. */
    static Period of(String text, Scheme scheme, ZoneId zone) {
        try {
            var first = switch (scheme.span()) {
                case MONTH -> YearMonth.parse(text);
                case YEAR -> Year.parse(text).atMonth(1);
            };
            return new Period(scheme.calendar(), scheme.span(), first, zone);
        } catch (DateTimeParseException unreadable) {
            throw new NotFound("period/" + text);
        }
    }

    static Period at(Instant moment, Scheme scheme, ZoneId zone) {
        var month = scheme.calendar().month(moment.atZone(zone).toLocalDateTime());
        var first = switch (scheme.span()) {
            case MONTH -> month;
            case YEAR -> month.withMonth(1);
        };
        return new Period(scheme.calendar(), scheme.span(), first, zone);
    }

    /** The last one whose objection window is over. */
    static Period lastClosed(Scheme scheme, Instant now, ZoneId zone) {
        var period = at(now, scheme, zone).before();
        while (!period.closed(scheme, now)) {
            period = period.before();
        }
        return period;
    }

    Instant from() {
        return calendar.begin(first).atZone(zone).toInstant();
    }

    /** The first moment after it. */
    Instant to() {
        return after().from();
    }

    /** Until here objections may correct its facts; what comes later does not count. */
    Instant cutOff(Scheme scheme) {
        return to().plus(scheme.objectionWindow());
    }

    boolean closed(Scheme scheme, Instant now) {
        return !now.isBefore(cutOff(scheme));
    }

    Period before() {
        return new Period(calendar, span, first.minusMonths(span.months), zone);
    }

    Period after() {
        return new Period(calendar, span, first.plusMonths(span.months), zone);
    }

    boolean isBefore(Period other) {
        return first.isBefore(other.first);
    }

    @Override
    public String toString() {
        return switch (span) {
            case MONTH -> first.toString();
            case YEAR -> "%04d".formatted(first.getYear());
        };
    }
}
