package lianxin.routes;

import java.math.BigDecimal;
import java.time.Instant;
import lianxin.facts.Fact;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;

/** What can happen to a route. */
public sealed interface RouteFact extends Fact {

    RouteId id();

    UnitId responsible();

    @Override
    default Ref about() {
        return id().ref();
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    record Opened(RouteId id, UnitId responsible, String type, int stops, Instant validFrom) implements RouteFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(stops);
        }
    }

    /** @param stops how many it has from then on */
    record Changed(RouteId id, UnitId responsible, String type, int stops, Instant validFrom) implements RouteFact {
        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(stops);
        }
    }

    record Retired(RouteId id, UnitId responsible, String type, Instant at) implements RouteFact {}

    /** The last change was a mistake; it is as it was before. */
    record TakenBack(RouteId id, UnitId responsible, String type) implements RouteFact {}
}
