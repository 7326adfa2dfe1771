package lianxin.territory.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;

class DatumTest {

    @ParameterizedTest
    @EnumSource
    void every_datum_leads_there_and_back_to_the_centimeter(Datum datum) {
        var chance = new SplittableRandom(3304);
        for (int i = 0; i < 2000; i++) {
            var point = new Coordinate(120 + chance.nextDouble() * 1.5, 30 + chance.nextDouble() * 1.5);
            var back = datum.toWgs84(datum.fromWgs84(point));
            assertThat(back.distance(point)).isLessThan(1e-7);
        }
    }

    /** The well-known pair of a point in Beijing. */
    @Test
    void the_company_s_maps_lie_about_a_kilometer_off() {
        var shifted = Bd09.fromGcj02(new Coordinate(116.404, 39.915));
        assertThat(shifted.x).isCloseTo(116.41036949371029, within(1e-9));
        assertThat(shifted.y).isCloseTo(39.92133699351021, within(1e-9));
    }

    @Test
    void a_survey_of_the_state_is_taken_as_it_is() {
        var point = new Coordinate(120.75, 30.74);
        assertThat(Datum.CGCS2000.toWgs84(point)).isEqualTo(point);
        assertThat(Datum.of("gcj02")).hasValue(Datum.GCJ02);
        assertThat(Datum.of("mars")).isEmpty();
    }
}
