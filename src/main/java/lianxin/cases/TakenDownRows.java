package lianxin.cases;

import static lianxin.cases.tables.TakenDownTable.TAKEN_DOWN;

import java.util.Optional;
import lianxin.organization.UnitId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which cases were taken down by staff. */
@Repository
class TakenDownRows {

    private final DSLContext db;

    TakenDownRows(DSLContext db) {
        this.db = db;
    }

    /** Whether it was written: a case is taken down once. */
    boolean add(CaseId id, TakenDown it) {
        return db.insertInto(TAKEN_DOWN)
                        .set(TAKEN_DOWN.CASE_ID, id.value())
                        .set(TAKEN_DOWN.ASKER, it.asker())
                        .set(TAKEN_DOWN.CONCERNED, it.concerned().name())
                        .set(
                                TAKEN_DOWN.ENTERPRISE,
                                it.enterprise() == null ? null : it.enterprise().number())
                        .set(TAKEN_DOWN.TYPED_BY, it.by())
                        .set(TAKEN_DOWN.TYPED_IN, it.in().number())
                        .set(TAKEN_DOWN.TYPED_AT, it.at())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** Residents type their reports themselves, so that nothing is asked of those. */
    Optional<TakenDown> of(Case it) {
        return it.channel.equals(Report.DOOR) ? Optional.empty() : find(it.id);
    }

    Optional<TakenDown> find(CaseId id) {
        return db.selectFrom(TAKEN_DOWN)
                .where(TAKEN_DOWN.CASE_ID.eq(id.value()))
                .fetchOptional(it -> new TakenDown(
                        it.get(TAKEN_DOWN.ASKER),
                        Concerned.of(it.get(TAKEN_DOWN.CONCERNED)),
                        it.get(TAKEN_DOWN.ENTERPRISE) == null ? null : new UnitId(it.get(TAKEN_DOWN.ENTERPRISE)),
                        it.get(TAKEN_DOWN.TYPED_BY),
                        new UnitId(it.get(TAKEN_DOWN.TYPED_IN)),
                        it.get(TAKEN_DOWN.TYPED_AT)));
    }
}
