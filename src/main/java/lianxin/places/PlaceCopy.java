package lianxin.places;

import static lianxin.places.tables.PlaceTable.PLACE;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lianxin.platform.CopyRows;
import lianxin.territory.PosterCode;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whole lists of places on their way into the database. */
@Component
class PlaceCopy {
    private final DSLContext db;

    PlaceCopy(DSLContext db) {
        this.db = db;
    }

    /** Numbers for so many new places. */
    int[] numbers(int count) {
        return CopyRows.numbers(db, "places.place", count);
    }

    /** Codes for doors of places; none was ever given to another. */
    Set<String> codes(int count) {
        return PosterCode.some(count, drawn -> PosterCode.given(db, PLACE.CODE, DSL.noCondition(), drawn));
    }

    /** Each place under its new number and with its new code. */
    void write(List<Place> places, @Nullable UUID batch, Instant from, Instant known) {
        CopyRows.into(db, "places.place (number, code)", numbers -> {
            for (var it : places) numbers.row(it.id().number(), it.code());
        });
        var columns =
                "places.place_version (place, name, type, level, status, area, address, lon, lat, hours, amenities,"
                        + " services, functions, mode, web, generated, batch, valid_from, valid_to, known_from, known_to)";
        CopyRows.into(db, columns, versions -> {
            for (var place : places) {
                var it = place.details();
                var spot = it.spot();
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
                        it.mode().key(),
                        it.web(),
                        it.generated(),
                        batch,
                        from,
                        "infinity",
                        known,
                        "infinity");
            }
        });
    }

    /** Keys of a playbook hold nothing that would have to be quoted. */
    private static String array(List<String> keys) {
        return "{" + String.join(",", keys) + "}";
    }
}
