package lianxin.linkage;

import static lianxin.linkage.tables.LinkVersionTable.LINK_VERSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.when;

import java.util.Optional;
import lianxin.organization.UnitId;
import lianxin.organization.UnitUse;
import lianxin.territory.Dated;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which units are at one end of a contact point. */
@Component
class LinkedUnits implements UnitUse {

    private final DSLContext db;

    LinkedUnits(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<UnitId> first(Integer[] units) {
        var v = LINK_VERSION;
        return db.select(when(v.OBJECT.eq(any(units)), v.OBJECT).otherwise(v.UNIT))
                .from(v)
                .where(v.OBJECT.eq(any(units)).or(v.UNIT.eq(any(units))), v.KNOWN_TO.eq(Dated.FOREVER))
                .limit(1)
                .fetchOptional()
                .map(it -> new UnitId(it.value1()));
    }
}
