package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.EarlierTable.EARLIER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which cases have to do with earlier ones, and which closed ones could be the same trouble. */
@Repository
class EarlierRows {

    private static final int LOOKED_AT = 50;

    private final DSLContext db;

    EarlierRows(DSLContext db) {
        this.db = db;
    }

    /** @param again whether the trouble of that one is back here; else that of this one is back there */
    record Other(
            CaseId id,
            long number,
            Instant reportedAt,
            boolean again,
            @Nullable UnitId subject) {}

    record Closed(
            CaseId id,
            long number,
            UnitId holder,
            Instant reportedAt,
            Instant closedAt,
            @Nullable UnitId subject) {}

    /** Whether it was not tied before. */
    boolean add(CaseId id, CaseId earlier, Ref by, Instant now) {
        return db.insertInto(EARLIER)
                        .set(EARLIER.CASE_ID, id.value())
                        .set(EARLIER.EARLIER_, earlier.value())
                        .set(EARLIER.BY_ACTOR, by.toString())
                        .set(EARLIER.MARKED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    boolean remove(CaseId id, CaseId earlier) {
        return db.deleteFrom(EARLIER)
                        .where(EARLIER.CASE_ID.eq(id.value()), EARLIER.EARLIER_.eq(earlier.value()))
                        .execute()
                > 0;
    }

    /** Those it is tied to, in both directions. */
    List<Other> of(CaseId id) {
        var other = when(EARLIER.CASE_ID.eq(id.value()), EARLIER.EARLIER_).otherwise(EARLIER.CASE_ID);
        return db.select(CASE_FILE.ID, CASE_FILE.NUMBER, CASE_FILE.REPORTED_AT, CASE_FILE.SUBJECT, EARLIER.EARLIER_)
                .from(EARLIER)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(other))
                .where(EARLIER.CASE_ID.eq(id.value()).or(EARLIER.EARLIER_.eq(id.value())))
                .orderBy(EARLIER.MARKED_AT)
                .fetch(row -> new Other(
                        new CaseId(row.value1()),
                        row.value2(),
                        row.value3(),
                        !row.value5().equals(id.value()),
                        unit(row.value4())));
    }

    /** Closed as done since then on this ground, the same place first, then what was closed last. */
    List<Closed> closed(Case it, int[] ground, Instant since) {
        var places = Arrays.stream(ground).boxed().toArray(Integer[]::new);
        return db.select(
                        CASE_FILE.ID,
                        CASE_FILE.NUMBER,
                        CASE_FILE.HOLDER,
                        CASE_FILE.REPORTED_AT,
                        CASE_FILE.CLOSED_AT,
                        CASE_FILE.SUBJECT)
                .from(CASE_FILE)
                .where(CASE_FILE.PLACE.eq(any(places)), CASE_FILE.CATEGORY.eq(it.category))
                .and(CASE_FILE.OUTCOME.in(Recurrence.DONE))
                .and(CASE_FILE.CLOSED_AT.gt(since))
                .and(CASE_FILE.CLOSED_AT.lt(it.reportedAt))
                .orderBy(CASE_FILE.PLACE.eq(it.place.number()).desc(), CASE_FILE.CLOSED_AT.desc())
                .limit(LOOKED_AT)
                .fetch(EarlierRows::closed);
    }

    private static Closed closed(Record row) {
        return new Closed(
                new CaseId(row.get(CASE_FILE.ID)),
                row.get(CASE_FILE.NUMBER),
                new UnitId(row.get(CASE_FILE.HOLDER)),
                row.get(CASE_FILE.REPORTED_AT),
                row.get(CASE_FILE.CLOSED_AT),
                unit(row.get(CASE_FILE.SUBJECT)));
    }

    private static @Nullable UnitId unit(@Nullable Integer number) {
        return number == null ? null : new UnitId(number);
    }
}
