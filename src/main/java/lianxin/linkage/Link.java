package lianxin.linkage;

import java.time.Instant;
import lianxin.organization.Chair;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A contact point as it stands at one moment: a seat and its object.
 *
 * @param object the unit, or the one that answers for what the title says
 * @param title empty where the unit itself is the object
 * @param since when the seat and the object were tied, whatever became of the units since
 * @param until the first moment at which it is over; null while no end is known
 */
record Link(
        LinkId id,
        String system,
        String category,
        Chair seat,
        UnitId object,
        String title,
        String reason,
        Instant since,
        @Nullable Instant until) {

    boolean standsAt(Instant at) {
        return !at.isBefore(since) && (until == null || at.isBefore(until));
    }
}
