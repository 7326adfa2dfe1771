package lianxin.territory;

import static lianxin.territory.tables.AreaUnitTable.AREA_UNIT;
import static org.jooq.impl.DSL.any;

import java.util.Optional;
import lianxin.organization.UnitId;
import lianxin.organization.UnitUse;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which units answer for some area. */
@Component
class UnitsOnTheGround implements UnitUse {
    private final DSLContext db;

    UnitsOnTheGround(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<UnitId> first(Integer[] units) {
        return db.select(AREA_UNIT.UNIT)
                .from(AREA_UNIT)
                .where(AREA_UNIT.UNIT.eq(any(units)), AREA_UNIT.KNOWN_TO.eq(Dated.FOREVER))
                .limit(1)
                .fetchOptional(AREA_UNIT.UNIT)
                .map(UnitId::new);
    }
}
