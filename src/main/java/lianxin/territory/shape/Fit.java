package lianxin.territory.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlay.snap.GeometrySnapper;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * How a border that was drawn lies among its neighbors: what it claims twice, what it leaves to nobody, where it leaves the
 * ground it belongs to. Told before anything is saved.
 *
 * @param border in WGS84, repaired and, where asked for, drawn to the corners of its neighbors
 * @param fault what was wrong with the drawing; null when it was sound
 * @param outside square meters outside the area above
 */
public record Fit(
        Geometry border,
        @Nullable String fault,
        double squareMeters,
        List<Overlap> overlaps,
        List<Gap> gaps,
        double outside) {
    /** Slivers smaller than this, in square meters, are what two calculations differ by. */
    private static final double NOTHING = 1;
    /** In meters: farther off it is no gap beside this border. */
    private static final double TOUCHING = 0.5;

    /** Ground that a neighbor has too. */
    public record Overlap(int neighbor, double squareMeters, Geometry ground) {}

    /** Ground beside the border that nobody has. */
    public record Gap(double squareMeters, Geometry ground) {}

    /**
     * @param neighbors their borders, by the numbers of their areas
     * @param above the border of the area above, if it has one
     * @param snap corners and lines of neighbors that are nearer than so many meters are taken over; zero for none
     */
    public static Fit of(Geometry drawn, Map<Integer, Geometry> neighbors, @Nullable Geometry above, double snap) {
        var plane = Plane.around(drawn);
        var around = new TreeMap<Integer, Geometry>();
        neighbors.forEach((area, border) -> around.put(area, GeometryFixer.fix(plane.flat(border))));
        var whole = union(around.values());
        var flat = Mending.repaired(plane.flat(drawn));
        if (snap > 0 && !whole.isEmpty()) {
            flat = GeometryFixer.fix(new GeometrySnapper(flat).snapTo(whole, snap));
        }
        var overlaps = new ArrayList<Overlap>();
        for (var it : around.entrySet()) {
            var both = overlay(flat, it.getValue(), OverlayNG.INTERSECTION);
            if (both.getArea() >= NOTHING) overlaps.add(new Overlap(it.getKey(), both.getArea(), plane.degrees(both)));
        }
        var room = above == null ? null : GeometryFixer.fix(plane.flat(above));
        var outside =
                room == null ? 0 : overlay(flat, room, OverlayNG.DIFFERENCE).getArea();
        var gaps = gaps(flat, whole, room, plane);
        return new Fit(
                plane.degrees(flat),
                Mended.fault(drawn),
                flat.getArea(),
                overlaps,
                gaps,
                outside < NOTHING ? 0 : outside);
    }

    private static List<Gap> gaps(Geometry flat, Geometry neighbors, @Nullable Geometry above, Plane plane) {
        var taken = overlay(flat, neighbors, OverlayNG.UNION);
        var room = above == null ? withoutHoles(taken) : above;
        var gaps = new ArrayList<Gap>();
        for (var open : parts(overlay(room, taken, OverlayNG.DIFFERENCE))) {
            if (open.getArea() >= NOTHING && open.isWithinDistance(flat, TOUCHING))
                gaps.add(new Gap(open.getArea(), plane.degrees(open)));
        }
        return gaps;
    }

    private static Geometry withoutHoles(Geometry ground) {
        var factory = ground.getFactory();
        return union(parts(ground).stream()
                .map(it -> (Geometry) factory.createPolygon(it.getExteriorRing().getCoordinates()))
                .toList());
    }

    /** What is left of a border when another's ground is taken away; null when nothing is. */
    public static @Nullable Geometry without(Geometry border, Geometry other) {
        var plane = Plane.around(border);
        var rest = overlay(plane.flat(border), plane.flat(other), OverlayNG.DIFFERENCE);
        var ground = Parting.ground(rest);
        return ground == null || ground.getArea() < NOTHING ? null : plane.degrees(ground);
    }

    private static Geometry overlay(Geometry one, Geometry other, int operation) {
        return OverlayNGRobust.overlay(one, other, operation);
    }

    private static Geometry union(Collection<Geometry> all) {
        return all.isEmpty() ? new GeometryFactory().createPolygon() : UnaryUnionOp.union(all);
    }

    @SuppressWarnings("unchecked")
    private static List<Polygon> parts(Geometry ground) {
        return PolygonExtracter.getPolygons(ground);
    }
}
