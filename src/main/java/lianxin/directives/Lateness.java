package lianxin.directives;

import static lianxin.directives.tables.PartTable.PART;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the day of a part is over and its unit has said nothing, the unit above is brought in: once for each last day,
 * however many look. The unit keeps its part; it stays late until it is settled.
 */
@Service
@Transactional
class Lateness {

    private final TaskBook book;
    private final Below below;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Lateness(TaskBook book, Below below, Journal journal, DSLContext db, Clock clock) {
        this.book = book;
        this.below = below;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** Some whose moment has come, behind the one that was looked at last. */
    List<PartId> come(int behind, int most) {
        return db.select(PART.NUMBER)
                .from(PART)
                .where(PART.WAKES_AT.le(clock.instant()), PART.NUMBER.gt(behind))
                .orderBy(PART.NUMBER)
                .limit(most)
                .fetch(it -> new PartId(it.value1()));
    }

    /** Nothing when somebody else has done it. */
    boolean tell(PartId id) {
        var now = clock.instant();
        var taken = db.update(PART)
                .setNull(PART.WAKES_AT)
                .where(PART.NUMBER.eq(id.number()), PART.WAKES_AT.le(now))
                .returningResult(PART.TASK)
                .fetchOptional(it -> new TaskId(it.value1()));
        if (taken.isEmpty()) return false;
        var all = book.partsOf(taken.get(), now);
        var part = Optional.ofNullable(Held.byId(all).get(id)).orElseThrow();
        if (!part.late(LocalDate.ofInstant(now, clock.getZone()))) return false;
        var it = new Held(book.must(taken.get(), now), all, part);
        var due = part.due().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        journal.record(new TaskFact.Late(id, part.unit(), part.task(), above(it), due), null, Actor.CLOCK.ref(), due);
        return true;
    }

    /** Whoever asked; for a matter that was raised the unit above the one that owes the answer. */
    private UnitId above(Held it) {
        if (!it.raised()) return it.asker();
        return below.now()
                .superior(it.part().unit())
                .map(up -> up.id())
                .orElse(it.part().unit());
    }
}
