package lianxin.cases;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.NotFound;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.springframework.stereotype.Component;

/** Opens the door of a building to whoever scanned the code on it: where one is, and which desk serves the place. */
@Component
class Doors {

    /**
     * @param place how one calls it standing there: the community and the building
     * @param around the rest of the address
     * @param demonstration whether the building was made up, because nothing public exists below the community
     */
    record Door(
            String code,
            AreaId building,
            String place,
            String around,
            boolean demonstration,
            UnitId desk,
            String deskName) {

        String address() {
            return around + " " + place;
        }
    }

    private final Areas areas;
    private final Routing routing;
    private final Units units;
    private final Clock clock;

    Doors(Areas areas, Routing routing, Units units, Clock clock) {
        this.areas = areas;
        this.routing = routing;
        this.units = units;
        this.clock = clock;
    }

    Door behind(String code) {
        var building = areas.building(code).orElseThrow(() -> new NotFound("building code"));
        var path = areas.path(building.id());
        var desk = routing.desk(building.id(), clock.instant());
        return new Door(
                code,
                building.id(),
                community(path, building),
                around(path, building),
                building.generated(),
                desk,
                units.find(desk).name());
    }

    private static String community(List<Area> path, Area building) {
        return path.stream()
                        .filter(it -> it.kind().equals("community") && !it.id().equals(building.id()))
                        .map(it -> it.name() + " ")
                        .collect(Collectors.joining())
                + building.name();
    }

    private static String around(List<Area> path, Area building) {
        return path.stream()
                .filter(it -> !it.kind().equals("community") && !it.id().equals(building.id()))
                .map(Area::name)
                .collect(Collectors.joining(" "));
    }
}
