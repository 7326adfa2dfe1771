package lianxin.cases;

import static lianxin.cases.tables.ReturnRequestTable.RETURN_REQUEST;
import static lianxin.platform.RowInsert.row;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.platform.Ids;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is said around a case: replies of the unit, its requests to be relieved, the resident's answers. */
@Repository
class CaseThread {

    static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_RELEASED = 100;

    private final DSLContext db;
    private final Ids ids;

    CaseThread(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    void say(Case it, String text, Actor by, Instant now) {
        reply(it, false, text, null, by, now);
    }

    void finish(Case it, String result, @Nullable String released, Actor by, Instant now) {
        reply(it, true, result, released, by, now);
    }

    private void reply(Case it, boolean last, String text, @Nullable String released, Actor by, Instant now) {
        var sentence = released == null || released.isBlank() ? null : released.strip();
        if (sentence != null && sentence.length() > LONGEST_RELEASED)
            throw new RuleBroken("case.released-too-long", LONGEST_RELEASED);
        ThreadSql.ADD_REPLY.execute(
                db,
                List.of(row(
                        ids.next(),
                        it.id.value(),
                        (short) it.round,
                        last,
                        checked(text),
                        sentence,
                        by.ref().toString(),
                        now)));
    }

    void askReturn(Case it, String dutyItem, String reason, Actor by, Instant now) {
        var open = db.fetchExists(
                RETURN_REQUEST, RETURN_REQUEST.CASE_ID.eq(it.id.value()).and(RETURN_REQUEST.GRANTED.isNull()));
        if (open) throw new RuleBroken("case.return-asked-already");
        db.insertInto(RETURN_REQUEST)
                .set(RETURN_REQUEST.ID, ids.next())
                .set(RETURN_REQUEST.CASE_ID, it.id.value())
                .set(RETURN_REQUEST.UNIT, it.holder.number())
                .set(RETURN_REQUEST.DUTY_ITEM, dutyItem)
                .set(RETURN_REQUEST.REASON, checked(reason))
                .set(RETURN_REQUEST.ASKED_AT, now)
                .set(RETURN_REQUEST.ASKED_BY, by.ref().toString())
                .execute();
    }

    /** The duty item that the request cited. */
    String decideReturn(Case it, boolean grant, Actor by, Instant now) {
        return endReturn(it, grant, false, by, now).orElseThrow(() -> new RuleBroken("case.no-return-asked"));
    }

    /** The duty item that the request cited, if one waited for its decision. */
    Optional<String> withdrawReturn(Case it, Actor by, Instant now) {
        return endReturn(it, false, true, by, now);
    }

    private Optional<String> endReturn(Case it, boolean granted, boolean withdrawn, Actor by, Instant now) {
        var asked =
                ThreadSql.END_RETURN.fetch(db, granted, withdrawn, now, by.ref().toString(), it.id.value());
        return asked.stream().map(row -> row.get(RETURN_REQUEST.DUTY_ITEM)).findFirst();
    }

    /** One answer per closing round: whoever answers again is told that the first one stands. */
    void answer(Case it, ResidentAnswer answer, Instant now) {
        var sentence = answer.sentence().strip();
        var added = ThreadSql.ADD_ANSWER.execute(
                db,
                List.of(row(
                        it.id.value(),
                        (short) it.round,
                        answer.solved(),
                        answer.result() == 0 ? null : (short) answer.result(),
                        answer.service() == 0 ? null : (short) answer.service(),
                        answer.pressed(),
                        sentence.isEmpty() ? null : sentence,
                        answer.channel(),
                        now)));
        if (added == 0) throw new RuleBroken("case.answered-already");
    }

    /** From now on contact and words have an end. */
    void closed(Case it, Instant deleteAfter) {
        var id = it.id.value();
        var wordsAfter = deleteAfter.plus(Reports.WORDS_KEPT_AT_MOST.dividedBy(2));
        ThreadSql.END_KEEPING.execute(db, List.of(deleteAfter, id, wordsAfter, id));
    }

    /** What staff write, without blanks around it; refused with a sentence when empty or too long. */
    static String checked(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) throw new RuleBroken("case.text-empty");
        if (stripped.length() > LONGEST_TEXT) throw new RuleBroken("case.text-too-long", LONGEST_TEXT);
        return stripped;
    }
}
