package lianxin.cases;

import static lianxin.cases.tables.AdditionTable.ADDITION;
import static lianxin.cases.tables.AnswerTable.ANSWER;
import static lianxin.cases.tables.ContactTable.CONTACT;
import static lianxin.cases.tables.ExclusionTable.EXCLUSION;
import static lianxin.cases.tables.InstructionTable.INSTRUCTION;
import static lianxin.cases.tables.NoteTable.NOTE;
import static lianxin.cases.tables.PictureTable.PICTURE;
import static lianxin.cases.tables.ReplyTable.REPLY;
import static lianxin.cases.tables.RequestTable.REQUEST;
import static lianxin.cases.tables.StoryPictureTable.STORY_PICTURE;
import static lianxin.cases.tables.StoryTable.STORY;
import static lianxin.cases.tables.WordsTable.WORDS;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import lianxin.platform.PhotoId;
import lianxin.platform.Photos;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what was promised to be deleted: telephones, words and everything said around them, when their time is over.
 * Each kind is walked through by itself in small steps, each step a transaction of its own. A step that fails is taken
 * again one by one; what still fails is logged, stays, and holds up nothing else. The next run meets it again.
 */
@Component
class Purge {

    private static final Logger log = LoggerFactory.getLogger(Purge.class);

    private static final int STEP = 500;
    private static final Duration UNLINKED_FOR = Duration.ofDays(1);

    /** What is said when the words are already gone is kept so long, for the other side to see it. */
    static final Duration SAID_LATER_KEPT = Duration.ofDays(90);

    private final DSLContext db;
    private final Photos photos;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Purge(DSLContext db, Photos photos, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.photos = photos;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 2,4,6 * * *", zone = "#{@cityClock.zone.id}")
    void run() {
        var now = clock.instant();
        each(
                "telephones",
                CONTACT.CASE_ID,
                CONTACT.DELETE_AFTER.le(now),
                it -> db.deleteFrom(CONTACT).where(it));
        each(
                "words",
                WORDS.CASE_ID,
                WORDS.DELETE_AFTER.le(now),
                it -> db.deleteFrom(WORDS).where(it));
        each(
                "additions",
                ADDITION.CASE_ID,
                ADDITION.DELETE_AFTER.le(now),
                it -> db.deleteFrom(ADDITION).where(it));
        forgetWhatWasSaidAround(now.minus(SAID_LATER_KEPT));
        forgetWhyLeftOut(now.minus(SAID_LATER_KEPT));
        deletePicturesOfNobody(now.minus(UNLINKED_FOR));
    }

    /** What was said around the case goes with the words; solved or not, and the ratings, stay. */
    private void forgetWhatWasSaidAround(Instant saidBefore) {
        each(
                "pictures",
                PICTURE.CASE_ID,
                PICTURE.ADDED_AT.le(saidBefore),
                it -> db.deleteFrom(PICTURE).where(it).and(wordless(PICTURE.CASE_ID)));
        each(
                "replies",
                REPLY.CASE_ID,
                REPLY.SAID_AT.le(saidBefore),
                it -> db.deleteFrom(REPLY).where(it).and(wordless(REPLY.CASE_ID)));
        each(
                "notes",
                NOTE.CASE_ID,
                NOTE.SAID_AT.le(saidBefore),
                it -> db.deleteFrom(NOTE).where(it).and(wordless(NOTE.CASE_ID)));
        each(
                "instructions",
                INSTRUCTION.CASE_ID,
                INSTRUCTION.GIVEN_AT.le(saidBefore),
                it -> db.deleteFrom(INSTRUCTION).where(it).and(wordless(INSTRUCTION.CASE_ID)));
        var unreleased = STORY.RELEASED_AT.isNull().and(STORY.WRITTEN_AT.le(saidBefore));
        each(
                "stories",
                STORY.CASE_ID,
                unreleased,
                it -> db.deleteFrom(STORY).where(it).and(wordless(STORY.CASE_ID)));
        var answered = ANSWER.SENTENCE.isNotNull().and(ANSWER.ANSWERED_AT.le(saidBefore));
        each(
                "sentences",
                ANSWER.CASE_ID,
                answered,
                it -> db.update(ANSWER).setNull(ANSWER.SENTENCE).where(it).and(wordless(ANSWER.CASE_ID)));
        var asked = REQUEST.REASON.ne("").and(REQUEST.ASKED_AT.le(saidBefore));
        each(
                "reasons",
                REQUEST.CASE_ID,
                asked,
                it -> db.update(REQUEST).set(REQUEST.REASON, "").where(it).and(wordless(REQUEST.CASE_ID)));
    }

    private void forgetWhyLeftOut(Instant saidBefore) {
        var e = EXCLUSION;
        var old = greatest(e.ASKED_AT, e.DECIDED_AT, e.REVIEWED_AT).le(saidBefore);
        each(
                "words of exclusions",
                e.CASE_ID,
                e.REASON.ne("").and(old),
                it -> db.update(e)
                        .set(e.REASON, "")
                        .set(e.DECISION, when(e.DECISION.isNotNull(), ""))
                        .set(e.REVIEW, when(e.REVIEW.isNotNull(), ""))
                        .where(it)
                        .and(wordless(e.CASE_ID)));
    }

    private static Condition wordless(TableField<?, UUID> id) {
        return notExists(selectOne().from(WORDS).where(WORDS.CASE_ID.eq(id)));
    }

    /** Also those that were stored for a form that never arrived whole. */
    private void deletePicturesOfNobody(Instant storedBefore) {
        walk("photos", (@Nullable PhotoId it) -> photos.storedBefore(storedBefore, it, STEP), step -> {
            var hashes = step.stream().map(PhotoId::hash).toList();
            var linked = db.select(PICTURE.PHOTO)
                    .from(PICTURE)
                    .where(PICTURE.PHOTO.in(hashes))
                    .union(select(STORY_PICTURE.PHOTO).from(STORY_PICTURE).where(STORY_PICTURE.PHOTO.in(hashes)))
                    .fetchSet(PICTURE.PHOTO);
            photos.delete(
                    step.stream().filter(it -> !linked.contains(it.hash())).toList(), storedBefore);
        });
    }

    /** In the order of the cases' ids; a statement looks at no more than a step of them. */
    private void each(String what, TableField<?, UUID> id, Condition which, Function<Condition, Query> change) {
        Function<@Nullable UUID, List<UUID>> next = after -> db.select(id)
                .from(id.getTable())
                .where(which)
                .and(after == null ? noCondition() : id.gt(after))
                .orderBy(id)
                .limit(STEP)
                .fetch(id);
        walk(what, next, step -> change.apply(id.in(step).and(which)).execute());
    }

    private <K> void walk(String what, Function<@Nullable K, List<K>> after, Consumer<List<K>> delete) {
        try {
            for (var step = after.apply(null); !step.isEmpty(); step = after.apply(step.getLast()))
                if (!done(what, step, delete)) step.forEach(it -> done(what, List.of(it), delete));
        } catch (RuntimeException failed) {
            log.error("Not all {} whose time is over could be looked for; tried again at the next run", what, failed);
        }
    }

    private <K> boolean done(String what, List<K> step, Consumer<List<K>> delete) {
        try {
            transaction.executeWithoutResult(status -> delete.accept(step));
            return true;
        } catch (RuntimeException failed) {
            if (step.size() == 1)
                log.error("{} of {} could not be deleted; tried again at the next run", what, step.getFirst(), failed);
            return false;
        }
    }
}
