package lianxin.routes;

import java.util.ArrayList;
import java.util.List;
import lianxin.territory.MapDrawing;

/** Finds a place for the number of each stop on a sheet, so that none covers another. */
final class RouteLabels {
    private static final int RADIUS = 24;
    private static final int DIRECTIONS = 12;
    private static final int FURTHEST = 7 * RADIUS;

    private final int width;
    private final int height;
    private final List<MapDrawing.Dot> taken = new ArrayList<>();

    RouteLabels(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** On the point itself where that is free, else beside it, as near as can be; on the point where nothing is free. */
    MapDrawing.Dot place(MapDrawing.Dot point) {
        var free = free(point);
        taken.add(free);
        return free;
    }

    private MapDrawing.Dot free(MapDrawing.Dot point) {
        if (fits(point)) return point;
        for (int away = 2 * RADIUS; away <= FURTHEST; away += RADIUS / 2) {
            for (int i = 0; i < DIRECTIONS; i++) {
                double turn = 2 * Math.PI * i / DIRECTIONS;
                var tried = new MapDrawing.Dot(0, null, (int) Math.round(point.x() + away * Math.cos(turn)), (int)
                        Math.round(point.y() - away * Math.sin(turn)));
                if (fits(tried)) return tried;
            }
        }
        return point;
    }

    private boolean fits(MapDrawing.Dot it) {
        return it.x() >= RADIUS
                && it.y() >= RADIUS
                && it.x() <= width - RADIUS
                && it.y() <= height - RADIUS
                && taken.stream().noneMatch(other -> Math.hypot(it.x() - other.x(), it.y() - other.y()) < 2 * RADIUS);
    }
}
