package lianxin.cases;

import static lianxin.cases.tables.AdditionTable.ADDITION;
import static lianxin.cases.tables.AnswerTable.ANSWER;
import static lianxin.cases.tables.ContactTable.CONTACT;
import static lianxin.cases.tables.ReplyTable.REPLY;
import static lianxin.cases.tables.RequestTable.REQUEST;
import static lianxin.cases.tables.WordsTable.WORDS;
import static lianxin.platform.Prepared.blank;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.update;

import java.util.List;
import lianxin.platform.Prepared;
import lianxin.platform.RowInsert;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStepN;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The statements for what is said around a case, with their texts rendered once. */
final class ThreadSql {

    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    static final RowInsert ADD_WORDS =
            new RowInsert(WORDS, List.of(WORDS.CASE_ID, WORDS.WORDS_, WORDS.DETAIL, WORDS.PURPOSE, WORDS.DELETE_AFTER));

    static final RowInsert ADD_REPLY = new RowInsert(
            REPLY,
            List.of(
                    REPLY.ID,
                    REPLY.CASE_ID,
                    REPLY.ROUND,
                    REPLY.FINAL,
                    REPLY.TEXT,
                    REPLY.RELEASED,
                    REPLY.BY_ACTOR,
                    REPLY.SAID_AT));

    /** The first answer of a round stands. */
    static final RowInsert ADD_ANSWER = new RowInsert(
            ANSWER,
            List.of(
                    ANSWER.CASE_ID,
                    ANSWER.ROUND,
                    ANSWER.SOLVED,
                    ANSWER.RESULT,
                    ANSWER.SERVICE,
                    ANSWER.PRESSED,
                    ANSWER.SENTENCE,
                    ANSWER.CHANNEL,
                    ANSWER.ANSWERED_AT),
            InsertValuesStepN::onConflictDoNothing);

    /** Ends the request that waits for its decision, if there is one, and tells what it asked for. */
    static final Prepared END_REQUEST = Prepared.of(
            SQL.update(REQUEST)
                    .set(REQUEST.GRANTED, blank(REQUEST.GRANTED))
                    .set(REQUEST.WITHDRAWN, blank(REQUEST.WITHDRAWN))
                    .set(REQUEST.DECIDED_AT, blank(REQUEST.DECIDED_AT))
                    .set(REQUEST.DECIDED_BY, blank(REQUEST.DECIDED_BY))
                    .where(REQUEST.CASE_ID.eq(blank(REQUEST.CASE_ID)))
                    .and(REQUEST.GRANTED.isNull())
                    .returning(REQUEST.KIND, REQUEST.DUTY_ITEM, REQUEST.UNTIL, REQUEST.CAUSE),
            REQUEST.KIND,
            REQUEST.DUTY_ITEM,
            REQUEST.UNTIL,
            REQUEST.CAUSE);

    static final Prepared END_PAUSE = Prepared.of(SQL.update(REQUEST)
            .set(REQUEST.ENDED_AT, blank(REQUEST.ENDED_AT))
            .where(REQUEST.CASE_ID.eq(blank(REQUEST.CASE_ID)))
            .and(REQUEST.KIND.eq(inline(Relief.SHELVE.key())))
            .and(REQUEST.GRANTED.isTrue())
            .and(REQUEST.ENDED_AT.isNull()));

    /** Gives contact, words and what was added to them their ends. */
    static final Prepared END_KEEPING = Prepared.of(SQL.with(name("contacts")
                    .as(update(CONTACT)
                            .set(CONTACT.DELETE_AFTER, blank(CONTACT.DELETE_AFTER))
                            .where(CONTACT.CASE_ID.eq(blank(CONTACT.CASE_ID)))
                            .returning(CONTACT.CASE_ID)))
            .with(name("additions")
                    .as(update(ADDITION)
                            .set(ADDITION.DELETE_AFTER, blank(ADDITION.DELETE_AFTER))
                            .where(ADDITION.CASE_ID.eq(blank(ADDITION.CASE_ID)))
                            .returning(ADDITION.CASE_ID)))
            .update(WORDS)
            .set(WORDS.DELETE_AFTER, blank(WORDS.DELETE_AFTER))
            .where(WORDS.CASE_ID.eq(blank(WORDS.CASE_ID))));

    private ThreadSql() {}
}
