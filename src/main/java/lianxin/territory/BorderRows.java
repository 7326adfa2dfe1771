package lianxin.territory;

import static lianxin.territory.tables.AreaShapeTable.AREA_SHAPE;
import static lianxin.territory.tables.BorderStepTable.BORDER_STEP;
import static org.jooq.impl.DSL.field;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.territory.shape.Mended;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.stereotype.Component;

/** Borders as rows with two times: read in portions, changed as whole steps that can be taken back. */
@Component
class BorderRows {
    private static final int PORTION = 50_000;
    private static final int INSERTED_AT_ONCE = 500;

    private final DSLContext db;

    BorderRows(DSLContext db) {
        this.db = db;
    }

    /** A border as it is drawn, and what was done to the drawing. */
    record Drawn(AreaId area, Geometry border, Mended mended, boolean generated) {}

    interface Taker {
        void take(long row, int area, long from, long to, byte[] border);
    }

    /** All that is known now, of all times, in the order of their numbers. */
    void each(Taker taker) {
        for (long last = 0; last >= 0; ) last = portion(last, taker);
    }

    /** What came after the row with this number. */
    void after(long last, Taker taker) {
        for (long row = last; row >= 0; ) row = portion(row, taker);
    }

    private long portion(long after, Taker taker) {
        var s = AREA_SHAPE;
        var rows = db.select(s.ID, s.AREA, Dated.micros(s.VALID_FROM), Dated.micros(s.VALID_TO), s.BORDER)
                .from(s)
                .where(s.ID.gt(after), s.KNOWN_TO.eq(Dated.FOREVER))
                .orderBy(s.ID)
                .limit(PORTION)
                .fetch();
        for (var row : rows) taker.take(row.value1(), row.value2(), row.value3(), row.value4(), row.value5());
        return rows.size() < PORTION ? -1 : rows.getLast().value1();
    }

    /** Rows that ended in steps later than this edition. */
    List<Long> endedSince(long edition) {
        return db.select(AREA_SHAPE.ID)
                .from(AREA_SHAPE)
                .join(BORDER_STEP)
                .on(AREA_SHAPE.ENDED_BY.eq(BORDER_STEP.ID))
                .where(BORDER_STEP.EDITION.gt(edition))
                .fetch(AREA_SHAPE.ID);
    }

    Map<Integer, Drawn> standing(Collection<AreaId> areas, Instant at) {
        return standing(AREA_SHAPE.AREA.in(areas.stream().map(AreaId::number).toList()), at);
    }

    Map<Integer, Drawn> standing(Condition which, Instant at) {
        var s = AREA_SHAPE;
        var found = new LinkedHashMap<Integer, Drawn>();
        db.select(
                        s.AREA,
                        s.BORDER,
                        s.VERTICES_BEFORE,
                        s.VERTICES_AFTER,
                        s.METERS_BEFORE,
                        s.METERS_AFTER,
                        s.FAULT,
                        s.OVERLAP_REMOVED,
                        s.GAP_FILLED,
                        s.GENERATED)
                .from(s)
                .where(which, Dated.validAndKnownNow(s.VALID_FROM, s.VALID_TO, s.KNOWN_TO, at))
                .orderBy(s.AREA)
                .forEach(row -> found.put(
                        row.get(s.AREA),
                        new Drawn(
                                new AreaId(row.get(s.AREA)),
                                geometry(row.get(s.BORDER)),
                                new Mended(
                                        row.get(s.VERTICES_BEFORE),
                                        row.get(s.VERTICES_AFTER),
                                        row.get(s.METERS_BEFORE),
                                        row.get(s.METERS_AFTER),
                                        row.get(s.FAULT),
                                        row.get(s.OVERLAP_REMOVED),
                                        row.get(s.GAP_FILLED)),
                                row.get(s.GENERATED))));
        return found;
    }

    /** Areas whose border changes again later than this: a step that reaches past it would undo what is known of later. */
    List<Integer> changeLater(Collection<AreaId> areas, Instant from) {
        var s = AREA_SHAPE;
        return db.select(s.AREA)
                .from(s)
                .where(s.AREA.in(areas.stream().map(AreaId::number).toList()))
                .and(s.KNOWN_TO.eq(Dated.FOREVER))
                .and(s.VALID_FROM.gt(from))
                .fetch(s.AREA);
    }

