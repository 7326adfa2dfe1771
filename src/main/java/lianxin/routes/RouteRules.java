package lianxin.routes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lianxin.organization.UnitId;
import lianxin.places.PlaceId;
import lianxin.playbook.Label;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;

/** What kinds of routes a town has, what may be a stop of each, and the colors of their lines. */
record RouteRules(Catalog routes) {

    /** A playbook may have none. */
    RouteRules(@Nullable Catalog routes) {
        this.routes = routes == null ? new Catalog(List.of(), List.of()) : routes;
    }

    record Catalog(List<Color> colors, List<Kind> kinds) {}

    /**
     * How a line is painted on the ground and on the map; its name and its dashes tell it apart where colors do not.
     *
     * @param paint such as #c01a20
     */
    record Color(String key, Label name, String paint, Line line) {}

    enum Line {
        SOLID("none"),
        DASHED("34 20"),
        DOTTED("1 22");

        private final String dashes;

        Line(String dashes) {
            this.dashes = dashes;
        }

        /** As SVG writes it, on a sheet a thousand wide. */
        public String dashes() {
            return dashes;
        }
    }

    /**
     * @param eachOnce whether a stop counts once over all routes of the kind
     * @param planned how many routes and stops the town speaks of; null when it gives no number
     */
    record Kind(
            String key,
            Label name,
            boolean eachOnce,
            @Nullable Planned planned,
            Stops stops) {}

    record Planned(int routes, int stops) {}

    /** @param areas levels of areas; places: types of places; units: kinds of units */
    record Stops(List<String> areas, List<String> places, List<String> units) {

        boolean allow(String thing, String sort) {
            return switch (thing) {
                case AreaId.KIND -> areas.contains(sort);
                case PlaceId.KIND -> places.contains(sort);
                case UnitId.KIND -> units.contains(sort);
                default -> false;
            };
        }
    }

    List<Kind> kinds() {
        return routes.kinds;
    }

    List<Color> colors() {
        return routes.colors;
    }

    Optional<Kind> kind(String key) {
        return routes.kinds.stream().filter(it -> it.key.equals(key)).findFirst();
    }

    /** What was once a kind stays what it was, under its key. */
    String kindName(String key, Locale locale) {
        return kind(key).map(it -> it.name.in(locale)).orElse(key);
    }

    Optional<Color> color(String key) {
        return routes.colors.stream().filter(it -> it.key.equals(key)).findFirst();
    }

    /** A color that the playbook does not know any more is a plain dark line. */
    Color colorOf(RouteDetails route) {
        return color(route.color())
                .orElseGet(
                        () -> new Color(route.color(), new Label(route.color(), route.color()), "#475467", Line.SOLID));
    }
}
