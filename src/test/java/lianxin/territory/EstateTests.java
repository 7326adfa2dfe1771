package lianxin.territory;

import static lianxin.territory.Yunhe.HEHUA;
import static lianxin.territory.Yunhe.TOWN;
import static lianxin.territory.Yunhe.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import lianxin.TestTown;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Residential estates (小区): made of ground that keeps its place in its grid. */
class EstateTests {

    @AutoClose
    static final Yunhe town = new Yunhe().settled(List.of());

    final Estates estates = town.the(Estates.class);
    final EstateParts parts = town.the(EstateParts.class);
    final Areas areas = town.the(Areas.class);

    private static Instant now() {
        return town.clock.instant();
    }

    private List<String> codes(AreaId estate, String kind) {
        return IntStream.of(areas.below(estate, now()))
                .mapToObj(it -> areas.find(new AreaId(it)))
                .filter(it -> it.kind().equals(kind))
                .map(Area::code)
                .sorted()
                .toList();
    }

    @Test
    void a_building_belongs_to_the_estate_that_the_lowest_ground_around_it_says() {
        var yuanyi = town.estate("园艺新苑", YUNHE, YUNHE + "-01");
        var own = town.area(YUNHE + "-01-02-03");
        assertThat(areas.estate(own, now())).map(Area::name).hasValue("园艺新苑");
        assertThat(codes(yuanyi, "building")).hasSize(6);

        var tower = town.estate("运河公寓", YUNHE, YUNHE + "-01-02-03");
        assertThat(areas.estate(own, now())).map(Area::name).hasValue("运河公寓");
        assertThat(areas.above(own, "estate")).map(Area::name).hasValue("运河公寓");
        assertThat(codes(yuanyi, "building")).hasSize(5).doesNotContain(YUNHE + "-01-02-03");
        assertThat(codes(tower, "building")).containsExactly(YUNHE + "-01-02-03");
        assertThat(areas.counts(yuanyi)).containsEntry("building", 5).containsEntry("grid", 1);
        assertThat(areas.counts(town.area(YUNHE)))
                .as("each building once, though an estate has it too")
                .containsEntry("building", 12);

        parts.leave(own, now(), Actor.SYSTEM);
        town.clock.forward(Duration.ofMinutes(1));
        assertThat(areas.estate(own, now())).map(Area::name).hasValue("园艺新苑");
        assertThat(areas.estate(own, now().minus(Duration.ofDays(1))))
                .as("the day before")
                .map(Area::name)
                .hasValue("运河公寓");
        estates.end(yuanyi, now(), Actor.SYSTEM);
        estates.end(tower, now(), Actor.SYSTEM);
        town.clock.forward(Duration.ofMinutes(1));
        assertThat(areas.estate(own, now())).isEmpty();
        assertThat(areas.find(own)).as("nothing of it is lost").isNotNull();
    }

    @Test
    void who_answers_for_a_building_and_where_it_lies_stays_as_it_was() {
        var building = town.area(YUNHE + "-02-01-01");
        var responsibilities = town.the(Responsibilities.class);
        var before = responsibilities.responsible(building, now());
        var address = areas.address(building);
        var estate = town.estate("莲泗新村", YUNHE, YUNHE + "-02-01");
        assertThat(responsibilities.responsible(building, now())).isEqualTo(before);
        assertThat(areas.address(building)).isEqualTo(address);
        assertThat(responsibilities.responsible(estate, "", now())).isEqualTo(town.unit(YUNHE));
        assertThat(areas.address(estate)).isEqualTo("嘉兴市秀洲区王江泾镇运河社区莲泗新村");
        assertThat(areas.around(building, now())).extracting(Area::name).contains("莲泗新村", "第2网格");
    }

    @Test
    void what_belongs_nowhere_joins_from_a_day_on_also_one_in_the_past() {
        var estate = estates.found("闻川里", town.area(YUNHE), TestTown.LONG_AGO, Actor.SYSTEM);
        var building = town.area(YUNHE + "-02-02-01");
        var march = now().minus(Duration.ofDays(1));
        parts.join(List.of(building), estate, march, Actor.SYSTEM);
        assertThat(areas.estate(building, march)).isPresent();
        assertThat(areas.estate(building, march.minusSeconds(1))).isEmpty();
    }

