package lianxin.cases;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** One limit of one step as it was in force: a changed deadline is a further limit, the old one is ended. */
final class Limit {

    final UUID id;
    final Step step;
    final UnitId unit;
    final Instant due;
    final Instant setAt;

    @Nullable
    Instant doneAt;

    @Nullable
    Instant endedAt;

    @Nullable
    Instant reachedAt;

    private List<@Nullable Instant> stored = List.of();

    Limit(UUID id, Step step, UnitId unit, Instant due, Instant setAt) {
        this.id = id;
        this.step = step;
        this.unit = unit;
        this.due = due;
        this.setAt = setAt;
    }

    /** As it stands in the database now. */
    void isStored() {
        stored = moments();
    }

    boolean changed() {
        return !stored.equals(moments());
    }

    private List<@Nullable Instant> moments() {
        return Arrays.asList(doneAt, endedAt, reachedAt);
    }

    boolean running() {
        return doneAt == null && endedAt == null;
    }

    /** Still to be told when it falls; one that was ended before has lost its meaning. */
    boolean pending() {
        return reachedAt == null && endedAt == null;
    }

    boolean inTime() {
        return doneAt != null && !doneAt.isAfter(due);
    }
}
