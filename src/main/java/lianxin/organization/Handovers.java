package lianxin.organization;

import static lianxin.organization.tables.ShiftHandoverTable.SHIFT_HANDOVER;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import lianxin.platform.RuleBroken;
import lianxin.platform.Screening;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What one shift leaves to the next: what is open, what to watch. Never a matter of a resident by name. */
@Repository
class Handovers {

    static final int LONGEST_NOTE = 500;

    /** So long after the end of a shift it can still be handed over. */
    static final Duration AFTERWARDS = Duration.ofHours(12);

    private final DSLContext sql;

    Handovers(DSLContext sql) {
        this.sql = sql;
    }

    record Handover(String note, Instant handedAt, @Nullable Instant takenAt) {}

    /** Once; until it is taken the note may be said anew. */
    void hand(ShiftId shift, String note, PersonId by, Instant now) {
        var text = note.strip();
        if (text.isEmpty()) throw new RuleBroken("roster.note-empty");
        if (text.length() > LONGEST_NOTE) throw new RuleBroken("roster.note-long", LONGEST_NOTE);
        if (!Screening.findings(text).isEmpty()) throw new RuleBroken("roster.note-personal");
        var h = SHIFT_HANDOVER;
        var said = sql.insertInto(h)
                .set(h.SHIFT, shift.id())
                .set(h.NOTE, text)
                .set(h.HANDED_AT, now)
                .set(h.HANDED_BY, by.number())
                .onConflict(h.SHIFT)
                .doUpdate()
                .set(h.NOTE, text)
                .set(h.HANDED_AT, now)
                .set(h.HANDED_BY, by.number())
                .where(h.TAKEN_AT.isNull())
                .execute();
        if (said == 0) throw new RuleBroken("roster.taken-already");
    }

    void take(ShiftId shift, PersonId by, Instant now) {
        var h = SHIFT_HANDOVER;
        var taken = sql.update(h)
                .set(h.TAKEN_AT, now)
                .set(h.TAKEN_BY, by.number())
                .where(h.SHIFT.eq(shift.id()))
                .and(h.TAKEN_AT.isNull())
                .execute();
        if (taken == 0) throw new RuleBroken("roster.nothing-to-take");
    }

    Map<ShiftId, Handover> of(Collection<ShiftId> shifts) {
        var h = SHIFT_HANDOVER;
        return sql.select(h.SHIFT, h.NOTE, h.HANDED_AT, h.TAKEN_AT)
                .from(h)
                .where(h.SHIFT.in(shifts.stream().map(ShiftId::id).toList()))
                .fetchMap(
                        it -> new ShiftId(it.get(h.SHIFT)),
                        it -> new Handover(it.get(h.NOTE), it.get(h.HANDED_AT), it.get(h.TAKEN_AT)));
    }
}
