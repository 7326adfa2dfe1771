package lianxin.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import lianxin.territory.MapDrawing;
import org.junit.jupiter.api.Test;

class RouteLabelsTest {

    private static MapDrawing.Dot at(int x, int y) {
        return new MapDrawing.Dot(0, null, x, y);
    }

    @Test
    void eight_sights_of_one_village_square_get_numbers_of_which_none_covers_another() {
        var labels = new RouteLabels(1000, 600);
        var placed = new ArrayList<MapDrawing.Dot>();
        for (int i = 0; i < 8; i++) placed.add(labels.place(at(500 + i, 300)));
        assertThat(placed.getFirst()).isEqualTo(at(500, 300));
        for (int i = 0; i < placed.size(); i++)
            for (var other : placed.subList(i + 1, placed.size()))
                assertThat(Math.hypot(
                                placed.get(i).x() - other.x(), placed.get(i).y() - other.y()))
                        .isGreaterThanOrEqualTo(47);
    }

    @Test
    void a_number_stays_on_the_sheet_and_on_its_stop_where_nothing_is_in_the_way() {
        var labels = new RouteLabels(1000, 600);
        assertThat(labels.place(at(100, 100))).isEqualTo(at(100, 100));
        assertThat(labels.place(at(400, 100))).isEqualTo(at(400, 100));
        var corner = labels.place(at(2, 2));
        assertThat(corner.x()).isGreaterThanOrEqualTo(24);
        assertThat(corner.y()).isGreaterThanOrEqualTo(24);
    }
}
