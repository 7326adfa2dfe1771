package lianxin.places;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place being raised to a higher grade (提档升级).
 *
 * @param before the key of the grade it had when this was planned; empty where it had none
 * @param aim the key of the grade it is to have
 * @param work what is done for it
 * @param ended the day on which it was done or given up; null while it goes on
 * @param dropped why it was given up; null otherwise
 */
record Upgrade(
        int number,
        PlaceId place,
        String before,
        String aim,
        String work,
        LocalDate due,
        @Nullable LocalDate ended,
        @Nullable String dropped) {

    /** The name is the last part of a message's key. */
    enum State {
        RUNNING,
        LATE,
        DONE,
        DONE_LATE,
        DROPPED;

        boolean open() {
            return this == RUNNING || this == LATE;
        }
    }

    State state(LocalDate today) {
        if (dropped != null) return State.DROPPED;
        if (ended == null) return due.isBefore(today) ? State.LATE : State.RUNNING;
        return ended.isAfter(due) ? State.DONE_LATE : State.DONE;
    }
}
