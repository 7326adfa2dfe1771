package lianxin.bodies;

import java.util.Locale;

/** Where a joint body stands in its life. */
public enum BodyStatus {
    /** Somebody asks for it; nothing is planned yet. */
    APPLIED,
    /** Agreed to above, but not at work. */
    APPROVED,
    ACTIVE,
    DISSOLVED;

    static BodyStatus of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
