package lianxin.territory;

import static lianxin.territory.tables.AreaChangeTable.AREA_CHANGE;
import static lianxin.territory.tables.AreaPartTable.AREA_PART;
import static lianxin.territory.tables.AreaUnitTable.AREA_UNIT;
import static lianxin.territory.tables.AreaVersionTable.AREA_VERSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what is known of the ground: all of it, or the areas that some editions touched. */
@Repository
class GroundRows {
    /** For more it is quicker to read everything. */
    private static final int MOST = 50_000;

    /** Only within a transaction does the driver hand out a large answer in pieces. */
    private static final int AT_ONCE = 5_000;

    private final DSLContext db;
    private final TransactionTemplate reading;

    GroundRows(DSLContext db, PlatformTransactionManager transactions) {
        this.db = db;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** The areas touched by the editions after the one, up to the other; null when they are too many. */
    @Nullable
    BitSet touched(long after, long upTo) {
        var c = AREA_CHANGE;
        var touched = new BitSet();
        db.selectDistinct(c.FIRST, c.LAST)
                .from(c)
                .where(c.EDITION.gt(after), c.EDITION.le(upTo))
                .forEach(run -> touched.set(run.value1(), run.value2() + 1));
        return touched.cardinality() > MOST ? null : touched;
    }

    Ground.Rows all() {
        return rows(area -> noCondition());
    }

    Ground.Rows of(BitSet areas) {
        var numbers = areas.stream().boxed().toArray(Integer[]::new);
        return rows(area -> area.eq(any(numbers)));
    }

    private Ground.Rows rows(Function<Field<Integer>, Condition> which) {
        return reading.execute(it -> new Ground.Rows(
                versions(which.apply(AREA_VERSION.AREA)),
                duties(which.apply(AREA_UNIT.AREA)),
                parts(which.apply(AREA_PART.PART))));
    }

    private List<Ground.Version> versions(Condition which) {
        var v = AREA_VERSION;
        var versions = new ArrayList<Ground.Version>();
        var words = new HashMap<String, String>();
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
                .where(v.KNOWN_TO.eq(Dated.FOREVER), which)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            for (var row : rows) versions.add(version(row, words));
        }
        return versions;
    }

    /** Sixty thousand buildings share a handful of names. */
    private static Ground.Version version(Record row, Map<String, String> words) {
        var v = AREA_VERSION;
        var parent = row.get(v.PARENT);
        var lon = row.get(v.LON);
        var lat = row.get(v.LAT);
        return new Ground.Version(
                row.get(v.AREA),
                parent == null ? 0 : parent,
                words.computeIfAbsent(row.get(v.NAME), it -> it),
                words.computeIfAbsent(row.get(v.KIND), it -> it),
                row.get(v.CODE),
                lon == null ? Double.NaN : lon,
                lat == null ? Double.NaN : lat,
                row.get(v.POINT_GENERATED),
                row.get(v.GENERATED),
                row.get(9, Long.class),
                row.get(10, Long.class));
    }

    private List<Duties.Duty> duties(Condition which) {
        var u = AREA_UNIT;
        return db.select(u.AREA, u.LINE, u.UNIT, Dated.micros(u.VALID_FROM), Dated.micros(u.VALID_TO))
                .from(u)
                .where(u.KNOWN_TO.eq(Dated.FOREVER), which)
                .fetch(row -> new Duties.Duty(
                        row.value1(),
                        row.value2() == null ? "" : row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5()));
    }

    private List<Parts.Part> parts(Condition which) {
        var p = AREA_PART;
        return db.select(p.PART, p.WHOLE, Dated.micros(p.VALID_FROM), Dated.micros(p.VALID_TO))
                .from(p)
                .where(p.KNOWN_TO.eq(Dated.FOREVER), which)
                .fetch(row -> new Parts.Part(row.value1(), row.value2(), row.value3(), row.value4()));
    }
}
