package lianxin.cases;

import static lianxin.cases.tables.AdditionTable.ADDITION;
import static lianxin.cases.tables.AnswerTable.ANSWER;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.PictureTable.PICTURE;
import static lianxin.cases.tables.WordsTable.WORDS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lianxin.platform.NotFound;
import lianxin.platform.PhotoId;
import lianxin.territory.AreaId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** In which case a report is worked on, and which reports were joined to a case. */
@Repository
class Voices {

    private static final int SHOWN = 5;

    private final DSLContext db;

    Voices(DSLContext db) {
        this.db = db;
    }

    /**
     * One more report of the matter.
     *
     * @param words null once their time is over
     */
    record Voice(
            CaseId id,
            long number,
            AreaId place,
            Instant reportedAt,
            @Nullable String words,
            List<Addition> additions,
            List<PhotoId> pictures,
            List<Said> answers) {}

    /** What a reporter said of a finished case. */
    record Said(boolean solved, @Nullable String sentence, Instant at) {}

    /** An open case that may be about the same. */
    record Open(
            CaseId id,
            long number,
            Instant reportedAt,
            AreaId place,
            Stage stage,
            @Nullable String words) {}

    /** The case in which a report is worked on: itself, unless it was joined to another. */
    CaseId lead(CaseId report) {
        return db.select(CASE_FILE.JOINED)
                .from(CASE_FILE)
                .where(CASE_FILE.ID.eq(report.value()))
                .fetchOptional()
                .map(it -> it.value1() == null ? report : new CaseId(it.value1()))
                .orElseThrow(() -> new NotFound(report.ref()));
    }

    /** Cases that are not closed. */
    static Select<Record1<UUID>> goingOn() {
        var lead = CASE_FILE.as("lead");
        return select(lead.ID).from(lead).where(lead.STAGE.ne(Stage.CLOSED.name()));
    }

    /** Whoever joins or parts two cases has both of them, always in the same order. */
    void hold(CaseId one, CaseId other) {
        db.select(CASE_FILE.ID)
                .from(CASE_FILE)
                .where(CASE_FILE.ID.in(one.value(), other.value()))
                .orderBy(CASE_FILE.ID)
                .forUpdate()
                .fetch();
    }

    /** The earliest first. */
    List<Voice> of(CaseId lead) {
        var additions = select(ADDITION.KIND, ADDITION.WORDS, ADDITION.SAID_AT)
                .from(ADDITION)
                .where(ADDITION.CASE_ID.eq(CASE_FILE.ID))
                .orderBy(ADDITION.SAID_AT);
        var pictures = select(PICTURE.PHOTO)
                .from(PICTURE)
                .where(PICTURE.CASE_ID.eq(CASE_FILE.ID))
                .orderBy(PICTURE.ADDED_AT);
        var answers = select(ANSWER.SOLVED, ANSWER.SENTENCE, ANSWER.ANSWERED_AT)
                .from(ANSWER)
                .where(ANSWER.CASE_ID.eq(CASE_FILE.ID))
                .orderBy(ANSWER.ANSWERED_AT);
        return db.select(
                        CASE_FILE.ID,
                        CASE_FILE.NUMBER,
                        CASE_FILE.PLACE,
                        CASE_FILE.REPORTED_AT,
                        WORDS.WORDS_,
                        multiset(additions)
                                .convertFrom(it -> it.map(row ->
                                        new Addition(Addition.Kind.valueOf(row.value1()), row.value2(), row.value3()))),
                        multiset(pictures).convertFrom(it -> it.map(row -> new PhotoId(row.value1()))),
                        multiset(answers).convertFrom(it -> it.map(mapping(Said::new))))
                .from(CASE_FILE)
                .leftJoin(WORDS)
                .on(WORDS.CASE_ID.eq(CASE_FILE.ID))
                .where(CASE_FILE.JOINED.eq(lead.value()))
                .orderBy(CASE_FILE.REPORTED_AT, CASE_FILE.ID)
                .fetch(mapping((id, number, place, reportedAt, words, added, photos, said) ->
                        new Voice(new CaseId(id), number, new AreaId(place), reportedAt, words, added, photos, said)));
    }

    boolean shows(CaseId lead, String picture) {
        return db.fetchExists(select(PICTURE.PHOTO)
                .from(PICTURE)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(PICTURE.CASE_ID))
                .where(CASE_FILE.JOINED.eq(lead.value()), PICTURE.PHOTO.eq(picture)));
    }

    /** Open ones of the same category on this ground and at the same desk, to which it could be joined; the same place first, then the latest. */
    List<Open> open(Case it, int[] ground) {
        var places = Arrays.stream(ground).boxed().toArray(Integer[]::new);
        return db.select(
                        CASE_FILE.ID,
                        CASE_FILE.NUMBER,
                        CASE_FILE.REPORTED_AT,
                        CASE_FILE.PLACE,
                        CASE_FILE.STAGE,
                        WORDS.WORDS_)
                .from(CASE_FILE)
                .leftJoin(WORDS)
                .on(WORDS.CASE_ID.eq(CASE_FILE.ID))
                .where(ListScope.OPEN)
                .and(CASE_FILE.PLACE.eq(any(places)))
                .and(CASE_FILE.CATEGORY.eq(it.category))
                .and(CASE_FILE.DESK.eq(it.desk.number()))
                .and(CASE_FILE.ID.ne(it.id.value()))
                .and(CASE_FILE.SUBJECT.isNull())
                .and(CASE_FILE.BOUND.isNull())
                .and(CASE_FILE.HEARD_ELSEWHERE.isFalse())
                .and(CASE_FILE.APPEALED.isNull())
                .orderBy(CASE_FILE.PLACE.eq(it.place.number()).desc(), CASE_FILE.REPORTED_AT.desc())
                .limit(SHOWN)
                .fetch(row -> new Open(
                        new CaseId(row.value1()),
                        row.value2(),
                        row.value3(),
                        new AreaId(row.value4()),
                        Stage.valueOf(row.value5()),
                        row.value6()));
    }

    /** Reports that were joined are read by whoever reads the case. */
    void follow(Case lead) {
        if (lead.voices + (lead.steppedBack ? 1 : 0) < 2) return;
        db.update(CASE_FILE)
                .set(CASE_FILE.SUBJECT, lead.subject == null ? null : lead.subject.number())
                .set(CASE_FILE.DESK, lead.desk.number())
                .set(CASE_FILE.HOLDER, lead.holder.number())
                .where(CASE_FILE.JOINED.eq(lead.id.value()))
                .execute();
    }
}
