package lianxin.territory.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Makes one seamless ground of borders drawn apart: every outline is repaired, all lines are cut where they meet, and each
 * face between them goes to exactly one area. Ground claimed twice goes to the claimant it borders most; a crack between
 * neighbors goes to the neighbor it borders most; what is wider than a crack belongs to nobody and stays open.
 */
public final class Mending {
    /** In meters; the drawing grid of public county maps is about 100 m. */
    private static final double WIDEST_CRACK = 300;

    private final double widestCrack;
    private final List<Outline> raw;
    private final Plane plane;
    private final List<Geometry> fixed = new ArrayList<>();
    private final List<List<Polygon>> ground = new ArrayList<>();
    private final double[] overlapRemoved;
    private final double[] gapFilled;

    /** The whole ground and, beside each outline, what was done to it. */
    public static Map<Outline, Mended> mend(List<Outline> raw) {
        return mend(raw, WIDEST_CRACK);
    }

    /** @param widestCrack in meters: what is wider belongs to nobody */
    public static Map<Outline, Mended> mend(List<Outline> raw, double widestCrack) {
        return raw.isEmpty() ? Map.of() : new Mending(raw, widestCrack).mended();
    }

    private Mending(List<Outline> raw, double widestCrack) {
        this.raw = raw;
        this.widestCrack = widestCrack;
        this.plane = Plane.around(raw.getFirst().geometry());
        this.overlapRemoved = new double[raw.size()];
        this.gapFilled = new double[raw.size()];
    }

    private Map<Outline, Mended> mended() {
        for (var outline : raw) {
            fixed.add(repaired(outline.geometry()));
            ground.add(new ArrayList<>());
        }
        faces().forEach(this::give);
        var whole = ground.stream().map(UnaryUnionOp::union).toArray(Geometry[]::new);
        if (!CoverageValidator.isValid(whole))
            throw new IllegalStateException("The borders do not close to one ground");
        var result = new LinkedHashMap<Outline, Mended>();
        for (int i = 0; i < whole.length; i++) {
            result.put(new Outline(raw.get(i).code(), raw.get(i).name(), whole[i]), told(i, whole[i]));
        }
        return result;
    }

    /** A ring that crosses itself can be read in two ways; the reading whose area is nearer to the drawn one is taken. */
    static Geometry repaired(Geometry drawn) {
        if (drawn.isValid()) return drawn;
        var structure = GeometryFixer.fix(drawn);
        var winding = drawn.buffer(0);
        double area = drawn.getArea();
        return Math.abs(structure.getArea() - area) <= Math.abs(winding.getArea() - area) ? structure : winding;
    }

    @SuppressWarnings("unchecked")
    private List<Polygon> faces() {
        var polygonizer = new Polygonizer();
        polygonizer.add(
                UnaryUnionOp.union(fixed.stream().map(Geometry::getBoundary).toList()));
        return List.copyOf(polygonizer.getPolygons());
    }

    private void give(Polygon face) {
        var inside = face.getInteriorPoint();
        var claimants = IntStream.range(0, fixed.size())
                .filter(i -> fixed.get(i).getEnvelopeInternal().covers(inside.getCoordinate())
                        && fixed.get(i).covers(inside))
                .boxed()
                .toList();
        if (claimants.size() == 1) {
            ground.get(claimants.getFirst()).add(face);
        } else if (claimants.isEmpty()) {
            closeCrack(face);
        } else {
            int owner = longestBorder(face, claimants);
            ground.get(owner).add(face);
            for (int loser : claimants)
                if (loser != owner) overlapRemoved[loser] += plane.flat(face).getArea();
        }
    }

    private void closeCrack(Polygon face) {
        var neighbors = IntStream.range(0, fixed.size())
                .filter(i -> fixed.get(i).intersects(face))
                .boxed()
                .toList();
        var flat = plane.flat(face);
        if (neighbors.isEmpty()
                || 2 * MaximumInscribedCircle.getRadiusLine(flat, 1).getLength() > widestCrack) return;
        int owner = longestBorder(face, neighbors);
        ground.get(owner).add(face);
        gapFilled[owner] += flat.getArea();
    }

    private int longestBorder(Polygon face, List<Integer> candidates) {
        return candidates.stream()
                .max(Comparator.comparingDouble(i -> fixed.get(i)
                        .difference(face)
                        .getBoundary()
                        .intersection(face.getBoundary())
                        .getLength()))
                .orElseThrow();
    }

    private Mended told(int i, Geometry after) {
        var before = raw.get(i).geometry();
        return new Mended(
                before.getNumPoints(),
                after.getNumPoints(),
                plane.flat(before).getArea(),
                plane.flat(after).getArea(),
                Mended.fault(before),
                overlapRemoved[i],
                gapFilled[i]);
    }
}
