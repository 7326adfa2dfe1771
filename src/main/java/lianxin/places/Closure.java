package lianxin.places;

import java.time.LocalDate;

/** Days on which a place is shut out of turn, and why, as it is told at the door. */
public record Closure(long id, LocalDate first, LocalDate last, String reason) {

    boolean on(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
