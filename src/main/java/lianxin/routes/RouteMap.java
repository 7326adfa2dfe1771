package lianxin.routes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Drawings;
import lianxin.territory.MapDrawing;
import lianxin.territory.Town;
import org.springframework.stereotype.Component;

/** Routes as lines over the ground they lead through: the smallest area around all their stops, and what lies below it. */
@Component
class RouteMap {
    private final Drawings drawings;
    private final Areas areas;
    private final RouteRules rules;
    private final Town town;

    RouteMap(Drawings drawings, Areas areas, RouteRules rules, Town town) {
        this.drawings = drawings;
        this.areas = areas;
        this.rules = rules;
        this.town = town;
    }

    record Sheet(MapDrawing drawing, List<Way> ways) {}

    /** @param path empty with fewer than two points */
    record Way(Route route, RouteRules.Color color, String path, List<Point> points) {}

    /** @param labelX where its number stands: on the point itself, or beside it where others are too near */
    record Point(Halt halt, int x, int y, int labelX, int labelY) {

        boolean aside() {
            return labelX != x || labelY != y;
        }
    }

    record Drawn(Route route, List<Halt> halts) {}

    /** Empty when no stop of them has a point. */
    Optional<Sheet> of(List<Drawn> routes, Instant at) {
        var halts = routes.stream()
                .flatMap(it -> it.halts.stream())
                .filter(it -> it.spot() != null)
                .toList();
        var around = around(halts);
        if (around.isEmpty()) return Optional.empty();
        var spots = halts.stream().map(Halt::spot).filter(Objects::nonNull).toList();
        var drawing = drawings.around(areas.find(around.get(), at), spots, at);
        var labels = new RouteLabels(drawing.width(), drawing.height());
        var ways = routes.stream()
                .map(it -> way(it, drawing, labels, routes.size() > 1))
                .toList();
        return Optional.of(new Sheet(drawing, ways));
    }

    /** At least a community: what lies below is as narrow as a stop itself. */
    private Optional<AreaId> around(List<Halt> halts) {
        Optional<AreaId> around = Optional.empty();
        for (int depth = 0; ; depth++) {
            AreaId here = null;
            for (var halt : halts) {
                if (depth >= halt.path().size()) return around;
                var area = halt.path().get(depth);
                if (town.depth(area.kind()) > town.depth("township")) return around;
                if (here != null && !here.equals(area.id())) return around;
                here = area.id();
            }
            if (here == null) return around;
            around = Optional.of(here);
        }
    }

    private Way way(Drawn drawn, MapDrawing drawing, RouteLabels labels, boolean several) {
        var points = new ArrayList<Point>();
        var path = new StringBuilder();
        for (var halt : drawn.halts) {
            var spot = halt.spot();
            if (spot == null) continue;
            var dot = drawing.dot(spot);
            if (dot.isEmpty()) continue;
            path.append(points.isEmpty() ? 'M' : 'L')
                    .append(dot.get().x())
                    .append(' ')
                    .append(dot.get().y());
            var label = several && !points.isEmpty() ? dot.get() : labels.place(dot.get());
            points.add(new Point(halt, dot.get().x(), dot.get().y(), label.x(), label.y()));
        }
        return new Way(
                drawn.route, rules.colorOf(drawn.route.details()), points.size() < 2 ? "" : path.toString(), points);
    }
}
