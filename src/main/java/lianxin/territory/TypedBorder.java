package lianxin.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lianxin.platform.RuleBroken;
import lianxin.territory.shape.Datum;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A border as text: one corner a line, longitude and latitude; an empty line begins a further ring. What lies in two rings
 * lies outside, so a ring within a ring is a hole.
 */
final class TypedBorder {
    private static final int MOST_CORNERS = 20_000;

    private TypedBorder() {}

    /** In WGS84; as it was drawn, not repaired. */
    static Geometry read(String typed, Datum datum) {
        var rings = new ArrayList<List<Coordinate>>();
        var ring = new ArrayList<Coordinate>();
        int number = 0;
        for (var line : (Iterable<String>) typed.lines()::iterator) {
            if (++number > MOST_CORNERS) throw new RuleBroken("territory.border.too-many", MOST_CORNERS);
            if (line.isBlank()) {
                end(ring, rings);
                ring = new ArrayList<>();
                continue;
            }
            int at = number;
            ring.add(TypedPoint.read(line, datum)
                    .orElseThrow(() -> new RuleBroken("territory.border.line", at, line.strip())));
        }
        end(ring, rings);
        if (rings.isEmpty()) throw new RuleBroken("territory.border.nothing");
        return geometry(rings);
    }

    private static void end(List<Coordinate> ring, List<List<Coordinate>> rings) {
        if (ring.isEmpty()) return;
        if (!ring.getFirst().equals2D(ring.getLast())) ring.add(ring.getFirst().copy());
        if (ring.size() < 4) throw new RuleBroken("territory.border.corners");
        rings.add(ring);
    }

    private static Geometry geometry(List<List<Coordinate>> rings) {
        var factory = new GeometryFactory();
        Geometry whole = null;
        for (var ring : rings) {
            Geometry part = factory.createPolygon(ring.toArray(Coordinate[]::new));
            if (whole == null) whole = part;
            else
                whole = (whole.isValid() ? whole : whole.buffer(0))
                        .symDifference(part.isValid() ? part : part.buffer(0));
        }
        if (whole == null) throw new RuleBroken("territory.border.nothing");
        return whole;
    }

    /** To seven digits, about a centimeter. */
    static String write(Geometry border) {
        var text = new StringBuilder();
        for (int i = 0; i < border.getNumGeometries(); i++) {
            if (!(border.getGeometryN(i) instanceof Polygon part)) continue;
            ring(text, part.getExteriorRing().getCoordinates());
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++)
                ring(text, part.getInteriorRingN(hole).getCoordinates());
        }
        return text.toString();
    }

    private static void ring(StringBuilder text, Coordinate[] corners) {
        if (!text.isEmpty()) text.append('\n');
        for (int i = 0; i < corners.length - 1; i++)
            text.append(String.format(Locale.ROOT, "%.7f, %.7f%n", corners[i].x, corners[i].y));
    }
}
