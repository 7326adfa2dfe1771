package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.PictureTable.PICTURE;
import static lianxin.cases.tables.StoryPictureTable.STORY_PICTURE;
import static lianxin.cases.tables.StoryTable.STORY;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.platform.Ids;
import lianxin.platform.PhotoId;
import lianxin.territory.AreaId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What units tell of solved cases, and the pictures that may go with it. */
@Repository
class StoryRows {

    private static final Field<List<CaseDetails.Picture>> PICTURES = multiset(
                    select(STORY_PICTURE.PHOTO, STORY_PICTURE.MOMENT)
                            .from(STORY_PICTURE)
                            .where(STORY_PICTURE.CASE_ID.eq(STORY.CASE_ID))
                            .orderBy(STORY_PICTURE.MASKED_AT, STORY_PICTURE.PHOTO))
            .convertFrom(rows ->
                    rows.map(it -> new CaseDetails.Picture(new PhotoId(it.value1()), Moment.valueOf(it.value2()))));

    private final DSLContext db;
    private final Ids ids;

    StoryRows(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    /** A story that everybody may read, with what is told of its case. */
    record Told(Story story, String category, AreaId place, UnitId unit, Instant closedAt) {}

    void write(CaseId id, String title, String text, Actor by, Instant now) {
        db.insertInto(STORY)
                .set(STORY.ID, ids.next())
                .set(STORY.CASE_ID, id.value())
                .set(STORY.TITLE, title)
                .set(STORY.TEXT, text)
                .set(STORY.WRITTEN_AT, now)
                .set(STORY.WRITTEN_BY, by.ref().toString())
                .onConflict(STORY.CASE_ID)
                .doUpdate()
                .set(STORY.TITLE, title)
                .set(STORY.TEXT, text)
                .set(STORY.WRITTEN_AT, now)
                .set(STORY.WRITTEN_BY, by.ref().toString())
                .execute();
    }

    /** Pictures the unit took of its work; one that also came with the report is not among them. */
    List<CaseDetails.Picture> ofTheWork(CaseId id) {
        var own = PICTURE.as("own");
        return db.select(PICTURE.PHOTO, PICTURE.MOMENT)
                .from(PICTURE)
                .where(PICTURE.CASE_ID.eq(id.value()), PICTURE.MOMENT.ne(Moment.REPORT.name()))
                .and(PICTURE.PHOTO.notIn(select(own.PHOTO)
                        .from(own)
                        .where(own.CASE_ID.eq(id.value()), own.MOMENT.eq(Moment.REPORT.name()))))
                .orderBy(PICTURE.ADDED_AT)
                .fetch(it -> new CaseDetails.Picture(new PhotoId(it.value1()), Moment.valueOf(it.value2())));
    }

    void keepOnly(CaseId id, Collection<PhotoId> masked) {
        db.deleteFrom(STORY_PICTURE)
                .where(STORY_PICTURE.CASE_ID.eq(id.value()))
                .and(STORY_PICTURE.PHOTO.notIn(
                        masked.stream().map(PhotoId::hash).toList()))
                .execute();
    }

    /** Whether nobody had said so before. */
    boolean masked(CaseId id, CaseDetails.Picture picture, Actor by, Instant now) {
        return db.insertInto(STORY_PICTURE)
                        .set(STORY_PICTURE.CASE_ID, id.value())
                        .set(STORY_PICTURE.PHOTO, picture.photo().hash())
                        .set(STORY_PICTURE.MOMENT, picture.moment().name())
                        .set(STORY_PICTURE.MASKED_AT, now)
                        .set(STORY_PICTURE.MASKED_BY, by.ref().toString())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    void release(CaseId id, Instant now) {
        db.update(STORY)
                .set(STORY.RELEASED_AT, now)
                .where(STORY.CASE_ID.eq(id.value()))
                .execute();
    }

    /** Whoever releases it again has each picture looked at again. */
    void takeBack(CaseId id) {
        db.update(STORY)
                .setNull(STORY.RELEASED_AT)
                .where(STORY.CASE_ID.eq(id.value()))
                .execute();
        keepOnly(id, List.of());
    }

    Optional<Story> of(CaseId id) {
        return db.select(STORY.asterisk(), PICTURES)
                .from(STORY)
                .where(STORY.CASE_ID.eq(id.value()))
                .fetchOptional(StoryRows::story);
    }

    /** The newest first. */
    List<Told> told(int from, int most) {
        return told(DSL.noCondition(), from, most);
    }

    Optional<Told> told(UUID id) {
        return told(STORY.ID.eq(id), 0, 1).stream().findFirst();
    }

    /** A case that is no longer closed as solved is told nowhere. */
    private List<Told> told(Condition which, int from, int most) {
        return db.select(STORY.asterisk(), PICTURES)
                .select(CASE_FILE.CATEGORY, CASE_FILE.PLACE, CASE_FILE.HOLDER, CASE_FILE.CLOSED_AT)
                .from(STORY)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(STORY.CASE_ID), CASE_FILE.OUTCOME.eq(Outcome.closedSolved.name()))
                .where(STORY.RELEASED_AT.isNotNull(), which)
                .orderBy(STORY.RELEASED_AT.desc(), STORY.ID)
                .limit(most)
                .offset(from)
                .fetch(it -> new Told(
                        story(it),
                        it.get(CASE_FILE.CATEGORY),
                        new AreaId(it.get(CASE_FILE.PLACE)),
                        new UnitId(it.get(CASE_FILE.HOLDER)),
                        it.get(CASE_FILE.CLOSED_AT)));
    }

    private static Story story(Record it) {
        return new Story(
                it.get(STORY.ID),
                new CaseId(it.get(STORY.CASE_ID)),
                it.get(STORY.TITLE),
                it.get(STORY.TEXT),
                it.get(STORY.WRITTEN_BY),
                it.get(STORY.RELEASED_AT),
                it.get(PICTURES));
    }
}
