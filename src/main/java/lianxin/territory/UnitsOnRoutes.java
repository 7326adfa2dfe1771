package lianxin.territory;

import java.util.Arrays;
import java.util.Optional;
import lianxin.organization.UnitId;
import lianxin.organization.UnitUse;
import org.springframework.stereotype.Component;

/** Which units are stops of some route. */
@Component
class UnitsOnRoutes implements UnitUse {
    private final RouteBook routes;

    UnitsOnRoutes(RouteBook routes) {
        this.routes = routes;
    }

    @Override
    public Optional<UnitId> first(Integer[] units) {
        var stops = routes.stops(UnitId.KIND);
        return Arrays.stream(units)
                .filter(it -> stops.contains(it.toString()))
                .findFirst()
                .map(UnitId::new);
    }
}
