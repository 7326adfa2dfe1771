package lianxin.places;

import java.math.BigDecimal;
import java.time.Instant;
import lianxin.facts.Fact;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import lianxin.territory.AreaId;

/** What can happen to the plan that so many places of a type stand in an area by a day. */
public sealed interface PlanFact extends Fact {

    AreaId id();

    UnitId responsible();

    @Override
    default Ref about() {
        return id().ref();
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    record Planned(AreaId id, UnitId responsible, String type, int planned, Instant due, Instant validFrom)
            implements PlanFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(planned);
        }
    }

    record Ended(AreaId id, UnitId responsible, String type, Instant at) implements PlanFact {}
}
