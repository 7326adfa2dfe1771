package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.ContactTable.CONTACT;
import static lianxin.cases.tables.ReplyTable.REPLY;
import static lianxin.cases.tables.RequestTable.REQUEST;
import static lianxin.cases.tables.SourceTable.SOURCE;
import static lianxin.cases.tables.TimeLimitTable.TIME_LIMIT;
import static lianxin.cases.tables.WordsTable.WORDS;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which cases other systems sent, by their numbers. */
@Repository
class SourceRows {

    private final DSLContext db;

    SourceRows(DSLContext db) {
        this.db = db;
    }

    void add(FromSource it, Instant now) {
        db.insertInto(SOURCE)
                .set(SOURCE.CASE_ID, it.id().value())
                .set(SOURCE.SYSTEM, it.system())
                .set(SOURCE.NUMBER, it.number())
                .set(SOURCE.RECEIVED_AT, now)
                .execute();
    }

    Optional<Origin> of(Case it) {
        return it.channel.equals(Report.DOOR) ? Optional.empty() : find(it.id);
    }

    record Origin(String system, String number) {}

    Optional<Origin> find(CaseId id) {
        return db.select(SOURCE.SYSTEM, SOURCE.NUMBER)
                .from(SOURCE)
                .where(SOURCE.CASE_ID.eq(id.value()))
                .fetchOptional(it -> new Origin(it.value1(), it.value2()));
    }

    Optional<String> reply(CaseId id, boolean last, Instant at) {
        return db.select(REPLY.TEXT)
                .from(REPLY)
                .where(REPLY.CASE_ID.eq(id.value()), REPLY.FINAL.eq(last), REPLY.SAID_AT.eq(at))
                .limit(1)
                .fetchOptional(REPLY.TEXT);
    }

    Optional<String> reason(CaseId id, Instant at) {
        return db.select(REQUEST.REASON)
                .from(REQUEST)
                .where(REQUEST.CASE_ID.eq(id.value()), REQUEST.ASKED_AT.eq(at))
                .limit(1)
                .fetchOptional(REQUEST.REASON);
    }

    boolean knows(String system, String number) {
        return db.fetchExists(SOURCE, SOURCE.SYSTEM.eq(system), SOURCE.NUMBER.eq(number));
    }

    /** As if it had never been sent. Nothing else stands on it. */
    void delete(CaseId id) {
        var it = id.value();
        db.deleteFrom(CONTACT).where(CONTACT.CASE_ID.eq(it)).execute();
        db.deleteFrom(WORDS).where(WORDS.CASE_ID.eq(it)).execute();
        db.deleteFrom(SOURCE).where(SOURCE.CASE_ID.eq(it)).execute();
        db.deleteFrom(TIME_LIMIT).where(TIME_LIMIT.CASE_ID.eq(it)).execute();
        db.deleteFrom(CASE_FILE).where(CASE_FILE.ID.eq(it)).execute();
    }
}
