package lianxin.territory.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class MendingTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final Plane PLANE = new Plane(120.75, 30.75);

    @Test
    void all_seven_counties_of_Jiaxing_are_broken_as_drawn_and_one_sound_ground_when_mended() throws Exception {
        var drawn = OutlineFile.read(
                getClass().getResourceAsStream("/geo/jiaxing.geojson").readAllBytes());
        assertThat(drawn).hasSize(7).noneMatch(it -> it.geometry().isValid());

        var mended = Mending.mend(drawn);

        assertThat(mended.keySet()).hasSize(7).allMatch(it -> it.geometry().isValid());
        assertThat(isOneGround(mended)).isTrue();
        assertThat(mended.values()).allSatisfy(it -> {
            assertThat(it.repaired()).isTrue();
            assertThat(it.verticesAfter()).isLessThan(it.verticesBefore());
            assertThat(it.squareMetersAfter())
                    .isCloseTo(it.squareMetersBefore(), within(0.0001 * it.squareMetersBefore()));
        });
    }

    @Test
    void ground_claimed_by_two_goes_to_one_and_the_loss_is_told() {
        var mended = Mending.mend(List.of(field("west", 0, 1000), field("east", 900, 2000)));

        assertThat(isOneGround(mended)).isTrue();
        assertThat(mended.values().stream().mapToDouble(Mended::overlapRemoved).sum())
                .isCloseTo(100 * 1000, within(500.0));
        assertThat(area(mended)).isCloseTo(2000 * 1000, within(5000.0));
    }

    @Test
    void a_crack_between_neighbors_is_filled_and_a_lake_between_them_stays_open() {
        var west = ring("west", 0, 0, 1000, 0, 1000, 400, 950, 500, 1000, 600, 1000, 1000, 0, 1000);
        var east = field("east", 1000, 2000);
        var crack = Mending.mend(List.of(west, east));
        assertThat(crack.values().stream().mapToDouble(Mended::gapFilled).sum()).isCloseTo(5000, within(100.0));
        assertThat(area(crack)).isCloseTo(2000 * 1000, within(5000.0));

        var shore = ring("shore", 0, 0, 1000, 0, 1000, 100, 200, 500, 1000, 900, 1000, 1000, 0, 1000);
        var lake = Mending.mend(List.of(shore, east));
        assertThat(lake.values()).allMatch(it -> it.gapFilled() == 0);
        assertThat(area(lake)).isCloseTo(2000 * 1000 - 320 * 1000, within(5000.0));
    }

    @Test
    void a_border_that_crosses_itself_is_named_as_the_fault() {
        var eight = ring("eight", 0, 0, 1000, 1000, 1000, 0, 0, 1000);
        var told = Mending.mend(List.of(eight)).values().iterator().next();
        assertThat(told.fault()).isEqualTo("self-intersection");
        assertThat(Mending.mend(List.of(field("sound", 0, 1000))).values()).noneMatch(Mended::repaired);
    }

    private static boolean isOneGround(Map<Outline, Mended> mended) {
        return CoverageValidator.isValid(
                mended.keySet().stream().map(Outline::geometry).toArray(Geometry[]::new));
    }

    private static double area(Map<Outline, Mended> mended) {
        return mended.values().stream().mapToDouble(Mended::squareMetersAfter).sum();
    }

    private static Outline field(String code, double fromMeters, double toMeters) {
        return ring(code, fromMeters, 0, toMeters, 0, toMeters, 1000, fromMeters, 1000);
    }

    private static Outline ring(String code, double... meters) {
        var corners = new Coordinate[meters.length / 2 + 1];
        for (int i = 0; i < meters.length / 2; i++) {
            corners[i] = PLANE.round(new Coordinate(meters[2 * i], meters[2 * i + 1]));
        }
        corners[corners.length - 1] = corners[0];
        return new Outline(code, code, GEOMETRY.createPolygon(corners));
    }
}
