package lianxin.cases;

import static lianxin.cases.tables.AnswerTable.ANSWER;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.ContactTable.CONTACT;
import static lianxin.cases.tables.ReplyTable.REPLY;
import static lianxin.cases.tables.WordsTable.WORDS;
import static org.jooq.impl.DSL.inline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Category;
import lianxin.organization.UnitId;
import lianxin.platform.ShortCode;
import lianxin.territory.AreaId;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What a resident may see: the own case by its private link, and of others only what a unit released to the public. */
@Repository
class ResidentQueries {
    private static final Duration LATER = Duration.ofDays(7);

    private static final int SHOWN_AT_ONCE = 5;

    private final DSLContext db;

    ResidentQueries(DSLContext db) {
        this.db = db;
    }

    /**
     * @param lead the case in which it is worked on, where it was joined to that of somebody else; where it stands is where
     *     that case stands
     * @param since when it was joined
     * @param voices how many reporters are asked whether it is solved
     * @param words null once their time is over and they are deleted
     */
    record Standing(
            CaseId id,
            @Nullable CaseId lead,
            @Nullable Instant since,
            int voices,
            long number,
            String code,
            String category,
            AreaId place,
            Stage stage,
            UnitId desk,
            UnitId holder,
            Instant reportedAt,
            Instant due,
            int round,
            @Nullable Instant answerUntil,
            @Nullable Outcome outcome,
            @Nullable Instant closedAt,
            boolean again,
            Exclusion.@Nullable Standing exclusion,
            boolean shelved,
            @Nullable Instant urgedAt,
            @Nullable String words,
            @Nullable String detail) {

        /** The same report, standing where the case stands to which it was joined. */
        private Standing in(Standing other) {
            return new Standing(
                    id,
                    other.id,
                    closedAt,
                    other.voices,
                    number,
                    code,
                    category,
                    place,
                    other.stage,
                    other.desk,
                    other.holder,
                    reportedAt,
                    other.due,
                    other.round,
                    other.answerUntil,
                    other.outcome,
                    other.closedAt,
                    other.again,
                    other.exclusion,
                    other.shelved,
                    other.urgedAt,
                    words,
                    detail);
        }
    }

    record Contact(String telephone, boolean toHandler) {}

    record Answered(
            int round,
            boolean solved,
            @Nullable Integer result,
            @Nullable Integer service,
            boolean pressed,
            @Nullable String sentence) {}

    record Solved(String category, String sentence, Instant closedAt) {}

    /** As the reporter sees it: worked on in another case, or withdrawn by this reporter while others go on. */
    Optional<Standing> standing(CaseId id) {
        return db.select(CASE_FILE.asterisk(), WORDS.WORDS_, WORDS.DETAIL)
                .from(CASE_FILE)
                .leftJoin(WORDS)
                .on(WORDS.CASE_ID.eq(CASE_FILE.ID))
                .where(CASE_FILE.ID.eq(id.value()))
                .fetchOptional()
                .map(row -> {
                    var joined = row.get(CASE_FILE.JOINED);
                    if (joined != null) return standing(id, row, false).in(whole(new CaseId(joined)));
                    return standing(id, row, row.get(CASE_FILE.STEPPED_BACK));
                });
    }

    /** For all of its reporters. */
    private Standing whole(CaseId lead) {
        return db.select(
                        CASE_FILE.asterisk(),
                        inline((String) null).as(WORDS.WORDS_),
                        inline((String) null).as(WORDS.DETAIL))
                .from(CASE_FILE)
                .where(CASE_FILE.ID.eq(lead.value()))
                .fetchSingle(row -> standing(lead, row, false));
    }

