package lianxin.places;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianxin.territory.Area;
import lianxin.territory.Drawings;
import lianxin.territory.MapDrawing;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;

/** The listed places as points on the sheet of the ground that is looked at. */
@Component
class PlacesMap {
    private final Drawings drawings;

    PlacesMap(Drawings drawings) {
        this.drawings = drawings;
    }

    record Sheet(MapDrawing drawing, List<Point> points) {}

    /** @param number its line in the table beside the map */
    record Point(int number, Place place, int x, int y) {}

    Sheet of(Area chosen, List<Place> listed, int firstNumber, @Nullable Coordinate mark, Instant at) {
        var drawing = drawings.of(chosen, mark, at);
        var points = new ArrayList<Point>();
        for (int i = 0; i < listed.size(); i++) {
            var place = listed.get(i);
            int number = firstNumber + i;
            var spot = place.details().spot();
            if (spot != null) drawing.dot(spot).ifPresent(it -> points.add(new Point(number, place, it.x(), it.y())));
        }
        return new Sheet(drawing, points);
    }
}
