package lianxin.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which somebody answers for a desk.
 *
 * @param kind as the playbook calls it
 * @param first who answers
 * @param second who steps in when the first cannot; null for nobody
 */
record Shift(
        ShiftId id,
        UnitId desk,
        String kind,
        Colleague first,
        @Nullable Colleague second,
        Instant from,
        Instant to) {

    /** Somebody of the desk, with the name for the screen. */
    record Colleague(PersonId person, String name) {}

    boolean at(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && start.isBefore(to);
    }

    boolean has(PersonId person) {
        return first.person.equals(person) || (second != null && second.person.equals(person));
    }

    String names() {
        return second == null ? first.name : first.name + " / " + second.name;
    }
}
