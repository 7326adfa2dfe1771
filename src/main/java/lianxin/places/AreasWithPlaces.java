package lianxin.places;

import static lianxin.places.tables.PlaceVersionTable.PLACE_VERSION;
import static org.jooq.impl.DSL.any;

import java.util.Optional;
import lianxin.sheets.Complaint;
import lianxin.territory.AreaUse;
import lianxin.territory.Dated;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which areas some place stands in. */
@Component
class AreasWithPlaces implements AreaUse {
    private final DSLContext db;

    AreasWithPlaces(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<Complaint> on(Integer[] areas) {
        var v = PLACE_VERSION;
        return db.select(v.NAME)
                .from(v)
                .where(v.AREA.eq(any(areas)), v.KNOWN_TO.eq(Dated.FOREVER))
                .limit(1)
                .fetchOptional(v.NAME)
                .map(it -> Complaint.of("imports.areas.places", it));
    }
}
