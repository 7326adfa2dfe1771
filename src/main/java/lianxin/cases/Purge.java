package lianxin.cases;

import static lianxin.cases.tables.AnswerTable.ANSWER;
import static lianxin.cases.tables.ContactTable.CONTACT;
import static lianxin.cases.tables.PictureTable.PICTURE;
import static lianxin.cases.tables.ReplyTable.REPLY;
import static lianxin.cases.tables.ReturnRequestTable.RETURN_REQUEST;
import static lianxin.cases.tables.WordsTable.WORDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lianxin.platform.Photos;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what was promised to be deleted: telephones, words and everything said around them, when their time is over. */
@Component
class Purge {

    private static final Duration UNLINKED_FOR = Duration.ofDays(1);

    private final DSLContext db;
    private final Photos photos;
    private final Clock clock;

    Purge(DSLContext db, Photos photos, Clock clock) {
        this.db = db;
        this.photos = photos;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 2 * * *", zone = "#{@cityClock.zone.id}")
    @Transactional
    void run() {
        var now = clock.instant();
        db.deleteFrom(CONTACT).where(CONTACT.DELETE_AFTER.le(now)).execute();
        var forgotten = db.deleteFrom(WORDS)
                .where(WORDS.DELETE_AFTER.le(now))
                .returningResult(WORDS.CASE_ID)
                .fetch(WORDS.CASE_ID);
        if (!forgotten.isEmpty()) forget(forgotten);
        deletePicturesOfNobody(now.minus(UNLINKED_FOR));
    }

    /** What was said around the case goes with the words; solved or not, and the ratings, stay. */
    private void forget(List<UUID> cases) {
        db.deleteFrom(PICTURE).where(PICTURE.CASE_ID.in(cases)).execute();
        db.deleteFrom(REPLY).where(REPLY.CASE_ID.in(cases)).execute();
        db.update(ANSWER)
                .setNull(ANSWER.SENTENCE)
                .where(ANSWER.CASE_ID.in(cases))
                .execute();
        db.update(RETURN_REQUEST)
                .set(RETURN_REQUEST.REASON, "")
                .where(RETURN_REQUEST.CASE_ID.in(cases))
                .execute();
    }

    /** Also those that were stored for a form that never arrived whole. */
    private void deletePicturesOfNobody(Instant storedBefore) {
        var linked = db.select(PICTURE.PHOTO).from(PICTURE).fetchSet(PICTURE.PHOTO);
        photos.storedBefore(storedBefore).stream()
                .filter(it -> !linked.contains(it.hash()))
                .forEach(photos::delete);
    }
}
