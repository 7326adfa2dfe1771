package lianxin.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request of the holding unit.
 *
 * @param dutyItem for a return, the item of the duty list that names somebody else
 * @param cause for closing unsolved, the reason of the closed list
 * @param until otherwise the deadline wished for, or the day on which the case is looked at again
 */
record Asked(
        Relief what,
        @Nullable String dutyItem,
        @Nullable Instant until,
        @Nullable String cause) {

    Asked(Relief what, @Nullable String dutyItem, @Nullable Instant until) {
        this(what, dutyItem, until, null);
    }

    static Asked toCloseUnsolved(String cause) {
        return new Asked(Relief.UNSOLVED, null, null, cause);
    }

    static Asked toReturn(String dutyItem) {
        return new Asked(Relief.RETURN, dutyItem, null);
    }
}
