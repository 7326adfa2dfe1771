package lianxin.territory;

import static lianxin.territory.tables.AreaPartTable.AREA_PART;
import static lianxin.territory.tables.AreaUnitTable.AREA_UNIT;
import static lianxin.territory.tables.AreaVersionTable.AREA_VERSION;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The picture of the ground in memory, made anew when its edition has changed. */
@Component
class Grounds {
    private final DSLContext db;
    private final Editions editions;
    private volatile @Nullable Held held;

    private record Held(long edition, Ground ground) {}

    Grounds(DSLContext db, Editions editions) {
        this.db = db;
        this.editions = editions;
    }

    /** A transaction that changes the ground goes on with the picture it began with. */
    Ground now() {
        var raised = editions.raisedHere();
        if (raised != null) return within(raised);
        long edition = editions.now();
        var known = held;
        return known != null && known.edition == edition ? known.ground : draw(edition);
    }

    private Ground within(Editions.Raised raised) {
        var known = held;
        if (known != null && known.edition == raised.before) return known.ground;
        var picture = raised.picture == null ? new Ground(versions(), duties(), parts()) : raised.picture;
        raised.picture = picture;
        return picture;
    }

    private synchronized Ground draw(long edition) {
        var known = held;
        if (known != null && known.edition >= edition) return known.ground;
        var ground = new Ground(versions(), duties(), parts());
        held = new Held(edition, ground);
        return ground;
    }

    private List<Ground.Version> versions() {
        var v = AREA_VERSION;
        var versions = new ArrayList<Ground.Version>();
        try (var rows = db.select(
                        v.AREA,
                        v.PARENT,
                        v.NAME,
                        v.KIND,
                        v.CODE,
                        v.LON,
                        v.LAT,
                        v.POINT_GENERATED,
                        v.GENERATED,
                        Dated.micros(v.VALID_FROM),
                        Dated.micros(v.VALID_TO))
                .from(v)
                .where(v.KNOWN_TO.eq(Dated.FOREVER))
                .orderBy(v.AREA, v.VALID_FROM)
                .fetchLazy()) {
            for (var row : rows) versions.add(version(row));
        }
        return versions;
    }

    private static Ground.Version version(Record row) {
        var v = AREA_VERSION;
        var parent = row.get(v.PARENT);
        var lon = row.get(v.LON);
        var lat = row.get(v.LAT);
        return new Ground.Version(
                row.get(v.AREA),
                parent == null ? 0 : parent,
                row.get(v.NAME),
                row.get(v.KIND),
                row.get(v.CODE),
                lon == null ? Double.NaN : lon,
                lat == null ? Double.NaN : lat,
                row.get(v.POINT_GENERATED),
                row.get(v.GENERATED),
                row.get(9, Long.class),
                row.get(10, Long.class));
    }

    private List<Parts.Part> parts() {
        var p = AREA_PART;
        return db.select(p.PART, p.WHOLE, Dated.micros(p.VALID_FROM), Dated.micros(p.VALID_TO))
                .from(p)
                .where(p.KNOWN_TO.eq(Dated.FOREVER))
                .fetch(row -> new Parts.Part(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private List<Duties.Duty> duties() {
        var u = AREA_UNIT;
        return db.select(u.AREA, u.LINE, u.UNIT, Dated.micros(u.VALID_FROM), Dated.micros(u.VALID_TO))
                .from(u)
                .where(u.KNOWN_TO.eq(Dated.FOREVER))
                .orderBy(u.AREA, u.VALID_FROM)
                .fetch(row -> new Duties.Duty(
                        row.value1(),
                        row.value2() == null ? "" : row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5()));
    }
}
