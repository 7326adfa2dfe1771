package lianxin.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lianxin.territory.BorderRows.Drawn;
import lianxin.territory.shape.Plane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * The borders around one area and of the areas below it as lines on a sheet a thousand wide, neighbors sharing their lines;
 * and where the points of those without a border fall on it. Drawn by the server, without tiles and without a script.
 */
public record MapDrawing(
        int width,
        int height,
        List<Region> regions,
        List<Dot> dots,
        @Nullable Dot mark,
        Corners corners) {
    private static final int WIDTH = 1000;
    /** So many bends fit across the sheet; smaller ones are not drawn. */
    private static final int BENDS = 300;
    /** In meters, around what is asked for. */
    private static final int LEAST_MARGIN = 250;
    /** With more regions than these each carries its number in the table instead of its name. */
    private static final int NAMED = 14;

    /** @param number its line in the table beside the map; zero for what is drawn around the others */
    public record Region(int number, Area area, String path, int labelX, int labelY, boolean chosen) {}

    /** @param number its line in the table beside the map; zero for a point that was asked for */
    public record Dot(int number, @Nullable Area area, int x, int y) {}

    /** The corners of the sheet in degrees: the sheet is flat, so a click lies between them in proportion. */
    public record Corners(double west, double north, double east, double south) {}

    /** Where a point of the ground falls on the sheet; empty beside it. */
    public Optional<Dot> dot(Spot spot) {
        double x = (spot.lon() - corners.west) / (corners.east - corners.west) * width;
        double y = (corners.north - spot.lat()) / (corners.north - corners.south) * height;
        return x < 0 || y < 0 || x > width || y > height
                ? Optional.empty()
                : Optional.of(new Dot(0, null, (int) x, (int) y));
    }

    public boolean named() {
        return regions.size() <= NAMED;
    }

    /** All of the ground. */
    static MapDrawing of(
            @Nullable Area around, List<Area> below, Map<Integer, Drawn> borders, @Nullable Coordinate mark) {
        return of(around, below, borders, mark, null);
    }

    /**
     * @param around the chosen area, or the one around it that has a border
     * @param below the areas listed beside the map, in the order of the table
     * @param mark a point that was asked for
     * @param window in degrees: only this much of the ground, with a margin; null for all of it
     */
    static MapDrawing of(
            @Nullable Area around,
            List<Area> below,
            Map<Integer, Drawn> borders,
            @Nullable Coordinate mark,
            @Nullable Envelope window) {
        var plane = plane(borders.values(), below);
        var whole = around == null ? null : borders.get(around.id().number());
        var seen = window == null || window.isNull() ? null : seen(window, plane);
        var view = new Envelope();
        if (whole != null) view.expandToInclude(plane.flat(whole.border()).getEnvelopeInternal());
        var drawn = new ArrayList<Geometry>();
        var areas = new ArrayList<Integer>();
        for (int i = 0; i < below.size(); i++) {
            var border = borders.get(below.get(i).id().number());
            if (border == null) continue;
            var flat = plane.flat(border.border());
            if (seen != null && !seen.intersects(flat.getEnvelopeInternal())) continue;
            drawn.add(flat);
            areas.add(i);
            view.expandToInclude(drawn.getLast().getEnvelopeInternal());
        }
        var dots = new ArrayList<@Nullable Coordinate>();
        for (var area : below) {
            var spot = borders.containsKey(area.id().number()) ? null : area.spot();
            dots.add(spot == null ? null : plane.flat(spot.lon(), spot.lat()));
        }
        if (whole == null) dots.stream().filter(Objects::nonNull).forEach(view::expandToInclude);
        if (view.isNull()) view.expandToInclude(0, 0);
        view.expandBy(Math.max(100, view.getWidth() * 0.04), Math.max(100, view.getHeight() * 0.04));
        if (seen != null) view = seen;
        return new Sheet(view).drawing(whole == null ? null : around, whole, below, drawn, areas, dots, mark, plane);
    }

    /** Not narrower than a walk, and not flatter or taller than a sheet can be. */
    private static Envelope seen(Envelope window, Plane plane) {
        var seen = new Envelope(
                plane.flat(window.getMinX(), window.getMinY()), plane.flat(window.getMaxX(), window.getMaxY()));
        seen.expandBy(Math.max(LEAST_MARGIN, Math.max(seen.getWidth(), seen.getHeight()) * 0.15));
        double wide = Math.max(0, seen.getHeight() - seen.getWidth()) / 2;
        double high = Math.max(0, seen.getWidth() * 0.6 - seen.getHeight()) / 2;
        seen.expandBy(wide, high);
        return seen;
    }

    private static Plane plane(Collection<Drawn> borders, List<Area> below) {
        var box = new Envelope();
        borders.forEach(it -> box.expandToInclude(it.border().getEnvelopeInternal()));
        if (box.isNull()) {
            for (var area : below) {
                if (area.spot() != null)
                    box.expandToInclude(area.spot().lon(), area.spot().lat());
            }
        }
        return box.isNull() ? new Plane(0, 0) : new Plane(box.centre().x, box.centre().y);
    }

    /** From meters to the sheet, north up. */
    private record Sheet(Envelope view) {

        MapDrawing drawing(
                @Nullable Area around,
                @Nullable Drawn whole,
                List<Area> below,
                List<Geometry> drawn,
                List<Integer> areas,
                List<@Nullable Coordinate> dots,
                @Nullable Coordinate mark,
                Plane plane) {
            double coarseness = view.getWidth() / BENDS;
            var regions = new ArrayList<Region>();
            if (around != null && whole != null) {
                var coarse = TopologyPreservingSimplifier.simplify(plane.flat(whole.border()), coarseness);
                regions.add(region(0, around, coarse, true));
            }
            var simple = drawn.isEmpty()
                    ? new Geometry[0]
                    : CoverageSimplifier.simplify(drawn.toArray(Geometry[]::new), coarseness);
            for (int i = 0; i < simple.length; i++)
                regions.add(region(areas.get(i) + 1, below.get(areas.get(i)), simple[i], false));
            var points = new ArrayList<Dot>();
            for (int i = 0; i < dots.size(); i++) {
                var dot = dots.get(i);
                if (dot != null) points.add(new Dot(i + 1, below.get(i), x(dot), y(dot)));
            }
            var flat = mark == null ? null : plane.flat(mark.x, mark.y);
            var at = flat == null || !view.contains(flat) ? null : new Dot(0, null, x(flat), y(flat));
            var northWest = plane.round(new Coordinate(view.getMinX(), view.getMaxY()));
            var southEast = plane.round(new Coordinate(view.getMaxX(), view.getMaxY() - height() / scale()));
            var corners = new Corners(northWest.x, northWest.y, southEast.x, southEast.y);
            return new MapDrawing(WIDTH, height(), regions, points, at, corners);
        }

        double scale() {
            return WIDTH / view.getWidth();
        }

        int height() {
            return (int) Math.min(1400, Math.max(400, view.getHeight() * scale()));
        }

        int x(Coordinate flat) {
            return (int) Math.round((flat.x - view.getMinX()) * scale());
        }

        int y(Coordinate flat) {
            return (int) Math.round((view.getMaxY() - flat.y) * scale());
        }

        Region region(int number, Area area, Geometry geometry, boolean chosen) {
            var path = new StringBuilder();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (!(geometry.getGeometryN(i) instanceof Polygon part) || part.isEmpty()) continue;
                line(path, part.getExteriorRing().getCoordinates());
                for (int h = 0; h < part.getNumInteriorRing(); h++)
                    line(path, part.getInteriorRingN(h).getCoordinates());
            }
            var label = label(geometry);
            return new Region(number, area, path.toString(), x(label), y(label), chosen);
        }

        /** In the middle of what is seen of it. */
        private Coordinate label(Geometry geometry) {
            var inside = view.contains(geometry.getEnvelopeInternal())
                    ? geometry
                    : geometry.intersection(geometry.getFactory().toGeometry(view));
            return (inside.isEmpty() ? geometry : inside).getInteriorPoint().getCoordinate();
        }

        private void line(StringBuilder path, Coordinate[] corners) {
            for (int i = 0; i < corners.length - 1; i++) {
                path.append(i == 0 ? 'M' : 'L')
                        .append(x(corners[i]))
                        .append(' ')
                        .append(y(corners[i]));
            }
            path.append('Z');
        }
    }
}
