package lianxin.cases;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** 工单: the work of one unit on a case, with its own clock from dispatch. */
final class Assignment {

    final UUID id;
    final UnitId unit;

    /** What an assisting unit is asked to do; null for the one that leads. */
    final @Nullable String task;

    final String dutyItem;
    final Instant dispatchedAt;
    Instant due;
    final Instant signDue;

    @Nullable
    Instant signedAt;

    @Nullable
    Ref signedBy;

    @Nullable
    Instant doneAt;

    @Nullable
    Instant endedAt;

    private List<@Nullable Instant> stored = List.of();

    Assignment(
            UUID id,
            UnitId unit,
            @Nullable String task,
            String dutyItem,
            Instant dispatchedAt,
            Instant due,
            Instant signDue) {
        this.id = id;
        this.unit = unit;
        this.task = task;
        this.dutyItem = dutyItem;
        this.dispatchedAt = dispatchedAt;
        this.due = due;
        this.signDue = signDue;
    }

    /** The same work in the charge of the successor of a unit that ended. */
    Assignment handedTo(UUID newId, UnitId successor, Instant now) {
        endedAt = now;
        var work = new Assignment(newId, successor, task, dutyItem, dispatchedAt, due, signDue);
        work.signedAt = signedAt;
        work.signedBy = signedBy;
        work.doneAt = doneAt;
        return work;
    }

    boolean leads() {
        return task == null;
    }

    boolean open() {
        return doneAt == null && endedAt == null;
    }

    /** As it stands in the database now. */
    void isStored() {
        stored = moments();
    }

    boolean changed() {
        return !stored.equals(moments());
    }

    private List<@Nullable Instant> moments() {
        return Arrays.asList(due, signedAt, doneAt, endedAt);
    }
}
