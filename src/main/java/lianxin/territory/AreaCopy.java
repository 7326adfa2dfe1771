package lianxin.territory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lianxin.territory.tables.BuildingCodeTable.BUILDING_CODE;
import static lianxin.territory.tables.PlaceTable.PLACE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/** Whole lists on their way into the database, by COPY: a city is 85,000 areas and some thousand places. */
@Component
class AreaCopy {
    private final DSLContext db;

    AreaCopy(DSLContext db) {
        this.db = db;
    }

    /** Numbers for so many new areas. */
    int[] numbers(int count) {
        return numbers("territory.area", count);
    }

    int[] placeNumbers(int count) {
        return numbers("territory.place", count);
    }

    private int[] numbers(String table, int count) {
        var next = "SELECT nextval(pg_get_serial_sequence({0}, 'number')) FROM generate_series(1, {1})";
        return db.resultQuery(next, DSL.inline(table), DSL.inline(count)).fetch(0, Integer.class).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    void areas(List<AreaRow> rows, Map<String, Integer> numbers, UUID batch, Instant from, Instant known) {
        var areas = new Lines(rows.size() * 8);
        var versions = new Lines(rows.size() * 160);
        for (var row : rows) {
            areas.row(numbers.get(row.code()));
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
        send("territory.area (number)", areas);
        send(
                "territory.area_version (area, name, kind, code, parent, lon, lat, point_generated, generated, batch,"
                        + " valid_from, valid_to, known_from, known_to)",
                versions);
    }

    /** Codes for doors of buildings; none was ever given to another. */
    Set<String> buildingCodes(int count) {
        return PosterCode.some(
                count, drawn -> given(BUILDING_CODE.CODE, BUILDING_CODE.KNOWN_TO.eq(Dated.FOREVER), drawn));
    }

    /** Codes for doors of places; none was ever given to another. */
    Set<String> placeCodes(int count) {
        return PosterCode.some(count, drawn -> given(PLACE.CODE, DSL.noCondition(), drawn));
    }

    private Set<String> given(TableField<?, String> code, Condition known, Set<String> drawn) {
        return db.select(code)
                .from(code.getTable())
                .where(code.eq(DSL.any(drawn.toArray(String[]::new))), known)
                .fetchSet(code);
    }

    void posters(Collection<Integer> buildings, Instant from, Instant known) {
        var lines = new Lines(buildings.size() * 96);
        var codes = buildingCodes(buildings.size()).iterator();
        for (var building : buildings) lines.row(building, codes.next(), from, "infinity", known, "infinity");
        send("territory.building_code (area, code, valid_from, valid_to, known_from, known_to)", lines);
    }

    void assignments(Collection<Responsibilities.Assignment> assignments, Instant from, Instant known) {
        var lines = new Lines(assignments.size() * 96);
        for (var it : assignments) {
            lines.row(it.area().number(), it.line(), it.unit().number(), from, "infinity", known, "infinity");
        }
        send("territory.area_unit (area, line, unit, valid_from, valid_to, known_from, known_to)", lines);
    }

    /** Each place under its new number and with its new code. */
    void places(List<Place> places, @Nullable UUID batch, Instant from, Instant known) {
        var numbers = new Lines(places.size() * 24);
        var versions = new Lines(places.size() * 240);
        for (var place : places) {
            var it = place.details();
            var spot = it.spot();
            numbers.row(place.id().number(), place.code());
            versions.row(
                    place.id().number(),
                    it.name(),
                    it.type(),
                    it.level(),
                    it.status().key(),
                    it.area().number(),
                    it.address(),
                    spot == null ? null : spot.lon(),
                    spot == null ? null : spot.lat(),
                    it.hours().written(),
                    array(it.amenities()),
                    array(it.services()),
                    array(it.functions()),
                    it.generated(),
                    batch,
                    from,
                    "infinity",
                    known,
                    "infinity");
        }
        send("territory.place (number, code)", numbers);
        send(
                "territory.place_version (place, name, type, level, status, area, address, lon, lat, hours, amenities,"
                        + " services, functions, generated, batch, valid_from, valid_to, known_from, known_to)",
                versions);
    }

    /** Keys of a playbook hold nothing that would have to be quoted. */
    private static String array(List<String> keys) {
        return "{" + String.join(",", keys) + "}";
    }

    private void send(String target, Lines lines) {
        db.connection(connection -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            try {
                copy.copyIn("COPY " + target + " FROM STDIN", lines.stream());
            } catch (IOException broken) {
                throw new IllegalStateException("The connection broke while copying to " + target, broken);
            }
        });
    }

    /** The text form of COPY. */
    private static final class Lines {
        private final StringBuilder text;

        Lines(int size) {
            text = new StringBuilder(size);
        }

        void row(@Nullable Object... values) {
            for (int i = 0; i < values.length; i++) {
                if (i > 0) text.append('\t');
                var value = values[i];
                if (value == null) text.append("\\N");
                else if (value instanceof String words) escape(words);
                else text.append(value);
            }
            text.append('\n');
        }

        private void escape(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                switch (c) {
                    case '\\' -> text.append("\\\\");
                    case '\t' -> text.append("\\t");
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    default -> text.append(c);
                }
            }
        }

        InputStream stream() {
            return new ByteArrayInputStream(text.toString().getBytes(UTF_8));
        }
    }
}
