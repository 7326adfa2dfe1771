package lianxin.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianxin.territory.shape.Outline;
import lianxin.territory.shape.Plane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * The borders of a city as lines on a sheet a thousand wide, neighbors sharing their lines; and where the points of smaller
 * areas fall on it. Drawn by the server, without tiles and without a script.
 */
record MapDrawing(int width, int height, List<Region> regions, List<Dot> dots) {
    private static final int WIDTH = 1000;
    /** Bends smaller than this, in meters, are not drawn. */
    private static final double COARSENESS = 250;

    record Region(Area area, String path, int labelX, int labelY, boolean chosen) {}

    /** @param number its line in the table beside the map */
    record Dot(int number, Area area, int x, int y) {}

    /** @param below the areas listed beside the map, in the order of the table */
    static MapDrawing of(Coverage coverage, Map<String, Area> bordered, @Nullable Area chosen, List<Area> below) {
        var plane = plane(coverage);
        var flat = coverage.outlines().stream()
                .map(it -> plane.flat(it.geometry()))
                .toArray(Geometry[]::new);
        var drawn = CoverageSimplifier.simplify(flat, COARSENESS);
        var sheet = new Sheet(view(coverage, flat, chosen, below, plane));
        var regions = new ArrayList<Region>();
        for (int i = 0; i < drawn.length; i++) {
            var area = bordered.get(coverage.outlines().get(i).code());
            if (area != null) regions.add(sheet.region(area, drawn[i], area.equals(chosen)));
        }
        var dots = new ArrayList<Dot>();
        for (int i = 0; i < below.size(); i++) {
            var spot = below.get(i).spot();
            if (spot == null || bordered.containsValue(below.get(i))) continue;
            var point = plane.flat(spot.lon(), spot.lat());
            dots.add(new Dot(i + 1, below.get(i), sheet.x(point), sheet.y(point)));
        }
        return new MapDrawing(WIDTH, sheet.height(), regions, dots);
    }

    private static Plane plane(Coverage coverage) {
        var all = coverage.outlines().stream().map(Outline::geometry).toList();
        return Plane.around(new GeometryFactory().buildGeometry(all));
    }

    /** The chosen area with its border, else its points, else the whole city. */
    private static Envelope view(
            Coverage coverage, Geometry[] flat, @Nullable Area chosen, List<Area> below, Plane plane) {
        var view = new Envelope();
        if (chosen != null) {
            for (int i = 0; i < flat.length; i++) {
                boolean its =
                        coverage.outlines().get(i).code().equals(chosen.id().toString());
                if (its) view.expandToInclude(flat[i].getEnvelopeInternal());
            }
            if (view.isNull() && chosen.parent() != null) {
                for (var area : below) {
                    if (area.spot() != null)
                        view.expandToInclude(
                                plane.flat(area.spot().lon(), area.spot().lat()));
                }
            }
        }
        if (view.isNull()) for (var geometry : flat) view.expandToInclude(geometry.getEnvelopeInternal());
        view.expandBy(Math.max(300, view.getWidth() * 0.04), Math.max(300, view.getHeight() * 0.04));
        return view;
    }

    /** From meters to the sheet, north up. */
    private record Sheet(Envelope view) {

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

        Region region(Area area, Geometry geometry, boolean chosen) {
            var path = new StringBuilder();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                var part = (Polygon) geometry.getGeometryN(i);
                line(path, part.getExteriorRing().getCoordinates());
                for (int h = 0; h < part.getNumInteriorRing(); h++)
                    line(path, part.getInteriorRingN(h).getCoordinates());
            }
            var label = geometry.getInteriorPoint().getCoordinate();
            return new Region(area, path.toString(), x(label), y(label), chosen);
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
