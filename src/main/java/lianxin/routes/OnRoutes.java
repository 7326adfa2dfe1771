package lianxin.routes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lianxin.organization.UnitId;
import lianxin.organization.UnitUse;
import lianxin.places.PlaceId;
import lianxin.places.PlaceUse;
import lianxin.sheets.Complaint;
import lianxin.territory.AreaId;
import lianxin.territory.AreaUse;
import org.springframework.stereotype.Component;

/** Which areas, places and units are stops of some route. */
@Component
class OnRoutes implements AreaUse, PlaceUse, UnitUse {
    private final RouteBook routes;

    OnRoutes(RouteBook routes) {
        this.routes = routes;
    }

    @Override
    public Optional<Complaint> on(Integer[] areas) {
        return over(AreaId.KIND, areas);
    }

    @Override
    public Optional<Complaint> of(Integer[] places) {
        return over(PlaceId.KIND, places);
    }

    private Optional<Complaint> over(String kind, Integer[] numbers) {
        return routes.over(kind, List.of(numbers)).map(it -> Complaint.of("imports.on-a-route", it));
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
