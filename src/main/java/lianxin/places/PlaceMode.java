package lianxin.places;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where one finds a place: at a door, on the web, or both. */
public enum PlaceMode {
    OFFLINE,
    ONLINE,
    BOTH;

    /** Whether there is a door to come to. */
    boolean door() {
        return this != ONLINE;
    }

    boolean web() {
        return this != OFFLINE;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PlaceMode> of(String key) {
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }
}
