package lianxin.territory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Service;

/** The part of the ground that is looked at as lines on a sheet, for those who have points to put on it. */
@Service
public class Drawings {
    private final Areas areas;
    private final BorderRows borders;

    Drawings(Areas areas, BorderRows borders) {
        this.areas = areas;
        this.borders = borders;
    }

    /** @param mark a point that was asked for */
    public MapDrawing of(Area chosen, @Nullable Coordinate mark, Instant at) {
        return of(chosen, mark, null, at);
    }

    /** Only as much of the ground as lies around these points. */
    public MapDrawing around(Area chosen, List<Spot> spots, Instant at) {
        var window = new Envelope();
        spots.forEach(it -> window.expandToInclude(it.lon(), it.lat()));
        return of(chosen, null, window, at);
    }

    private MapDrawing of(Area chosen, @Nullable Coordinate mark, @Nullable Envelope window, Instant at) {
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
        return MapDrawing.of(around, below, standing, mark, window);
    }
}
