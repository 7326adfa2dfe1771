package lianxin.cases;

import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.Units;

/** The levels that a late case climbs, as they stand now. */
interface Ladder {

    /** Nobody stands above the top: there it is the unit itself. */
    UnitId above(UnitId unit);

    Unit unit(UnitId id);

    static Ladder of(Units units) {
        return new Ladder() {
            @Override
            public UnitId above(UnitId unit) {
                return units.above(unit);
            }

            @Override
            public Unit unit(UnitId id) {
                return units.find(id);
            }
        };
    }
}
