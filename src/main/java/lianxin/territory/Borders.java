package lianxin.territory;

import static lianxin.territory.tables.AreaShapeTable.AREA_SHAPE;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.territory.shape.Mended;
import lianxin.territory.shape.Outline;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The borders of areas: taken in from public drawings and mended, and asked whose ground a point is. */
@Service
public class Borders {
    private final Grounds grounds;
    private final Editions editions;
    private final Dated dated;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;
    private volatile @Nullable Held held;

    private record Held(long edition, Coverage coverage, List<Repair> repairs) {}

    /** What was done to the drawing of one border before it was used. */
    record Repair(AreaId area, Mended mended) {}

    /** Whose ground a point is; uncertain when it lies outside every border, so many meters from this one. */
    public record Located(AreaId area, boolean uncertain, double meters) {}

    /** @param unknownCodes borders of areas that are not on the ground; they were left out */
    public record BordersReport(int taken, int repaired, List<String> unknownCodes) {}

    Borders(Grounds grounds, Editions editions, Dated dated, Journal journal, DSLContext db, Clock clock) {
        this.grounds = grounds;
        this.editions = editions;
        this.dated = dated;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** Takes in borders as public Chinese maps draw them (GCJ-02), closed to one ground. */
    @Transactional
    public BordersReport importBorders(Coverage coverage, Instant from, UnitId charge, Actor by) {
        by.must(May.MANAGE_UNITS, charge);
        editions.raise();
        var taken = new ArrayList<AreaId>();
        var unknown = new ArrayList<String>();
        int repaired = 0;
        for (var outline : coverage.outlines()) {
            var area = grounds.now().byCode(outline.code(), Dated.micros(from));
            var mended = coverage.mended(outline.code());
            if (area == null || mended == null) {
                unknown.add(outline.code());
                continue;
            }
            draw(area.id(), outline.geometry(), mended, from);
            taken.add(area.id());
            if (mended.repaired()) repaired++;
        }
        if (!taken.isEmpty()) {
            var first = taken.getFirst();
            var fact = new AreaFact.Bordered(first, charge, taken.size(), repaired, from);
            journal.record(fact, first.ref(), by.ref(), clock.instant());
        }
        return new BordersReport(taken.size(), repaired, unknown);
    }

    private void draw(AreaId area, Geometry border, Mended mended, Instant from) {
        var s = AREA_SHAPE;
        var columns = new LinkedHashMap<Field<?>, Object>();
        columns.put(s.BORDER, new WKBWriter().write(border));
        columns.put(s.VERTICES_BEFORE, mended.verticesBefore());
        columns.put(s.VERTICES_AFTER, mended.verticesAfter());
        columns.put(s.METERS_BEFORE, mended.squareMetersBefore());
        columns.put(s.METERS_AFTER, mended.squareMetersAfter());
        columns.put(s.OVERLAP_REMOVED, mended.overlapRemoved());
        columns.put(s.GAP_FILLED, mended.gapFilled());
        if (mended.fault() != null) columns.put(s.FAULT, mended.fault());
        var mine = s.AREA.eq(area.number());
        if (db.fetchExists(s, mine, s.KNOWN_TO.eq(Dated.FOREVER), s.VALID_TO.eq(Dated.FOREVER))) {
            dated.change(s, mine, columns, from, clock.instant());
            return;
        }
        columns.put(s.AREA, area.number());
        columns.put(s.VALID_FROM, from);
        columns.put(s.VALID_TO, Dated.FOREVER);
        columns.put(s.KNOWN_FROM, clock.instant());
        columns.put(s.KNOWN_TO, Dated.FOREVER);
        db.insertInto(s).set(columns).execute();
    }

    /** The smallest area with a border that holds the point; empty more than 300 m outside all of them. */
    public Optional<Located> locate(double lon, double lat) {
        return coverage()
                .locate(lon, lat)
                .map(it -> new Located(new AreaId(Integer.parseInt(it.code())), it.uncertain(), it.meters()));
    }

    /** The ground as it is drawn now; the codes in it are the numbers of areas. */
    Coverage coverage() {
        return held().coverage;
    }

    List<Repair> repairs() {
        return held().repairs;
    }

    private Held held() {
        long edition = editions.now();
        var known = held;
        if (known != null && known.edition == edition) return known;
        var fresh = load(edition);
        held = fresh;
        return fresh;
    }

    private Held load(long edition) {
        var s = AREA_SHAPE;
        var repairs = new ArrayList<Repair>();
        var outlines = new ArrayList<Outline>();
        for (var row : db.select(
                        s.AREA,
                        s.BORDER,
                        s.VERTICES_BEFORE,
                        s.VERTICES_AFTER,
                        s.METERS_BEFORE,
                        s.METERS_AFTER,
                        s.FAULT,
                        s.OVERLAP_REMOVED,
                        s.GAP_FILLED)
                .from(s)
                .where(Dated.validAndKnownNow(s.VALID_FROM, s.VALID_TO, s.KNOWN_TO, clock.instant()))
                .orderBy(s.AREA)
                .fetch()) {
            var area = new AreaId(row.get(s.AREA));
            outlines.add(new Outline(area.toString(), "", geometry(row.get(s.BORDER))));
            repairs.add(new Repair(
                    area,
                    new Mended(
                            row.get(s.VERTICES_BEFORE),
                            row.get(s.VERTICES_AFTER),
                            row.get(s.METERS_BEFORE),
                            row.get(s.METERS_AFTER),
                            row.get(s.FAULT),
                            row.get(s.OVERLAP_REMOVED),
                            row.get(s.GAP_FILLED))));
        }
        return new Held(edition, Coverage.of(outlines), List.copyOf(repairs));
    }

    private static Geometry geometry(byte[] border) {
        try {
            return new WKBReader().read(border);
        } catch (ParseException broken) {
            throw new IllegalStateException("A stored border cannot be read", broken);
        }
    }
}
