package lianxin.territory;

import static lianxin.territory.tables.BorderFileTable.BORDER_FILE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.Forbidden;
import lianxin.platform.Ids;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.territory.shape.BorderFile;
import lianxin.territory.shape.Datum;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of borders: kept between the dry run and the real one, which are the same run; taken in as one step. */
@Service
class BorderImport {
    private static final int MOST_BYTES = 24_000_000;
    private static final int MOST_FEATURES = 5000;
    private static final Duration KEPT = Duration.ofDays(1);

    private final BorderReview review;
    private final Borders borders;
    private final Days days;
    private final DSLContext db;
    private final Ids ids;
    private final Clock clock;

    BorderImport(BorderReview review, Borders borders, Days days, DSLContext db, Ids ids, Clock clock) {
        this.review = review;
        this.borders = borders;
        this.days = days;
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is asked along with a file, because the file does not say it.
     *
     * @param key the property with the area's code; empty for the feature's own id
     */
    record Told(String name, Datum datum, String key, LocalDate from, String reason) {}

    /** @param by who gave it */
    record Kept(UUID id, Told told, Instant validFrom, Ref by) {}

    static void mayTakePart(Actor by) {
        if (!by.equals(Actor.SYSTEM) && by.where(May.MANAGE_UNITS).length == 0) throw new Forbidden(May.MANAGE_UNITS);
    }

    @Transactional
    public UUID keep(byte[] content, Told told, Actor by) {
        mayTakePart(by);
        if (content.length == 0) throw new RuleBroken("territory.file.empty");
        if (content.length > MOST_BYTES) throw new RuleBroken("territory.file.large", MOST_BYTES / 1_000_000);
        if (told.reason().isBlank()) throw new RuleBroken("territory.border.no-reason");
        features(content, told.key());
        var f = BORDER_FILE;
        var now = clock.instant();
        db.deleteFrom(f).where(f.MADE_AT.lt(now.minus(KEPT))).execute();
        var id = ids.next();
        db.insertInto(f)
                .set(f.ID, id)
                .set(f.NAME, told.name())
                .set(f.DATUM, told.datum().key())
                .set(f.KEY, told.key())
                .set(f.CONTENT, content)
                .set(f.VALID_FROM, days.startOf(told.from()))
                .set(f.REASON, told.reason().strip())
                .set(f.MADE_AT, now)
                .set(f.MADE_BY_KIND, by.ref().kind())
                .set(f.MADE_BY_ID, by.ref().id())
                .execute();
        return id;
    }

    private static List<BorderFile.Feature> features(byte[] content, String key) {
        var features = BorderFile.read(content, key);
        if (features == null) throw new RuleBroken("territory.file.no-geojson");
        if (features.isEmpty()) throw new RuleBroken("territory.file.empty");
        if (features.size() > MOST_FEATURES) throw new RuleBroken("territory.file.many", MOST_FEATURES);
        return features;
    }

    /** The file says otherwise than was thought. */
    @Transactional
    public void believe(UUID id, Datum datum, Actor by) {
        check(id, by);
        db.update(BORDER_FILE)
                .set(BORDER_FILE.DATUM, datum.key())
                .where(BORDER_FILE.ID.eq(id))
                .execute();
    }

    Kept kept(UUID id) {
        var f = BORDER_FILE;
        return db.select(f.NAME, f.DATUM, f.KEY, f.VALID_FROM, f.REASON, f.MADE_BY_KIND, f.MADE_BY_ID)
                .from(f)
                .where(f.ID.eq(id))
                .fetchOptional(row -> new Kept(
                        id,
                        new Told(
                                row.value1(),
                                Datum.of(row.value2()).orElseThrow(),
                                row.value3(),
                                LocalDate.ofInstant(row.value4(), clock.getZone()),
                                row.value5()),
                        row.value4(),
                        Ref.of(row.value6(), row.value7())))
                .orElseThrow(() -> new NotFound("border file"));
    }

    /** The dry run: for who gave the file, and for those who may keep the borders of every area in it. */
    BorderReview.Report check(UUID id, Actor by) {
        mayTakePart(by);
        var kept = kept(id);
        var content = db.select(BORDER_FILE.CONTENT)
                .from(BORDER_FILE)
                .where(BORDER_FILE.ID.eq(id))
                .fetchSingle()
                .value1();
        var told = kept.told;
        var report = review.of(features(content, told.key()), told.datum(), kept.validFrom, by);
        if (!by.ref().equals(kept.by) && !report.allWithinReach()) throw new Forbidden("border file of somebody else");
        return report;
    }

    /** The real run: the same, and what was found sound is put on the ground. */
    @Transactional
    public UUID take(UUID id, Actor by) {
        var kept = kept(id);
        var report = check(id, by);
        var step = new Borders.Step(
                "file", kept.told.name() + " · " + kept.told.reason(), kept.validFrom, report.refused());
        var done = borders.draw(report.drawn(), step, by);
        db.deleteFrom(BORDER_FILE).where(BORDER_FILE.ID.eq(id)).execute();
        return done;
    }
}
