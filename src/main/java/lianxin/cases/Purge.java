package lianxin.cases;

import static lianxin.cases.tables.ContactTable.CONTACT;
import static lianxin.cases.tables.PictureTable.PICTURE;
import static lianxin.cases.tables.WordsTable.WORDS;

import java.time.Clock;
import lianxin.platform.PhotoId;
import lianxin.platform.Photos;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what was promised to be deleted: telephones, words and the reporter's pictures, when their time is over. */
@Component
class Purge {

    private final DSLContext db;
    private final Photos photos;
    private final Clock clock;

    Purge(DSLContext db, Photos photos, Clock clock) {
        this.db = db;
        this.photos = photos;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 2 * * *")
    @Transactional
    void run() {
        var now = clock.instant();
        db.deleteFrom(CONTACT).where(CONTACT.DELETE_AFTER.le(now)).execute();
        var forgotten = db.deleteFrom(WORDS)
                .where(WORDS.DELETE_AFTER.le(now))
                .returningResult(WORDS.CASE_ID)
                .fetch(WORDS.CASE_ID);
        if (forgotten.isEmpty()) return;
        var pictures = db.deleteFrom(PICTURE)
                .where(PICTURE.CASE_ID.in(forgotten))
                .and(PICTURE.MOMENT.eq(Moment.REPORT.name()))
                .returningResult(PICTURE.PHOTO)
                .fetch(PICTURE.PHOTO);
        pictures.stream().distinct().filter(this::unused).forEach(it -> photos.delete(new PhotoId(it)));
    }

    private boolean unused(String photo) {
        return !db.fetchExists(PICTURE, PICTURE.PHOTO.eq(photo));
    }
}
