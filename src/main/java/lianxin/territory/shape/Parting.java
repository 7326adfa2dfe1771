package lianxin.territory.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Parts a piece of ground among points where nobody has drawn borders: each gets what is nearer to it than to any other. */
public final class Parting {
    private Parting() {}

    /** One part for each point, in their order; null for a point that was there before. */
    public static List<@Nullable Geometry> among(Geometry ground, List<Coordinate> points) {
        if (points.size() == 1) return new ArrayList<>(List.of(ground));
        var builder = new VoronoiDiagramBuilder();
        builder.setSites(points);
        var around = ground.getEnvelopeInternal();
        around.expandBy(around.getWidth() + around.getHeight());
        builder.setClipEnvelope(around);
        var diagram = builder.getDiagram(new GeometryFactory());
        var parts = new HashMap<Coordinate, Geometry>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            var part = diagram.getGeometryN(i);
            parts.put((Coordinate) part.getUserData(), part);
        }
        var found = new ArrayList<@Nullable Geometry>();
        for (var point : points) {
            var part = parts.remove(point);
            found.add(part == null ? null : ground(part.intersection(ground)));
        }
        return found;
    }

    /** Where two borders run into each other an overlay may leave lines and points: they are no ground. */
    @SuppressWarnings("unchecked")
    public static @Nullable Geometry ground(Geometry overlay) {
        List<Polygon> parts = PolygonExtracter.getPolygons(overlay);
        return parts.isEmpty() ? null : overlay.getFactory().buildGeometry(parts);
    }
}
