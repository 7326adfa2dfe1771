package lianxin.cases;

import static lianxin.cases.tables.AnswerTable.ANSWER;
import static lianxin.cases.tables.ContactTable.CONTACT;
import static lianxin.cases.tables.PictureTable.PICTURE;
import static lianxin.cases.tables.ReplyTable.REPLY;
import static lianxin.cases.tables.ReturnRequestTable.RETURN_REQUEST;
import static lianxin.cases.tables.WordsTable.WORDS;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.NotFound;
import lianxin.platform.PhotoId;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What lies beside a case — words, pictures, replies, answers, contact — each for its own readers only. */
@Service
class CaseDetails {

    /** Why somebody may ask for the whole telephone. */
    static final Set<String> PURPOSES = Set.of("call-back", "appointment");

    private final DSLContext db;
    private final CaseRepository cases;
    private final Journal journal;
    private final Clock clock;

    CaseDetails(DSLContext db, CaseRepository cases, Journal journal, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    Optional<Words> words(CaseId id) {
        return db.selectFrom(WORDS)
                .where(WORDS.CASE_ID.eq(id.value()))
                .fetchOptional(row -> new Words(row.get(WORDS.WORDS_), row.get(WORDS.DETAIL)));
    }

    List<Picture> pictures(CaseId id) {
        return db.selectFrom(PICTURE)
                .where(PICTURE.CASE_ID.eq(id.value()))
                .orderBy(PICTURE.ADDED_AT)
                .fetch(row ->
                        new Picture(new PhotoId(row.get(PICTURE.PHOTO)), Moment.valueOf(row.get(PICTURE.MOMENT))));
    }

    List<Reply> replies(CaseId id) {
        return db.selectFrom(REPLY)
                .where(REPLY.CASE_ID.eq(id.value()))
                .orderBy(REPLY.SAID_AT)
                .fetch(row -> new Reply(
                        row.get(REPLY.TEXT), row.get(REPLY.RELEASED), row.get(REPLY.FINAL), row.get(REPLY.SAID_AT)));
    }

    /** What the resident said of each round; ratings are left out unless the reader may see them. */
    List<Answer> answers(CaseId id, boolean withRatings) {
        return db.selectFrom(ANSWER)
                .where(ANSWER.CASE_ID.eq(id.value()))
                .orderBy(ANSWER.ROUND)
                .fetch(row -> new Answer(
                        row.get(ANSWER.SOLVED),
                        row.get(ANSWER.SENTENCE),
                        row.get(ANSWER.CHANNEL),
                        row.get(ANSWER.ANSWERED_AT),
                        withRatings ? number(row.get(ANSWER.RESULT)) : null,
                        withRatings ? number(row.get(ANSWER.SERVICE)) : null,
                        withRatings && row.get(ANSWER.PRESSED)));
    }

    Optional<ReturnRequest> openReturn(CaseId id) {
        return db.selectFrom(RETURN_REQUEST)
                .where(RETURN_REQUEST.CASE_ID.eq(id.value()))
                .and(RETURN_REQUEST.GRANTED.isNull())
                .fetchOptional(row -> new ReturnRequest(
                        row.get(RETURN_REQUEST.DUTY_ITEM),
                        row.get(RETURN_REQUEST.REASON),
                        row.get(RETURN_REQUEST.ASKED_AT)));
    }

    /** The telephone with its middle hidden, for those who may ask for the whole; empty for everybody else. */
    Optional<String> maskedContact(CaseId id, Case it, Actor reader) {
        return contact(id).filter(contact -> mayRead(contact, it, reader)).map(contact -> masked(contact.telephone()));
    }

    /** The whole telephone. Every reading is a fact with its purpose, which the reporter can see. */
    @Transactional
    String readContact(CaseId id, String purpose, Actor reader) {
        if (!PURPOSES.contains(purpose)) throw new RuleBroken("case.purpose");
        var it = cases.find(id).orElseThrow(() -> new NotFound(id.ref()));
        var contact = contact(id).orElseThrow(() -> new NotFound(id.ref()));
        if (!mayRead(contact, it, reader)) reader.must(May.READ_CONTACT, it.holder);
        var now = clock.instant();
        journal.record(new CaseFact.ContactRead(id, it.holder, purpose), it.place.ref(), reader.ref(), now);
        return contact.telephone();
    }

    private static boolean mayRead(Contact contact, Case it, Actor reader) {
        if (reader.may(May.READ_CONTACT, it.holder) && !reader.may(May.HANDLE, it.holder)) return true;
        return contact.givenTo() == GivenTo.HANDLER && reader.may(May.HANDLE, it.holder);
    }

    private Optional<Contact> contact(CaseId id) {
        return db.selectFrom(CONTACT)
                .where(CONTACT.CASE_ID.eq(id.value()))
                .fetchOptional(
                        row -> new Contact(row.get(CONTACT.TELEPHONE), GivenTo.valueOf(row.get(CONTACT.GIVEN_TO))));
    }

    private static String masked(String telephone) {
        if (telephone.length() < 8) return "****" + telephone.substring(telephone.length() - 2);
        return telephone.substring(0, 3) + "****" + telephone.substring(telephone.length() - 4);
    }

    private static @Nullable Integer number(@Nullable Short value) {
        return value == null ? null : value.intValue();
    }

    record Words(String words, String detail) {}

    record Picture(PhotoId photo, Moment moment) {}

    record Reply(String text, @Nullable String released, boolean last, Instant saidAt) {}

    record Answer(
            boolean solved,
            @Nullable String sentence,
            String channel,
            Instant answeredAt,
            @Nullable Integer result,
            @Nullable Integer service,
            boolean pressed) {}

    record ReturnRequest(String dutyItem, String reason, Instant askedAt) {}

    private record Contact(String telephone, GivenTo givenTo) {}
}
