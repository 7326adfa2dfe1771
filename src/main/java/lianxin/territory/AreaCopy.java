package lianxin.territory;

import static lianxin.territory.tables.BuildingCodeTable.BUILDING_CODE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lianxin.platform.CopyRows;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whole lists of areas on their way into the database: a city is 85,000 of them. */
@Component
class AreaCopy {
    private final DSLContext db;

    AreaCopy(DSLContext db) {
        this.db = db;
    }

    /** Numbers for so many new areas. */
    int[] numbers(int count) {
        return CopyRows.numbers(db, "territory.area", count);
    }

    void areas(List<AreaRow> rows, Map<String, Integer> numbers, @Nullable UUID batch, Instant from, Instant known) {
        CopyRows.into(db, "territory.area (number)", areas -> rows.forEach(it -> areas.row(numbers.get(it.code()))));
        var columns =
                "territory.area_version (area, name, kind, code, parent, lon, lat, point_generated, generated, batch,"
                        + " valid_from, valid_to, known_from, known_to)";
        CopyRows.into(db, columns, versions -> {
            for (var row : rows) {
                var spot = row.spot();
                versions.row(
                        numbers.get(row.code()),
                        row.name(),
                        row.kind(),
                        row.code(),
                        row.parentCode() == null ? null : numbers.get(row.parentCode()),
                        spot == null ? null : spot.lon(),
                        spot == null ? null : spot.lat(),
                        spot != null && spot.generated(),
                        row.generated(),
                        batch,
                        from,
                        "infinity",
                        known,
                        "infinity");
            }
        });
    }

    /** Codes for doors of buildings; none was ever given to another. */
    Set<String> buildingCodes(int count) {
        var c = BUILDING_CODE;
        return PosterCode.some(count, drawn -> PosterCode.given(db, c.CODE, c.KNOWN_TO.eq(Dated.FOREVER), drawn));
    }

    void posters(Collection<Integer> areas, Instant from, Instant known) {
        var codes = buildingCodes(areas.size()).iterator();
        var columns = "territory.building_code (area, code, valid_from, valid_to, known_from, known_to)";
        CopyRows.into(
                db,
                columns,
                rows -> areas.forEach(it -> rows.row(it, codes.next(), from, "infinity", known, "infinity")));
    }

    void assignments(Collection<Responsibilities.Assignment> assignments, Instant from, Instant known) {
        var columns = "territory.area_unit (area, line, unit, valid_from, valid_to, known_from, known_to)";
        CopyRows.into(db, columns, rows -> {
            for (var it : assignments)
                rows.row(it.area().number(), it.line(), it.unit().number(), from, "infinity", known, "infinity");
        });
    }
}
