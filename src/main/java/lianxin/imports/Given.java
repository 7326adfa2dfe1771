package lianxin.imports;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import lianxin.organization.Importable;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A list as somebody gave it.
 *
 * @param file what the file was called
 * @param person who gave it; null for the town itself
 * @param unit in whose charge
 * @param problem why it could not be read or taken back, as a complaint is kept
 * @param begunAt when the first line was written
 * @param aliveUntil until when whoever works on it is believed to; null when nobody does
 */
public record Given(
        UUID id,
        String subject,
        String file,
        String reason,
        Instant from,
        State state,
        @Nullable Integer person,
        UnitId unit,
        Counts counts,
        @Nullable String problem,
        Instant givenAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable Instant aliveUntil) {

    /** How far a list has come. */
    public enum State {
        READING,
        UNREADABLE,
        CHECKED,
        RUNNING,
        DONE,
        DROPPED,
        TAKING_BACK,
        TAKEN_BACK;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean working() {
            return this == READING || this == RUNNING || this == TAKING_BACK;
        }
    }

    /**
     * @param toCreate lines that bring something new, as they were judged
     * @param created lines that did
     */
    public record Counts(int lines, int toCreate, int toChange, int same, int refused, int created, int changed) {

        int toDo() {
            return toCreate + toChange;
        }

        int done() {
            return created + changed;
        }
    }

    /** The color of its state; the word beside it says the same. */
    String color() {
        return switch (state) {
            case CHECKED -> "amber";
            case READING, RUNNING, TAKING_BACK -> "blue";
            case DONE -> "green";
            case UNREADABLE -> "red";
            case DROPPED, TAKEN_BACK -> "";
        };
    }

    /** Whether whoever worked on it has gone silent. */
    boolean brokenOff(Instant now) {
        return state.working() && (aliveUntil == null || aliveUntil.isBefore(now));
    }

    Importable.Batch batch() {
        return new Importable.Batch(id, from, reason, unit, begunAt == null ? givenAt : begunAt);
    }
}
