package lianxin.places;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a place is: from the plan to its open door. */
public enum PlaceStatus {
    PLANNED(false, false),
    BUILDING(false, false),
    /** Open to see how it goes. */
    PILOT(true, true),
    OPEN(true, true),
    /** Stands, and is shut for a time. */
    SUSPENDED(true, false);

    private final boolean built;
    private final boolean receives;

    PlaceStatus(boolean built, boolean receives) {
        this.built = built;
        this.receives = receives;
    }

    /** Whether it counts where built places are counted. */
    public boolean built() {
        return built;
    }

    /** Whether people may come in during its hours. */
    public boolean receives() {
        return receives;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PlaceStatus> of(String key) {
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }
}