    private static Standing standing(CaseId id, Record row, boolean withdrawn) {
        var outcome = row.get(CASE_FILE.OUTCOME);
        var exclusion = row.get(CASE_FILE.EXCLUSION);
        return new Standing(
                id,
                null,
                null,
                row.get(CASE_FILE.VOICES),
                row.get(CASE_FILE.NUMBER),
                row.get(CASE_FILE.CODE),
                row.get(CASE_FILE.CATEGORY),
                new AreaId(row.get(CASE_FILE.PLACE)),
                withdrawn ? Stage.CLOSED : Stage.valueOf(row.get(CASE_FILE.STAGE)),
                new UnitId(row.get(CASE_FILE.DESK)),
                new UnitId(row.get(CASE_FILE.HOLDER)),
                row.get(CASE_FILE.REPORTED_AT),
                row.get(CASE_FILE.DUE),
                row.get(CASE_FILE.ROUND),
                row.get(CASE_FILE.ANSWER_UNTIL),
                withdrawn ? Outcome.withdrawn : outcome == null ? null : Outcome.valueOf(outcome),
                row.get(CASE_FILE.CLOSED_AT),
                row.get(CASE_FILE.AGAIN),
                exclusion == null ? null : Exclusion.Standing.valueOf(exclusion),
                row.get(CASE_FILE.PAUSED_AT) != null,
                row.get(CASE_FILE.URGED_AT),
                row.get(WORDS.WORDS_),
                row.get(WORDS.DETAIL));
    }

    /** A short code opens a case only where it was reported. */
    Optional<CaseId> byCode(ShortCode code, AreaId place) {
        return db.select(CASE_FILE.ID)
                .from(CASE_FILE)
                .where(CASE_FILE.CODE.eq(code.text()), CASE_FILE.PLACE.eq(place.number()))
                .fetchOptional(row -> new CaseId(row.value1()));
    }

    Optional<Contact> contact(CaseId id) {
        return db.select(CONTACT.TELEPHONE, CONTACT.GIVEN_TO)
                .from(CONTACT)
                .where(CONTACT.CASE_ID.eq(id.value()))
                .fetchOptional(row -> new Contact(row.value1(), row.value2().equals("HANDLER")));
    }

    Optional<Answered> lastAnswer(CaseId id) {
        return db.selectFrom(ANSWER)
                .where(ANSWER.CASE_ID.eq(id.value()))
                .orderBy(ANSWER.ROUND.desc())
                .limit(1)
                .fetchOptional(row -> new Answered(
                        row.get(ANSWER.ROUND),
                        row.get(ANSWER.SOLVED),
                        number(row.get(ANSWER.RESULT)),
                        number(row.get(ANSWER.SERVICE)),
                        row.get(ANSWER.PRESSED),
                        row.get(ANSWER.SENTENCE)));
    }

    /** What neighbors may see: public space only, a sentence the unit released, a week later. */
    List<Solved> solvedLately(UnitId desk, Categories categories, Instant now) {
        var publicSpace = categories.byKey().values().stream()
                .filter(Category::publicSpace)
                .map(Category::key)
                .toList();
        return db.select(CASE_FILE.CATEGORY, REPLY.RELEASED, CASE_FILE.CLOSED_AT)
                .from(CASE_FILE)
                .join(REPLY)
                .on(REPLY.CASE_ID.eq(CASE_FILE.ID), REPLY.FINAL.isTrue(), REPLY.ROUND.eq(CASE_FILE.ROUND))
                .where(CASE_FILE.DESK.eq(desk.number()), CASE_FILE.CATEGORY.in(publicSpace))
                .and(CASE_FILE.OUTCOME.eq(Outcome.closedSolved.name()))
                .and(CASE_FILE.CLOSED_AT.le(now.minus(LATER)))
                .and(REPLY.RELEASED.isNotNull())
                .orderBy(CASE_FILE.CLOSED_AT.desc())
                .limit(SHOWN_AT_ONCE)
                .fetch(row -> new Solved(row.value1(), row.value2(), row.value3()));
    }

    private static @Nullable Integer number(@Nullable Short value) {
        return value == null ? null : value.intValue();
    }
}
