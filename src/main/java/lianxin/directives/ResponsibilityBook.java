package lianxin.directives;

import static lianxin.directives.tables.KeptTable.KEPT;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.directives.Kept.Instance;
import lianxin.organization.UnitId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was done of what posts answer for. */
@Component
class ResponsibilityBook {

    private final DSLContext db;

    ResponsibilityBook(DSLContext db) {
        this.db = db;
    }

    /** In these units and stretches, as far as it was known at that moment. */
    Map<Instance, Kept> kept(int[] units, Collection<LocalDate> periods, Instant known) {
        return db
                .selectFrom(KEPT)
                .where(KEPT.UNIT.eq(any(TaskBook.boxed(units))), KEPT.PERIOD.in(periods), KEPT.KNOWN_FROM.le(known))
                .fetch(it -> new Kept(
                        new Instance(
                                it.get(KEPT.RESPONSIBILITY),
                                new UnitId(it.get(KEPT.UNIT)),
                                it.get(KEPT.ROLE),
                                it.get(KEPT.PERIOD)),
                        it.get(KEPT.DAY),
                        it.get(KEPT.SAID),
                        Pointers.refs(it.get(KEPT.POINTERS))))
                .stream()
                .collect(Collectors.toMap(Kept::instance, it -> it));
    }

    /** Returns false when it was said before. */
    boolean insert(Kept it, Instant now) {
        return db.insertInto(KEPT)
                        .set(KEPT.RESPONSIBILITY, it.instance().responsibility())
                        .set(KEPT.UNIT, it.instance().unit().number())
                        .set(KEPT.ROLE, it.instance().role())
                        .set(KEPT.PERIOD, it.instance().period())
                        .set(KEPT.DAY, it.day())
                        .set(KEPT.SAID, it.said())
                        .set(KEPT.POINTERS, TaskBook.written(it.pointers()))
                        .set(KEPT.KNOWN_FROM, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
