package lianxin.directives;

import java.util.List;
import java.util.Locale;

/** How one unit's part of a task stands. Late is no state: it follows from the day. */
public enum PartState {
    /** Above the limit of open asks: the unit above the one that asks must agree first. */
    WAITING,
    OPEN,
    /** The unit says it is done; whoever asked must say so too. */
    REPORTED,
    DONE,
    /** The unit says it is not theirs, or that it cannot; it may be sent back. */
    DECLINED,
    WITHDRAWN;

    static final List<PartState> UNSETTLED = List.of(WAITING, OPEN, REPORTED);

    boolean unsettled() {
        return UNSETTLED.contains(this);
    }

    static PartState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
