package lianxin.organization;

import java.util.Locale;

/** The trees a unit can stand in. */
public enum TreeKind {
    /** Exactly one parent, for every unit but the top: dispatch, escalation and leagues walk on it. */
    HOME,
    /** The five-level responsibility network of the Party bodies. */
    PARTY;

    static TreeKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