    /** What was valid on the day ends there, and the new borders hold from then on without end. */
    void put(List<Drawn> drawn, Instant from, UUID step, Instant known) {
        var s = AREA_SHAPE;
        end(drawn.stream().map(Drawn::area).toList(), from, step, known);
        var writer = new WKBWriter();
        for (int start = 0; start < drawn.size(); start += INSERTED_AT_ONCE) {
            var rows = drawn.subList(start, Math.min(drawn.size(), start + INSERTED_AT_ONCE));
            var insert = db.insertInto(
                    s,
                    s.AREA,
                    s.BORDER,
                    s.VERTICES_BEFORE,
                    s.VERTICES_AFTER,
                    s.METERS_BEFORE,
                    s.METERS_AFTER,
                    s.FAULT,
                    s.OVERLAP_REMOVED,
                    s.GAP_FILLED,
                    s.GENERATED,
                    s.STEP,
                    s.VALID_FROM,
                    s.VALID_TO,
                    s.KNOWN_FROM,
                    s.KNOWN_TO);
            for (var it : rows) {
                var told = it.mended();
                insert = insert.values(
                        DSL.val(it.area().number()),
                        DSL.val(writer.write(it.border())),
                        DSL.val(told.verticesBefore()),
                        DSL.val(told.verticesAfter()),
                        DSL.val(told.squareMetersBefore()),
                        DSL.val(told.squareMetersAfter()),
                        DSL.val(told.fault(), s.FAULT),
                        DSL.val(told.overlapRemoved()),
                        DSL.val(told.gapFilled()),
                        DSL.val(it.generated()),
                        DSL.val(step),
                        DSL.val(from),
                        Dated.FOREVER,
                        DSL.val(known),
                        Dated.FOREVER);
            }
            insert.execute();
        }
    }

    /** These areas have no border from then on. */
    void end(Collection<AreaId> ended, Instant from, UUID step, Instant known) {
        var s = AREA_SHAPE;
        var areas = ended.stream().map(AreaId::number).toList();
        db.update(s)
                .set(s.KNOWN_TO, known)
                .set(s.ENDED_BY, step)
                .where(s.AREA.in(areas), s.KNOWN_TO.eq(Dated.FOREVER), s.VALID_TO.gt(from))
                .execute();
        copy(
                s.ENDED_BY.eq(step).and(s.VALID_FROM.lt(from)).and(s.AREA.in(areas)),
                Map.of(s.VALID_TO, DSL.val(from)),
                step,
                known);
    }

    /** Whether a border that the step brought or ended was changed again since. */
    boolean changedSince(UUID step) {
        var s = AREA_SHAPE;
        var brought = s.STEP.eq(step).and(s.KNOWN_TO.ne(Dated.FOREVER));
        var later = s.as("later");
        var replaced = s.ENDED_BY
                .eq(step)
                .andExists(DSL.selectOne()
                        .from(later)
                        .where(later.AREA.eq(s.AREA), later.STEP.ne(step), later.KNOWN_FROM.gt(s.KNOWN_TO)));
        return db.fetchExists(s, brought.or(replaced));
    }

    /** What it brought a border to, or took one from. */
    List<AreaId> areasOf(UUID step) {
        return db.selectDistinct(AREA_SHAPE.AREA)
                .from(AREA_SHAPE)
                .where(AREA_SHAPE.STEP.eq(step).or(AREA_SHAPE.ENDED_BY.eq(step)))
                .orderBy(AREA_SHAPE.AREA)
                .fetch(row -> new AreaId(row.value1()));
    }

    /** What the step brought ends, and what it ended is as it was; both times of the mistake stay readable. */
    void takeBack(UUID step, UUID back, Instant known) {
        var s = AREA_SHAPE;
        db.update(s)
                .set(s.KNOWN_TO, known)
                .set(s.ENDED_BY, back)
                .where(s.STEP.eq(step), s.KNOWN_TO.eq(Dated.FOREVER))
                .execute();
        copy(s.ENDED_BY.eq(step), Map.of(), back, known);
    }

    private void copy(Condition which, Map<Field<?>, Field<?>> changes, UUID step, Instant known) {
        var s = AREA_SHAPE;
        var columns = new ArrayList<Field<?>>();
        var values = new ArrayList<Field<?>>();
        for (var column : s.fields()) {
            if (column.equals(s.ID)) continue;
            columns.add(column);
            values.add(value(column, changes, step, known));
        }
        db.insertInto(s, columns)
                .select(DSL.select(values).from(s).where(which))
                .execute();
    }

    private static Field<?> value(Field<?> column, Map<Field<?>, Field<?>> changes, UUID step, Instant known) {
        var s = AREA_SHAPE;
        if (column.equals(s.STEP)) return DSL.val(step);
        if (column.equals(s.ENDED_BY)) return field("null::uuid");
        if (column.equals(s.KNOWN_FROM)) return DSL.val(known);
        if (column.equals(s.KNOWN_TO)) return Dated.FOREVER;
        return changes.getOrDefault(column, column);
    }

    static Geometry geometry(byte @Nullable [] border) {
        try {
            return new WKBReader().read(border);
        } catch (ParseException broken) {
            throw new IllegalStateException("A stored border cannot be read", broken);
        }
    }
}
