package lianxin.directives;

import java.time.LocalDate;
import java.util.List;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * One unit's part of a task, as it stands at one moment.
 *
 * @param above the part of the unit that asked for it; null where the issuer asked
 * @param wished the day until which the unit asks to have it postponed
 * @param said the last sentence of the unit
 * @param pointers things that are already there and show it
 * @param answered the last sentence of whoever asked
 */
record Part(
        PartId id,
        TaskId task,
        @Nullable PartId above,
        UnitId unit,
        PartState state,
        LocalDate due,
        @Nullable LocalDate wished,
        String said,
        List<Ref> pointers,
        String answered,
        @Nullable LocalDate doneOn) {

    boolean unsettled() {
        return state.unsettled();
    }

    /** Its day is over and the unit has said nothing. */
    boolean late(LocalDate today) {
        return state == PartState.OPEN && due.isBefore(today);
    }

    boolean doneLate() {
        return doneOn != null && doneOn.isAfter(due);
    }

    String url() {
        return "/tasks/" + task + "/parts/" + id;
    }
}
