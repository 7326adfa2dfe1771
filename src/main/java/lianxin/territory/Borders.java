package lianxin.territory;

import static lianxin.territory.tables.BorderStepTable.BORDER_STEP;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Ids;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.territory.BorderRows.Drawn;
import lianxin.territory.shape.Mended;
import lianxin.territory.shape.Outline;
import lianxin.territory.shape.Plane;
import org.jooq.DSLContext;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The borders of areas: taken in from drawings, drawn by hand, taken back; and asked whose ground a point is. Every change
 * is one step with a reason, holds from a day on, and leaves readable what was known before.
 */
@Service
public class Borders {
    private final BorderRows rows;
    private final BorderPicture picture;
    private final Grounds grounds;
    private final Responsibilities responsibilities;
    private final Editions editions;
    private final Journal journal;
    private final DSLContext db;
    private final Ids ids;
    private final Clock clock;

    /** Whose ground a point is; uncertain when it lies outside every border, so many meters from this one. */
    public record Located(AreaId area, boolean uncertain, double meters) {}

    /** @param unknownCodes borders of areas that are not on the ground; they were left out */
    public record BordersReport(int taken, int repaired, List<String> unknownCodes) {}

    Borders(
            BorderRows rows,
            BorderPicture picture,
            Grounds grounds,
            Responsibilities responsibilities,
            Editions editions,
            Journal journal,
            DSLContext db,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.picture = picture;
        this.grounds = grounds;
        this.responsibilities = responsibilities;
        this.editions = editions;
        this.journal = journal;
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes in borders as public Chinese maps draw them (GCJ-02), closed to one ground. */
    @Transactional
    public BordersReport importBorders(Coverage coverage, Instant from, UnitId charge, Actor by) {
        var found = new ArrayList<Drawn>();
        var unknown = new ArrayList<String>();
        for (var outline : coverage.outlines()) {
            var area = grounds.now().byCode(outline.code(), Dated.micros(from));
            var mended = coverage.mended(outline.code());
            if (area == null || mended == null) unknown.add(outline.code());
            else found.add(new Drawn(area.id(), outline.geometry(), mended, false));
        }
        return report(found, unknown, from, charge, by);
    }

    /** Takes in borders that were made up for the demonstration, in WGS84; the map says so of each. */
    @Transactional
    public BordersReport importGenerated(List<Outline> outlines, Instant from, UnitId charge, Actor by) {
        var found = new ArrayList<Drawn>();
        var unknown = new ArrayList<String>();
        for (var outline : outlines) {
            var area = grounds.now().byCode(outline.code(), Dated.micros(from));
            if (area == null) unknown.add(outline.code());
            else found.add(new Drawn(area.id(), outline.geometry(), untouched(outline.geometry()), true));
        }
        return report(found, unknown, from, charge, by);
    }

    private BordersReport report(List<Drawn> found, List<String> unknown, Instant from, UnitId charge, Actor by) {
        by.must(May.MANAGE_UNITS, charge);
        if (!found.isEmpty()) put(new Step("file", "", from, unknown.size()), found, charge, by);
        return new BordersReport(found.size(), repaired(found), unknown);
    }

    /** Nothing was done to the drawing. */
    static Mended untouched(Geometry border) {
        double meters = Plane.around(border).flat(border).getArea();
        return new Mended(border.getNumPoints(), border.getNumPoints(), meters, meters, null, 0, 0);
    }

    private static int repaired(List<Drawn> drawn) {
        return (int) drawn.stream().filter(it -> it.mended().repaired()).count();
    }

    /** Where borders come from, why, and from when on; so many features of the file were refused. */
    record Step(String source, String reason, Instant from, int refused) {}

    /** Puts some borders in place of those before, as one step; whoever may set up each unit concerned may do it. */
    @Transactional
    public UUID draw(List<Drawn> drawn, Step step, Actor by) {
        if (drawn.isEmpty()) throw new RuleBroken("territory.border.nothing");
        if (step.reason().isBlank()) throw new RuleBroken("territory.border.no-reason");
        for (var it : drawn) by.must(May.MANAGE_UNITS, responsibilities.responsible(it.area(), "", step.from()));
        var areas = drawn.stream().map(Drawn::area).toList();
        var later = rows.changeLater(areas, step.from());
        if (!later.isEmpty()) throw new RuleBroken("territory.border.later", name(later.getFirst(), step.from()));
        return put(step, drawn, responsibilities.responsible(areas.getFirst(), "", step.from()), by);
    }

    private String name(int area, Instant at) {
        var ground = grounds.now();
        int version = ground.nearestVersion(area, Dated.micros(at));
        return version < 0 ? Integer.toString(area) : ground.area(version).name();
    }

    /** The border of ground that ends, as a step of its own; nothing where none is drawn. In the transaction that ends it. */
    void end(Area area, Instant at) {
        if (rows.standing(List.of(area.id()), at).isEmpty()) return;
        var step = new Step("drawn", area.name(), at, 0);
        rows.end(List.of(area.id()), at, written(step, 0, 0), clock.instant());
    }

    private UUID written(Step step, int taken, int repaired) {
        long edition = editions.raiseBorders();
        var id = ids.next();
        var b = BORDER_STEP;
        db.insertInto(b, b.ID, b.EDITION, b.SOURCE, b.REASON, b.VALID_FROM, b.MADE_AT, b.TAKEN, b.REPAIRED, b.REFUSED)
                .values(
                        id,
                        edition,
                        step.source(),
                        step.reason().strip(),
                        step.from(),
                        clock.instant(),
                        taken,
                        repaired,
                        step.refused())
                .execute();
        return id;
    }

    private UUID put(Step step, List<Drawn> drawn, UnitId charge, Actor by) {
        int repaired = repaired(drawn);
        var id = written(step, drawn.size(), repaired);
        var now = clock.instant();
        rows.put(drawn, step.from(), id, now);
        var first = drawn.getFirst().area();
        journal.record(
                new AreaFact.Bordered(first, charge, drawn.size(), repaired, step.from(), id),
                first.ref(),
                by.ref(),
                now);
        return id;
    }

    /** Everything the step brought ends, and what it ended is as it was; refused once something built on it. A step itself. */
    @Transactional
    public UUID takeBack(UUID id, Actor by) {
        var b = BORDER_STEP;
        var step = db.selectFrom(b).where(b.ID.eq(id)).fetchOptional().orElseThrow(() -> new NotFound("border step"));
        var areas = rows.areasOf(id);
        var from = step.get(b.VALID_FROM);
        for (var area : areas) by.must(May.MANAGE_UNITS, responsibilities.responsible(area, "", from));
        long edition = editions.raiseBorders();
        if (areas.isEmpty() || rows.changedSince(id)) throw new RuleBroken("territory.border.changed-since");
        var back = ids.next();
        var now = clock.instant();
        db.insertInto(b)
                .set(b.ID, back)
                .set(b.EDITION, edition)
                .set(b.SOURCE, "back")
                .set(b.REASON, step.get(b.REASON))
                .set(b.VALID_FROM, from)
                .set(b.MADE_AT, now)
                .set(b.TAKEN, areas.size())
                .set(b.REPAIRED, 0)
                .set(b.REFUSED, 0)
                .set(b.TAKES_BACK, id)
                .execute();
        rows.takeBack(id, back, now);
        var first = areas.getFirst();
        var charge = responsibilities.responsible(first, "", from);
        journal.record(new AreaFact.BordersTakenBack(first, charge, areas.size(), id), first.ref(), by.ref(), now);
        return back;
    }

    /** The lowest area with a border that holds the point; empty more than 300 m outside all of them. */
    public Optional<Located> locate(double lon, double lat) {
        return locate(lon, lat, clock.instant());
    }

    /** As the borders were drawn then. */
    public Optional<Located> locate(double lon, double lat, Instant at) {
        return picture.now().locate(lon, lat, Dated.micros(at));
    }
}
