package lianxin.routes;

import java.util.List;
import lianxin.territory.AreaId;

/**
 * What is true of a route in a time.
 *
 * @param kind a key of the playbook, as is the color
 * @param area whose unit answers for the route
 * @param words what visitors read first
 * @param stops in the order in which one comes to them
 * @param generated whether it was made up for the demonstration
 */
public record RouteDetails(
        String name, String kind, String color, AreaId area, String words, List<RouteStop> stops, boolean generated) {

    public RouteDetails {
        stops = List.copyOf(stops);
    }
}
