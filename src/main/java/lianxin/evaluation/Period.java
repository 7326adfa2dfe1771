package lianxin.evaluation;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import lianxin.platform.NotFound;

/** A month of the city, for which units are compared. */
record Period(YearMonth month, ZoneId zone) {

    static Period of(String text, ZoneId zone) {
        try {
            return new Period(YearMonth.parse(text), zone);
        } catch (DateTimeParseException unreadable) {
            throw new NotFound("period/" + text);
        }
    }

    static Period at(Instant moment, ZoneId zone) {
        return new Period(YearMonth.from(moment.atZone(zone)), zone);
    }

    /** The last one whose objection window is over. */
    static Period lastClosed(Scheme scheme, Instant now, ZoneId zone) {
        var period = at(now, zone).before();
        while (!period.closed(scheme, now)) {
            period = period.before();
        }
        return period;
    }

    Instant from() {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    Instant to() {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    /** Until here objections may correct its facts; what comes later does not count. */
    Instant cutOff(Scheme scheme) {
        return to().plus(scheme.objectionWindow());
    }

    boolean closed(Scheme scheme, Instant now) {
        return !now.isBefore(cutOff(scheme));
    }

    Period before() {
        return new Period(month.minusMonths(1), zone);
    }

    Period after() {
        return new Period(month.plusMonths(1), zone);
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
