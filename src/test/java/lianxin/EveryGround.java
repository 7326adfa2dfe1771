package lianxin;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.places.Bookings;
import lianxin.places.Closures;
import lianxin.places.OpeningHours;
import lianxin.places.PlaceDetails;
import lianxin.places.PlaceId;
import lianxin.places.PlaceStatus;
import lianxin.places.Places;
import lianxin.places.Rooms;
import lianxin.places.Upgrades;
import lianxin.routes.RouteDetails;
import lianxin.routes.RouteId;
import lianxin.routes.RouteStop;
import lianxin.routes.Routes;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Borders;
import lianxin.territory.shape.Outline;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ground, the place and the route among {@link EveryMatter}. */
final class EveryGround {

    private final ApplicationContext town;
    private final JdbcTemplate sql;

    EveryGround(ApplicationContext town) {
        this.town = town;
        this.sql = town.getBean(JdbcTemplate.class);
    }

    /** Through the first community and its grid. */
    RouteId route() {
        var community = the(Areas.class).byCode("330402005001").orElseThrow().id();
        var grid = the(Areas.class).byCode("330402005001-1").orElseThrow().id();
        var stops = List.of(RouteStop.at(community, "云海社区"), RouteStop.at(grid, "第1网格"));
        var details = new RouteDetails("云海线", "sights", "red", community, "", stops, false);
        return the(Routes.class).open(details, EveryHolder.LONG_AGO, "试一试", Actor.SYSTEM);
    }

    String closure(PlaceId station, LocalDate today) {
        the(Closures.class).shut(station, today, today.plusDays(2), "维修闭馆", Actor.SYSTEM);
        return sql.queryForObject("SELECT id::text FROM places.closure", String.class);
    }

    int upgrade(PlaceId station, LocalDate today) {
        return the(Upgrades.class).plan(station, "standard", "试一试", today.plusDays(30), Actor.SYSTEM);
    }

    int room(PlaceId station) {
        return the(Rooms.class).add(station, "议事厅", 20, List.of(), Actor.SYSTEM);
    }

    /** After the days for which the place is shut. */
    String booking(PlaceId station, LocalDate today) {
        var id = UUID.randomUUID();
        var begins = today.plusDays(10).atTime(10, 0);
        the(Bookings.class)
                .ask(new Bookings.Ask(
                        id, station, null, begins, begins.plusHours(1), 12, "reading", "第二支部", "0573-12345678"));
        return id.toString();
    }

    PlaceId station(AreaId building) {
        var details = new PlaceDetails(
                "小红象驿站",
                the(Places.class).types().firstEntry().getKey(),
                "community",
                PlaceStatus.OPEN,
                building,
                "一楼",
                null,
                OpeningHours.read("24h").orElseThrow(),
                List.of(),
                List.of(),
                List.of(),
                false);
        return the(Places.class).open(details, EveryHolder.LONG_AGO, Actor.SYSTEM);
    }

    String borderStep(UnitId charge) {
        var square = new GeometryFactory().createPolygon(new Coordinate[] {
            new Coordinate(120.70, 30.70),
            new Coordinate(120.80, 30.70),
            new Coordinate(120.80, 30.80),
            new Coordinate(120.70, 30.70)
        });
        var outline = new Outline("330402005001", "云海社区", square);
        the(Borders.class).importGenerated(List.of(outline), EveryHolder.LONG_AGO, charge, Actor.SYSTEM);
        return sql.queryForObject("SELECT id::text FROM territory.border_step", String.class);
    }

    private <T> T the(Class<T> type) {
        return town.getBean(type);
    }
}
