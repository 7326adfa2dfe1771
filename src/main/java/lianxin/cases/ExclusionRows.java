package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.ExclusionTable.EXCLUSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.territory.AreaId;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who asked that a case be left out of statistics, who decided, and with which words. */
@Repository
class ExclusionRows {

    private static final int MOST = 500;

    private final DSLContext db;

    ExclusionRows(DSLContext db) {
        this.db = db;
    }

    /**
     * @param unit that asked
     * @param reason in its words; empty once the words of the case are gone, as are the other words
     */
    record Row(
            UnitId unit,
            String cause,
            String reason,
            Instant askedAt,
            String askedBy,
            @Nullable Decision decision,
            @Nullable Instant contestedAt,
            @Nullable Decision review) {

        @Nullable
        Instant decidedAt() {
            return decision == null ? null : decision.at;
        }
    }

    record Decision(UnitId unit, String words, Instant at, String by) {}

    /** A case about whose exclusion somebody must decide. */
    record Waiting(
            CaseId id,
            long number,
            Instant reportedAt,
            String category,
            AreaId place,
            @Nullable UnitId subject,
            boolean contested,
            Row row) {

        Instant since() {
            var contestedAt = row.contestedAt;
            return contestedAt == null ? row.askedAt : contestedAt;
        }
    }

    Optional<Row> of(CaseId id) {
        return db.selectFrom(EXCLUSION).where(EXCLUSION.CASE_ID.eq(id.value())).fetchOptional(ExclusionRows::row);
    }

    /** Of all units, the oldest first. */
    List<Waiting> waiting() {
        return db.select(CASE_FILE.asterisk(), EXCLUSION.asterisk())
                .from(CASE_FILE)
                .join(EXCLUSION)
                .on(EXCLUSION.CASE_ID.eq(CASE_FILE.ID))
                .where(CASE_FILE.EXCLUSION.in(Exclusion.Standing.asked.name(), Exclusion.Standing.contested.name()))
                .orderBy(EXCLUSION.ASKED_AT, CASE_FILE.ID)
                .limit(MOST)
                .fetch(it -> new Waiting(
                        new CaseId(it.get(CASE_FILE.ID)),
                        it.get(CASE_FILE.NUMBER),
                        it.get(CASE_FILE.REPORTED_AT),
                        it.get(CASE_FILE.CATEGORY),
                        new AreaId(it.get(CASE_FILE.PLACE)),
                        unit(it.get(CASE_FILE.SUBJECT)),
                        it.get(EXCLUSION.CONTESTED_AT) != null,
                        row(it)));
    }

    void ask(Case it, String cause, String reason, Actor by, Instant now) {
        db.insertInto(EXCLUSION)
                .set(EXCLUSION.CASE_ID, it.id.value())
                .set(EXCLUSION.UNIT, it.holder.number())
                .set(EXCLUSION.CAUSE, cause)
                .set(EXCLUSION.REASON, reason)
                .set(EXCLUSION.ASKED_AT, now)
                .set(EXCLUSION.ASKED_BY, by.ref().toString())
                .execute();
    }

    void decide(CaseId id, UnitId unit, String words, Ref by, Instant now) {
        db.update(EXCLUSION)
                .set(EXCLUSION.DECIDER, unit.number())
                .set(EXCLUSION.DECISION, words)
                .set(EXCLUSION.DECIDED_AT, now)
                .set(EXCLUSION.DECIDED_BY, by.toString())
                .where(EXCLUSION.CASE_ID.eq(id.value()))
                .execute();
    }

    void contest(CaseId id, Instant now) {
        db.update(EXCLUSION)
                .set(EXCLUSION.CONTESTED_AT, now)
                .where(EXCLUSION.CASE_ID.eq(id.value()))
                .execute();
    }

    void settle(CaseId id, UnitId unit, String words, Ref by, Instant now) {
        db.update(EXCLUSION)
                .set(EXCLUSION.REVIEWER, unit.number())
                .set(EXCLUSION.REVIEW, words)
                .set(EXCLUSION.REVIEWED_AT, now)
                .set(EXCLUSION.REVIEWED_BY, by.toString())
                .where(EXCLUSION.CASE_ID.eq(id.value()))
                .execute();
    }

    private static Row row(Record it) {
        return new Row(
                new UnitId(it.get(EXCLUSION.UNIT)),
                it.get(EXCLUSION.CAUSE),
                it.get(EXCLUSION.REASON),
                it.get(EXCLUSION.ASKED_AT),
                it.get(EXCLUSION.ASKED_BY),
                it.get(EXCLUSION.DECIDED_AT) == null
                        ? null
                        : new Decision(
                                new UnitId(it.get(EXCLUSION.DECIDER)),
                                it.get(EXCLUSION.DECISION),
                                it.get(EXCLUSION.DECIDED_AT),
                                it.get(EXCLUSION.DECIDED_BY)),
                it.get(EXCLUSION.CONTESTED_AT),
                it.get(EXCLUSION.REVIEWED_AT) == null
                        ? null
                        : new Decision(
                                new UnitId(it.get(EXCLUSION.REVIEWER)),
                                it.get(EXCLUSION.REVIEW),
                                it.get(EXCLUSION.REVIEWED_AT),
                                it.get(EXCLUSION.REVIEWED_BY)));
    }

    private static @Nullable UnitId unit(@Nullable Integer number) {
        return number == null ? null : new UnitId(number);
    }
}
