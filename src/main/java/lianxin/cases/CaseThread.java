package lianxin.cases;

import static lianxin.cases.tables.AdditionTable.ADDITION;
import static lianxin.cases.tables.AnswerTable.ANSWER;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.ReplyTable.REPLY;
import static lianxin.cases.tables.RequestTable.REQUEST;
import static lianxin.cases.tables.WordsTable.WORDS;
import static lianxin.platform.RowInsert.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.platform.Ids;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is said around a case: replies of the unit, its requests, the resident's answers. */
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
        it.toldAt = now;
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

    /** How often it was asked before is counted here: a request that was withdrawn counts for nothing. */
    void ask(Case it, Asked asked, int times, String reason, Actor by, Instant now) {
        var r = REQUEST;
        var before = db.fetchCount(
                r,
                r.CASE_ID.eq(it.id.value()),
                r.KIND.eq(asked.what().key()),
                r.GRANTED.isNotNull(),
                r.WITHDRAWN.isFalse());
        if (before >= times) throw new RuleBroken("case." + asked.what().key() + "-often-enough", times);
        db.insertInto(r)
                .set(r.ID, ids.next())
                .set(r.CASE_ID, it.id.value())
                .set(r.UNIT, it.holder.number())
                .set(r.KIND, asked.what().key())
                .set(r.DUTY_ITEM, asked.dutyItem())
                .set(r.UNTIL, asked.until())
                .set(r.CAUSE, asked.cause())
                .set(r.REASON, checked(reason))
                .set(r.ASKED_AT, now)
                .set(r.ASKED_BY, by.ref().toString())
                .execute();
    }

    /** Nobody decides what he asked himself. */
    Asked decide(Case it, boolean grant, Actor by, Instant now) {
        var r = REQUEST;
        var own = db.fetchExists(
                r,
                r.CASE_ID.eq(it.id.value()),
                r.GRANTED.isNull(),
                r.ASKED_BY.eq(by.ref().toString()));
        if (own) throw new RuleBroken("case.own-request");
        return end(it, grant, false, by, now);
    }

    /** Why the unit asked for what was decided last. */
    String reason(Case it) {
        return db.select(REQUEST.REASON)
                .from(REQUEST)
                .where(REQUEST.CASE_ID.eq(it.id.value()))
                .orderBy(REQUEST.ASKED_AT.desc())
                .limit(1)
                .fetchSingle(REQUEST.REASON);
    }

    /** Whether it was this one who told the reporter last how it ended. */
    boolean lastWordOf(Case it, Actor by) {
        return db.select(REPLY.BY_ACTOR)
                .from(REPLY)
                .where(REPLY.CASE_ID.eq(it.id.value()), REPLY.FINAL.isTrue())
                .orderBy(REPLY.SAID_AT.desc())
                .limit(1)
                .fetchOptional(REPLY.BY_ACTOR)
                .filter(by.ref().toString()::equals)
                .isPresent();
    }

    /** A dispute is over, for or against the unit that began it. */
    void end(Case it, boolean granted, Actor by, Instant now) {
        end(it, granted, false, by, now);
    }

    /** What waited for its decision. */
    Asked withdraw(Case it, Actor by, Instant now) {
        return end(it, false, true, by, now);
    }

    private Asked end(Case it, boolean granted, boolean withdrawn, Actor by, Instant now) {
        var asked = ThreadSql.END_REQUEST.fetch(
                db, granted, withdrawn, now, by.ref().toString(), it.id.value());
        return asked.stream()
                .map(row -> new Asked(
                        Relief.of(row.get(REQUEST.KIND)),
                        row.get(REQUEST.DUTY_ITEM),
                        row.get(REQUEST.UNTIL),
                        row.get(REQUEST.CAUSE)))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("case.nothing-asked"));
    }

    /** From now on the limits run again. */
    void resumed(Case it, Instant now) {
        ThreadSql.END_PAUSE.execute(db, List.of(now, it.id.value()));
    }

    /** One answer per closing round: whoever answers again is told that the first one stands. */
    void answer(CaseId voice, int round, ResidentAnswer answer, Instant now) {
        var sentence = answer.sentence().strip();
        var added = ThreadSql.ADD_ANSWER.execute(
                db,
                List.of(row(
                        voice.value(),
                        (short) round,
                        answer.solved(),
                        answer.result() == 0 ? null : (short) answer.result(),
                        answer.service() == 0 ? null : (short) answer.service(),
                        answer.pressed(),
                        sentence.isEmpty() ? null : sentence,
                        answer.channel(),
                        now)));
        if (added == 0) throw new RuleBroken("case.answered-already");
    }

    /** Whether this reporter has said of this round whether it is solved. */
    boolean answered(CaseId voice, int round) {
        return round > 0 && db.fetchExists(ANSWER, ANSWER.CASE_ID.eq(voice.value()), ANSWER.ROUND.eq((short) round));
    }

    /** What the reporter says goes with the words; where these have gone before it is kept for the unit to see it. */
    void add(CaseId id, Addition.Kind kind, String text, Instant now) {
        var a = ADDITION;
        var said = text.strip();
        if (said.isEmpty()) throw new RuleBroken("case.text-empty");
        if (said.length() > Addition.LONGEST) throw new RuleBroken("case.addition-long", Addition.LONGEST);
        var more = a.CASE_ID.eq(id.value()).and(a.KIND.in(Addition.LIMITED));
        if (Addition.LIMITED.contains(kind.name()) && db.fetchCount(a, more) >= Addition.MOST)
            throw new RuleBroken("case.additions-enough", Addition.MOST);
        var end = db.select(WORDS.DELETE_AFTER)
                .from(WORDS)
                .where(WORDS.CASE_ID.eq(id.value()))
                .fetchOptional(WORDS.DELETE_AFTER)
                .orElse(now.plus(Purge.SAID_LATER_KEPT));
        db.insertInto(a)
                .set(a.ID, ids.next())
                .set(a.CASE_ID, id.value())
                .set(a.KIND, kind.name())
                .set(a.WORDS, said)
                .set(a.PURPOSE, "handle-the-case")
                .set(a.SAID_AT, now)
                .set(a.DELETE_AFTER, end)
                .execute();
    }

    /** From now on contact and words have an end. */
    void closed(Case it, Instant deleteAfter) {
        keepUntil(it, deleteAfter, deleteAfter.plus(Reports.WORDS_KEPT_AT_MOST.dividedBy(2)));
    }

    /** It is open again: what had an end by closing is kept until it is closed anew. */
    void openedAgain(Case it, Instant now) {
        var end = now.plus(Reports.WORDS_KEPT_AT_MOST);
        keepUntil(it, end, end);
    }

    /** Of all its reporters. */
    private void keepUntil(Case it, Instant contact, Instant words) {
        var reports = new ArrayList<>(List.of(it.id.value()));
        if (it.voices > 1 || it.steppedBack)
            reports.addAll(db.select(CASE_FILE.ID)
                    .from(CASE_FILE)
                    .where(CASE_FILE.JOINED.eq(it.id.value()))
                    .fetch(CASE_FILE.ID));
        for (var id : reports) ThreadSql.END_KEEPING.execute(db, List.of(contact, id, words, id, words, id));
    }

    /** What staff write, without blanks around it; refused with a sentence when empty or too long. */
    static String checked(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) throw new RuleBroken("case.text-empty");
        if (stripped.length() > LONGEST_TEXT) throw new RuleBroken("case.text-too-long", LONGEST_TEXT);
        return stripped;
    }
}
