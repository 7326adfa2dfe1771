package lianxin.territory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;

/** The part of the ground that is looked at as lines on a sheet, and the listed places as points on it. */
@Component
class PlacesMap {
    private final Areas areas;
    private final BorderRows borders;

    PlacesMap(Areas areas, BorderRows borders) {
        this.areas = areas;
        this.borders = borders;
    }

    record Sheet(MapDrawing drawing, List<Point> points) {}

    /** @param number its line in the table beside the map */
    record Point(int number, Place place, int x, int y) {}

    Sheet of(Area chosen, List<Place> listed, int firstNumber, @Nullable Coordinate mark, Instant at) {
        var below = areas.children(chosen.id(), at);
        var path = areas.path(chosen.id(), at);
        var wanted = new ArrayList<AreaId>();
        path.forEach(it -> wanted.add(it.id()));
        below.forEach(it -> wanted.add(it.id()));
        var standing = borders.standing(wanted, at);
        var around = path.reversed().stream()
                .filter(it -> standing.containsKey(it.id().number()))
                .findFirst()
                .orElse(null);
        path.forEach(it -> {
            if (around == null || !it.id().equals(around.id()))
                standing.remove(it.id().number());
        });
        var drawing = MapDrawing.of(around, below, standing, mark);
        return new Sheet(drawing, points(listed, firstNumber, drawing));
    }

    /** The sheet is flat: a point lies between its corners in proportion. */
    private static List<Point> points(List<Place> listed, int firstNumber, MapDrawing drawing) {
        var corners = drawing.corners();
        var points = new ArrayList<Point>();
        for (int i = 0; i < listed.size(); i++) {
            var spot = listed.get(i).details().spot();
            if (spot == null) continue;
            double x = (spot.lon() - corners.west()) / (corners.east() - corners.west()) * drawing.width();
            double y = (corners.north() - spot.lat()) / (corners.north() - corners.south()) * drawing.height();
            if (x < 0 || y < 0 || x > drawing.width() || y > drawing.height()) continue;
            points.add(new Point(firstNumber + i, listed.get(i), (int) x, (int) y));
        }
        return points;
    }
}
