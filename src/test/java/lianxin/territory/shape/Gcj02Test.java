package lianxin.territory.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class Gcj02Test {
    private static final double A_MILLIMETER = 1e-8;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Beijing, 116.404, 39.915, 116.41024449916938, 39.91640428150164",
        "Beijing west, 116.377817, 39.911954, 116.38404722455657, 39.91334545536069",
        "Shanghai, 121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "Shenzhen, 113.912316, 22.543847, 113.9171764808363, 22.540796131694766"
    })
    void a_published_pair_is_reproduced_both_ways(
            String city, double lon, double lat, double shiftedLon, double shiftedLat) {
        var shifted = Gcj02.fromWgs84(new Coordinate(lon, lat));
        assertThat(shifted.x).isCloseTo(shiftedLon, within(A_MILLIMETER));
        assertThat(shifted.y).isCloseTo(shiftedLat, within(A_MILLIMETER));
        var back = Gcj02.toWgs84(new Coordinate(shiftedLon, shiftedLat));
        assertThat(back.x).isCloseTo(lon, within(A_MILLIMETER));
        assertThat(back.y).isCloseTo(lat, within(A_MILLIMETER));
    }

    @Test
    void anywhere_in_Jiaxing_the_way_there_and_back_ends_within_a_meter() {
        var plane = new Plane(120.75, 30.75);
        for (double lon = 120.2; lon < 121.4; lon += 0.05) {
            for (double lat = 30.2; lat < 31.1; lat += 0.05) {
                var there = Gcj02.toWgs84(new Coordinate(lon, lat));
                var back = Gcj02.fromWgs84(there);
                assertThat(plane.flat(lon, lat).distance(plane.flat(back.x, back.y)))
                        .isLessThan(1);
                assertThat(plane.flat(lon, lat).distance(plane.flat(there.x, there.y)))
                        .isBetween(300.0, 800.0);
            }
        }
    }
}
