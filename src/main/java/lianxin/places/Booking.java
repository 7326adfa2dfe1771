package lianxin.places;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An hour of a room, or a visit of a place by a group.
 *
 * @param room null for a visit
 * @param purpose a key of the playbook's functions
 * @param called how the group or its speaker wants to be called; null when that was deleted
 * @param telephone masked; null where none was left, or none is left
 * @param sentence what the keeper told the asker; null for nothing
 */
record Booking(
        UUID id,
        PlaceId place,
        @Nullable Integer room,
        LocalDateTime begins,
        LocalDateTime ends,
        int people,
        String purpose,
        State state,
        @Nullable String called,
        @Nullable String telephone,
        @Nullable String sentence) {

    enum State {
        ASKED,
        CONFIRMED,
        DECLINED,
        WITHDRAWN,
        TOOK_PLACE;

        /** As it is kept, and the last part of the keys of its messages. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String key) {
            return Arrays.stream(values())
                    .filter(it -> it.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }

        /** Whether nobody else gets the hour. */
        boolean holds() {
            return this == ASKED || this == CONFIRMED;
        }
    }

    String from() {
        return clock(begins);
    }

    String to() {
        return clock(ends);
    }

    private static String clock(LocalDateTime at) {
        return "%02d:%02d".formatted(at.getHour(), at.getMinute());
    }
}
