package lianxin.cases;

import static lianxin.cases.tables.AdditionTable.ADDITION;
import static lianxin.cases.tables.AnswerTable.ANSWER;
import static lianxin.cases.tables.ContactTable.CONTACT;
import static lianxin.cases.tables.NoteTable.NOTE;
import static lianxin.cases.tables.PictureTable.PICTURE;
import static lianxin.cases.tables.ReplyTable.REPLY;
import static lianxin.cases.tables.RequestTable.REQUEST;
import static lianxin.cases.tables.WordsTable.WORDS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lianxin.cases.rules.Categories;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.PhotoId;
import lianxin.platform.RuleBroken;
import lianxin.platform.Telephone;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Record4;
import org.jooq.Select;
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
    private final Categories categories;
    private final Journal journal;
    private final Clock clock;

    CaseDetails(DSLContext db, CaseRepository cases, Categories categories, Journal journal, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.categories = categories;
        this.journal = journal;
        this.clock = clock;
    }

    /** All that may be shown beside a case, asked for at once; ratings are left out unless the reader may see them. */
    Beside beside(CaseId id, boolean withRatings) {
        var words = select(WORDS.WORDS_, WORDS.DETAIL).from(WORDS).where(WORDS.CASE_ID.eq(id.value()));
        var answers = select(ANSWER.fields())
                .from(ANSWER)
                .where(ANSWER.CASE_ID.eq(id.value()))
                .orderBy(ANSWER.ROUND);
        var requests = select(REQUEST.KIND, REQUEST.CAUSE, REQUEST.UNTIL, REQUEST.REASON)
                .from(REQUEST)
                .where(REQUEST.CASE_ID.eq(id.value()))
                .and(REQUEST.GRANTED.isNull().or(REQUEST.GRANTED.isTrue().and(REQUEST.KIND.eq(Relief.SHELVE.key()))))
                .orderBy(REQUEST.ASKED_AT.desc());
        return db.select(
                        multiset(words).convertFrom(it -> it.map(mapping(Words::new))),
                        multiset(picturesOf(id)).convertFrom(it -> it.map(CaseDetails::picture)),
                        multiset(repliesOf(id)).convertFrom(it -> it.map(mapping(Reply::new))),
                        multiset(answers).convertFrom(it -> it.map(row -> answer(row, withRatings))),
                        multiset(requests).convertFrom(it -> it.map(mapping(Request::new))),
                        multiset(additionsTo(id)).convertFrom(it -> it.map(CaseDetails::addition)),
                        multiset(notesOn(id)).convertFrom(it -> it.map(CaseDetails::note)))
                .fetchSingle(row -> new Beside(
                        first(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        first(row.value5()),
                        row.value6(),
                        row.value7()));
    }

    /** Empty once they were deleted. */
    Optional<Words> words(CaseId id) {
        return db.select(WORDS.WORDS_, WORDS.DETAIL)
                .from(WORDS)
                .where(WORDS.CASE_ID.eq(id.value()))
                .fetchOptional(mapping(Words::new));
    }

    List<Picture> pictures(CaseId id) {
        return db.fetch(picturesOf(id)).map(CaseDetails::picture);
    }

    List<Reply> replies(CaseId id) {
        return db.fetch(repliesOf(id)).map(mapping(Reply::new));
    }

    List<Addition> additions(CaseId id) {
        return db.fetch(additionsTo(id)).map(CaseDetails::addition);
    }

    private static Select<Record3<String, String, Instant>> additionsTo(CaseId id) {
        return select(ADDITION.KIND, ADDITION.WORDS, ADDITION.SAID_AT)
                .from(ADDITION)
                .where(ADDITION.CASE_ID.eq(id.value()))
                .orderBy(ADDITION.SAID_AT);
    }

    private static Select<Record4<String, Integer, String, Instant>> notesOn(CaseId id) {
        return select(NOTE.KIND, NOTE.UNIT, NOTE.TEXT, NOTE.SAID_AT)
                .from(NOTE)
                .where(NOTE.CASE_ID.eq(id.value()))
                .orderBy(NOTE.SAID_AT);
    }

    private static Note note(Record4<String, Integer, String, Instant> row) {
        return new Note(Note.Kind.valueOf(row.value1()), new UnitId(row.value2()), row.value3(), row.value4());
    }

    private static Addition addition(Record3<String, String, Instant> row) {
        return new Addition(Addition.Kind.valueOf(row.value1()), row.value2(), row.value3());
    }

    private static Select<Record2<String, String>> picturesOf(CaseId id) {
        return select(PICTURE.PHOTO, PICTURE.MOMENT)
                .from(PICTURE)
                .where(PICTURE.CASE_ID.eq(id.value()))
                .orderBy(PICTURE.ADDED_AT);
    }

    private static Picture picture(Record2<String, String> row) {
        return new Picture(new PhotoId(row.value1()), Moment.valueOf(row.value2()));
    }

    private static Select<Record4<String, String, Boolean, Instant>> repliesOf(CaseId id) {
        return select(REPLY.TEXT, REPLY.RELEASED, REPLY.FINAL, REPLY.SAID_AT)
                .from(REPLY)
                .where(REPLY.CASE_ID.eq(id.value()))
                .orderBy(REPLY.SAID_AT);
    }

    private static Answer answer(Record row, boolean withRatings) {
        return new Answer(
                row.get(ANSWER.SOLVED),
                row.get(ANSWER.SENTENCE),
                row.get(ANSWER.CHANNEL),
                row.get(ANSWER.ANSWERED_AT),
                withRatings ? number(row.get(ANSWER.RESULT)) : null,
                withRatings ? number(row.get(ANSWER.SERVICE)) : null,
                withRatings && row.get(ANSWER.PRESSED));
    }

    private static <T> @Nullable T first(List<T> atMostOne) {
        return atMostOne.isEmpty() ? null : atMostOne.getFirst();
    }

    /** The telephone with its middle hidden, for those who may ask for the whole; empty for everybody else. */
    Optional<String> maskedContact(CaseId id, Case it, Actor reader) {
        return contact(id)
                .filter(contact -> mayRead(contact, it, reader))
                .map(contact -> new Telephone(contact.telephone()).masked());
    }

    /** The whole telephone. Every reading is a fact with its purpose, which the reporter can see. */
    @Transactional
    String readContact(CaseId id, String purpose, Actor reader) {
        if (!PURPOSES.contains(purpose)) throw new RuleBroken("case.purpose");
        var it = cases.find(id).orElseThrow(() -> new NotFound(id.ref()));
        var line = line(it);
        if (!reader.may(May.HANDLE, it.holder, line)) reader.must(May.READ_CONTACT, it.holder, line);
        var contact = contact(id).orElseThrow(() -> new NotFound(id.ref()));
        if (!mayRead(contact, it, reader)) throw new Forbidden(id.ref());
        var now = clock.instant();
        journal.record(new ReportFact.ContactRead(id, it.holder, purpose), it.place.ref(), reader.ref(), now);
        return contact.telephone();
    }

    private boolean mayRead(Contact contact, Case it, Actor reader) {
        var handles = reader.may(May.HANDLE, it.holder, line(it));
        if (reader.may(May.READ_CONTACT, it.holder, line(it)) && !handles) return true;
        return contact.givenTo() == GivenTo.HANDLER && handles;
    }

    private String line(Case it) {
        return categories.find(it.category).line();
    }

    private Optional<Contact> contact(CaseId id) {
        return db.selectFrom(CONTACT)
                .where(CONTACT.CASE_ID.eq(id.value()))
                .fetchOptional(
                        row -> new Contact(row.get(CONTACT.TELEPHONE), GivenTo.valueOf(row.get(CONTACT.GIVEN_TO))));
    }

    private static @Nullable Integer number(@Nullable Short value) {
        return value == null ? null : value.intValue();
    }

    /** Words are null once they were deleted, the request when none waits for a decision. */
    record Beside(
            @Nullable Words words,
            List<Picture> pictures,
            List<Reply> replies,
            List<Answer> answers,
            @Nullable Request request,
            List<Addition> additions,
            List<Note> notes) {

        /** For readers whom nothing of it concerns. */
        static final Beside NOTHING =
                new Beside(new Words("", ""), List.of(), List.of(), List.of(), null, List.of(), List.of());
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

    /** The last that waits for its decision, or by which the case was put aside. */
    record Request(
            String kind, @Nullable String cause, @Nullable Instant until, String reason) {}

    private record Contact(String telephone, GivenTo givenTo) {}
}