    @Test
    void nothing_lies_in_an_estate_and_only_ground_of_its_own_community_joins_it() {
        var estate = town.estate("西河小区", YUNHE);
        assertRefused("territory.part.elsewhere", () -> join(HEHUA + "-01", estate));
        assertRefused("territory.part.level", () -> join(YUNHE, estate));
        assertRefused("territory.part.not-made-of-parts", () -> join(YUNHE + "-01", town.area(YUNHE + "-02")));
        assertRefused(
                "territory.parent-level",
                () -> town.the(Surveying.class).move(town.area(YUNHE + "-02"), estate, now(), Actor.SYSTEM));
        assertRefused("territory.estate.there", () -> town.estate("西河小区", YUNHE));
        assertRefused("territory.estate.not-here", () -> town.estate("西河小区", YUNHE + "-01"));
        assertThat(town.the(Surveying.class)
                        .check(
                                List.of(new AreaRow(
                                        7,
                                        "grid",
                                        "X1",
                                        "第9网格",
                                        areas.find(estate).code(),
                                        null,
                                        false)),
                                now())
                        .errors())
                .extracting(LineError::line)
                .containsExactly(7);
        assertThatThrownBy(() ->
                        parts.join(List.of(town.area(YUNHE + "-01")), estate, now(), Actor.reporter(estate.ref())))
                .isInstanceOf(Forbidden.class);

        var wide = town.estate("跨村花苑", TOWN, YUNHE + "-02-02-03", HEHUA + "-01-01");
        assertThat(codes(wide, "building"))
                .as("one that reaches over two communities")
                .hasSize(4);
    }

    @Test
    void an_address_by_the_name_of_an_estate_leads_to_its_house_and_to_no_other() {
        town.estate("秋泾花园", HEHUA, HEHUA + "-01-02");
        var answer = town.the(Addresses.class).candidates("王江泾镇秋泾花园5幢", now());
        assertThat(answer.candidates()).as(answer.toString()).hasSize(1);
        assertThat(answer.certain()).isTrue();
        assertThat(answer.candidates()).extracting(it -> it.area().code()).containsExactly(HEHUA + "-01-02-02");
        var elsewhere = town.the(Addresses.class).candidates("王江泾镇秋泾花园2幢", now());
        assertThat(elsewhere.candidates().getFirst().area().name())
                .as("2幢 stands in the grid but not in the estate")
                .isEqualTo("秋泾花园");
        assertThat(elsewhere.candidates().getFirst().whole()).isFalse();
    }

    @Test
    void a_point_in_the_border_of_an_estate_that_was_ended_lies_in_it_no_longer() {
        var estate = town.estate("画框苑", YUNHE);
        var border = new GeometryFactory().toGeometry(new Envelope(120.70, 120.71, 30.80, 30.81));
        town.the(Borders.class)
                .draw(
                        List.of(new BorderRows.Drawn(estate, border, Borders.untouched(border), false)),
                        new Borders.Step("drawn", "补画", now(), 0),
                        Actor.SYSTEM);
        town.clock.forward(Duration.ofMinutes(1));
        assertThat(town.the(Borders.class).locate(120.705, 30.805))
                .map(Borders.Located::area)
                .hasValue(estate);
        var before = now();
        town.clock.forward(Duration.ofDays(1));
        estates.end(estate, now(), Actor.SYSTEM);
        assertThat(town.the(Borders.class).locate(120.705, 30.805)).isEmpty();
        assertThat(town.the(Borders.class).locate(120.705, 30.805, before))
                .as("the day before")
                .isPresent();
    }

    @Test
    void an_estate_without_ground_and_ground_that_moved_away_from_its_estate_are_gaps() {
        var empty = town.estate("空空苑", HEHUA);
        town.estate("搬家苑", YUNHE, YUNHE + "-02-02-02");
        town.clock.forward(Duration.ofDays(1));
        town.the(Surveying.class)
                .move(town.area(YUNHE + "-02-02-02"), town.area(HEHUA + "-01-01"), now(), Actor.SYSTEM);
        assertThat(town.the(GroundGaps.class).at(now()).gaps())
                .extracting(it -> it.area().name(), GroundGaps.Gap::missing)
                .contains(
                        tuple("空空苑", GroundGaps.Missing.EMPTY_ESTATE), tuple("5幢", GroundGaps.Missing.PART_ELSEWHERE));
        town.the(Surveying.class)
                .move(town.area(YUNHE + "-02-02-02"), town.area(YUNHE + "-02-02"), now(), Actor.SYSTEM);
        estates.end(empty, now(), Actor.SYSTEM);
    }

    private void join(String part, AreaId whole) {
        parts.join(List.of(town.area(part)), whole, now(), Actor.SYSTEM);
    }

    private static void assertRefused(String key, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo(key));
    }
}
