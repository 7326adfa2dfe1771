package lianxin.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import lianxin.cases.rules.Deadlines;

/**
 * The moments by which a list measures its cases.
 *
 * @param unansweredSince whoever has had no word since then or longer has waited too long
 * @param amberFrom percent of a limit
 */
record Marks(Instant at, Instant unansweredSince, int amberFrom, ZoneId zone) {

    static Marks at(Instant now, Deadlines deadlines) {
        return new Marks(now, deadlines.unansweredSince(now), deadlines.amberFrom(), deadlines.zone());
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
