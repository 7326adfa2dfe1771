package lianxin.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lianxin.territory.shape.Outline;
import lianxin.territory.shape.Plane;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class CoverageTest {
    private static final Coverage JIAXING = Jiaxing.coverage();

    @Test
    void South_Lake_lies_in_its_district() {
        assertThat(JIAXING.locate(120.7553, 30.7461)).hasValue(new Coverage.Found("330402", false, 0));
    }

    @Test
    void Shanghai_lies_in_no_county() {
        assertThat(JIAXING.locate(121.47, 31.23)).isEmpty();
        assertThat(JIAXING.locate(Double.NaN, 31)).isEmpty();
    }

    @Test
    void two_hundred_meters_outside_is_the_nearest_county_but_uncertain_and_four_hundred_is_nowhere() {
        assertThat(outsideBy(200))
                .satisfies(point -> assertThat(JIAXING.locate(point.x, point.y)).hasValueSatisfying(it -> {
                    assertThat(it.code()).isEqualTo("330424");
                    assertThat(it.uncertain()).isTrue();
                    assertThat(it.meters()).isCloseTo(200, within(2.0));
                }));
        assertThat(outsideBy(400))
                .satisfies(point -> assertThat(JIAXING.locate(point.x, point.y)).isEmpty());
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
