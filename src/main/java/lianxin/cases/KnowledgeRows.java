package lianxin.cases;

import static lianxin.cases.tables.KnowledgeTable.KNOWLEDGE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import lianxin.platform.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Answers as they are known now, and what was known before. */
@Repository
class KnowledgeRows {

    private static final int MOST = 5_000;

    private final DSLContext db;
    private final Ids ids;

    KnowledgeRows(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    Optional<KeptAnswer> find(KnowledgeId id) {
        return some(KNOWLEDGE.ENTRY.eq(id.value())).stream().findFirst();
    }

    /** Also what ended already, and what is still to come; of every category where none is named. */
    List<KeptAnswer> all(String category) {
        return some(category.isEmpty() ? DSL.noCondition() : KNOWLEDGE.CATEGORY.eq(category));
    }

    List<KeptAnswer> keptBy(UnitId unit) {
        return some(KNOWLEDGE.UNIT.eq(unit.number()));
    }

    List<KeptAnswer> holding(Collection<UnitId> keepers, LocalDate day) {
        return some(KNOWLEDGE
                .UNIT
                .in(keepers.stream().map(UnitId::number).toList())
                .and(KNOWLEDGE.VALID_FROM.le(day))
                .and(KNOWLEDGE.VALID_TO.isNull().or(KNOWLEDGE.VALID_TO.gt(day))));
    }

    private List<KeptAnswer> some(Condition which) {
        return db.selectFrom(KNOWLEDGE)
                .where(which, KNOWLEDGE.KNOWN_TO.isNull())
                .orderBy(KNOWLEDGE.CATEGORY, KNOWLEDGE.QUESTION)
                .limit(MOST)
                .fetch(KnowledgeRows::answer);
    }

    private static KeptAnswer answer(Record row) {
        var until = row.get(KNOWLEDGE.VALID_TO);
        return new KeptAnswer(
                new KnowledgeId(row.get(KNOWLEDGE.ENTRY)),
                new UnitId(row.get(KNOWLEDGE.UNIT)),
                new KeptAnswer.Draft(
                        row.get(KNOWLEDGE.CATEGORY),
                        row.get(KNOWLEDGE.QUESTION),
                        row.get(KNOWLEDGE.ANSWER),
                        row.get(KNOWLEDGE.SOURCE),
                        row.get(KNOWLEDGE.VALID_FROM),
                        until == null ? null : until.minusDays(1)),
                until);
    }

    /** What was known of it before is known no more from now on. */
    void write(KnowledgeId id, UnitId unit, KeptAnswer.Draft it, Ref by, Instant now) {
        close(id, now);
        db.insertInto(KNOWLEDGE)
                .set(KNOWLEDGE.ID, ids.next())
                .set(KNOWLEDGE.ENTRY, id.value())
                .set(KNOWLEDGE.UNIT, unit.number())
                .set(KNOWLEDGE.CATEGORY, it.category())
                .set(KNOWLEDGE.QUESTION, it.question())
                .set(KNOWLEDGE.ANSWER, it.answer())
                .set(KNOWLEDGE.SOURCE, it.source())
                .set(KNOWLEDGE.VALID_FROM, it.from())
                .set(KNOWLEDGE.VALID_TO, it.until())
                .set(KNOWLEDGE.KNOWN_FROM, now)
                .set(KNOWLEDGE.BY_ACTOR, by.toString())
                .execute();
    }

    void close(KnowledgeId id, Instant now) {
        db.update(KNOWLEDGE)
                .set(KNOWLEDGE.KNOWN_TO, now)
                .where(KNOWLEDGE.ENTRY.eq(id.value()), KNOWLEDGE.KNOWN_TO.isNull())
                .execute();
    }
}
