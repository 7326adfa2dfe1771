package lianxin.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lianxin.territory.shape.Outline;
import lianxin.territory.shape.Plane;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class BorderIndexTest {
    private static final Coverage JIAXING = Jiaxing.coverage();
    private static final CityPlan PLAN = CityPlan.of(Jiaxing.divisions(), JIAXING, Jiaxing.TOWN);
    private static final int COUNTY = Jiaxing.TOWN.depth("county");
    private static final int LOWEST = Jiaxing.TOWN.levels().size() - 1;
    private static final BorderIndex COUNTIES = counties();

    @Test
    void South_Lake_lies_in_its_district() {
        assertThat(COUNTIES.locate(120.7553, 30.7461, 0)).hasValue(new Borders.Located(new AreaId(330402), false, 0));
    }

    @Test
    void Shanghai_lies_in_no_county() {
        assertThat(COUNTIES.locate(121.47, 31.23, 0)).isEmpty();
        assertThat(COUNTIES.locate(Double.NaN, 31, 0)).isEmpty();
    }

    @Test
    void two_hundred_meters_outside_is_the_nearest_county_but_uncertain_and_four_hundred_is_nowhere() {
        var near = outsideBy(200);
        assertThat(COUNTIES.locate(near.x, near.y, 0)).hasValueSatisfying(it -> {
            assertThat(it.area()).isEqualTo(new AreaId(330424));
            assertThat(it.uncertain()).isTrue();
            assertThat(it.meters()).isCloseTo(200, within(2.0));
        });
        var far = outsideBy(400);
        assertThat(COUNTIES.locate(far.x, far.y, 0)).isEmpty();
    }

    @Test
    void a_hundred_thousand_random_points_lie_where_the_geometry_library_says_they_lie() {
        var drawing = new BorderIndex.Drawing(LOWEST + 1);
        var tree = new STRtree();
        var shapes = new ArrayList<PreparedGeometry>();
        for (var outline : PLAN.borders()) {
            if (outline.code().length() <= 12) continue;
            shapes.add(PreparedGeometryFactory.prepare(outline.geometry()));
            drawing.add(
                    new BorderIndex.Line(shapes.size(), shapes.size(), LOWEST, 0, Long.MAX_VALUE, outline.geometry()));
            tree.insert(outline.geometry().getEnvelopeInternal(), shapes.size());
        }
        var index = new BorderIndex(drawing.parts());
        assertThat(index.size()).isGreaterThan(5_900);
        var chance = new SplittableRandom(3304);
        var box = (Envelope) tree.getRoot().getBounds();
        for (int i = 0; i < 100_000; i++) {
            var point = i % 10 == 0
                    ? corner(shapes.get(chance.nextInt(shapes.size())), chance)
                    : new Coordinate(
                            box.getMinX() + chance.nextDouble() * box.getWidth(),
                            box.getMinY() + chance.nextDouble() * box.getHeight());
            int found = index.area(point.x, point.y, 0);
            var claimants = claimants(tree, shapes, point);
            assertThat(found == 0 ? claimants.isEmpty() : claimants.contains(found))
                    .as("%s: %s, found %s", point, claimants, found)
                    .isTrue();
        }
    }

    private static Coordinate corner(PreparedGeometry shape, SplittableRandom chance) {
        var corners = shape.getGeometry().getCoordinates();
        return corners[chance.nextInt(corners.length)];
    }

    private static List<Integer> claimants(STRtree tree, List<PreparedGeometry> shapes, Coordinate at) {
        var point = new GeometryFactory().createPoint(at);
        var found = new ArrayList<Integer>();
        for (Object it : tree.query(point.getEnvelopeInternal())) {
            if (shapes.get((Integer) it - 1).covers(point)) found.add((Integer) it);
        }
        return found;
    }

    @Test
    void a_border_holds_from_its_day_on_and_what_was_changed_since_lies_over_the_old_picture() {
        var square = square(120, 30, 0.01);
        var moved = square(120.02, 30, 0.01);
        var drawing = new BorderIndex.Drawing(LOWEST + 1);
        drawing.add(new BorderIndex.Line(1, 7, COUNTY, 0, 100, square));
        drawing.add(new BorderIndex.Line(2, 7, COUNTY, 100, Long.MAX_VALUE, moved));
        var index = new BorderIndex(drawing.parts());
        assertThat(index.area(120, 30, 99)).isEqualTo(7);
        assertThat(index.area(120, 30, 100)).isZero();
        assertThat(index.area(120.02, 30, 100)).isEqualTo(7);

        var grid = new BorderIndex.Line(3, 8, LOWEST, 50, Long.MAX_VALUE, square(120, 30, 0.005));
        var later = index.changed(List.of(2L), List.of(grid));
        assertThat(later.area(120, 30, 49)).as("before the grid was drawn").isEqualTo(7);
        assertThat(later.area(120, 30, 99)).as("the lower level answers").isEqualTo(8);
        assertThat(later.area(120.02, 30, 100)).as("that row ended").isZero();
        assertThat(later.changed(List.of(3L), List.of()).area(120, 30, 99)).isEqualTo(7);
    }

    private static Geometry square(double lon, double lat, double half) {
        return new GeometryFactory()
                .createPoint(new Coordinate(lon, lat))
                .buffer(half)
                .getEnvelope();
    }

    private static BorderIndex counties() {
        var drawing = new BorderIndex.Drawing(LOWEST + 1);
        int row = 0;
        for (var it : JIAXING.outlines())
            drawing.add(
                    new BorderIndex.Line(++row, Integer.parseInt(it.code()), COUNTY, 0, Long.MAX_VALUE, it.geometry()));
        return new BorderIndex(drawing.parts());
    }

    /** So many meters off the coast of Haiyan, where the ground ends to the south-east. */
    private static Coordinate outsideBy(double meters) {
        var drawn = UnaryUnionOp.union(
                JIAXING.outlines().stream().map(Outline::geometry).toList());
        var plane = Plane.around(drawn);
        var whole = plane.flat(drawn);
        for (var corner : whole.buffer(meters).getCoordinates()) {
            var point = whole.getFactory().createPoint(corner);
            var haiyan = plane.flat(JIAXING.outline("330424").geometry());
            boolean exact = Math.abs(whole.distance(point) - meters) < 1;
            if (exact
                    && haiyan.distance(point) < meters + 1
                    && corner.y < haiyan.getCentroid().getY()) {
                return plane.round(corner);
            }
        }
        throw new IllegalStateException("No such point");
    }
}
