package lianxin.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.organization.Standing;
import lianxin.organization.Trees;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import lianxin.platform.MovableClock;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GroundTests {
    @AutoClose
    static final Jiaxing jiaxing = new Jiaxing();

    static Areas areas;
    static Responsibilities responsibilities;
    static Surveying surveying;
    static AreaId dongzha;
    static AreaId building;

    @BeforeAll
    static void settle() {
        jiaxing.settled();
        areas = jiaxing.the(Areas.class);
        responsibilities = jiaxing.the(Responsibilities.class);
        surveying = jiaxing.the(Surveying.class);
        dongzha = jiaxing.area("330402013");
        building = jiaxing.area("330402007024-01-01-02");
    }

    @Test
    void a_city_of_85_000_areas_is_taken_in_as_one_fact() {
        var city = jiaxing.area("3304");
        assertThat(areas.counts(city))
                .containsEntry("county", 7)
                .containsEntry("township", 72)
                .containsEntry("community", 1202);
        assertThat(jiaxing.journal().about(city.ref()))
                .extracting(Recorded::kind)
                .contains("area.imported");
    }

    @Test
    void Dongzha_street_lies_in_South_Lake_district_of_Jiaxing() {
        assertThat(areas.path(dongzha)).extracting(Area::name).containsExactly("嘉兴市", "南湖区", "东栅街道");
        assertThat(areas.above(dongzha, "county")).map(Area::name).hasValue("南湖区");
        assertThat(areas.above(dongzha, "grid")).isEmpty();
        assertThat(areas.search("东栅", jiaxing.clock.instant()))
                .extracting(Area::id)
                .contains(dongzha);
    }

    @Test
    void a_building_has_an_address_in_words_and_a_code_that_leads_back_to_it() {
        assertThat(areas.address(building)).isEqualTo("嘉兴市南湖区建设街道百福弄社区 第1网格 第1微网格 2幢");
        var code = areas.posterCode(building).orElseThrow();
        assertThat(areas.building(code)).map(Area::id).hasValue(building);
        assertThat(areas.building(
                        " " + code.toLowerCase(java.util.Locale.ROOT).substring(0, 4) + "-" + code.substring(4)))
                .map(Area::id)
                .hasValue(building);
        assertThat(areas.building("00000000")).isEmpty();
        assertThat(areas.building("<script>")).isEmpty();
    }

    @Test
    void the_committee_of_the_community_answers_for_a_building_and_the_department_of_the_county_in_its_line() {
        var now = jiaxing.clock.instant();
        assertThat(jiaxing.unitName(responsibilities.responsible(building, "community", now)))
                .isEqualTo("百福弄社区居民委员会");
        assertThat(jiaxing.unitName(responsibilities.responsible(building, "urban-management", now)))
                .isEqualTo("南湖区综合行政执法局");
        assertThat(jiaxing.unitName(responsibilities.responsible(dongzha, "", now)))
                .isEqualTo("东栅街道办事处");
    }

    @Test
    void somebody_answers_for_every_area_in_every_line() {
        var now = jiaxing.clock.instant();
        var lines = jiaxing.the(WorkLines.class).lines();
        for (var row : Jiaxing.plan()) {
            var area = jiaxing.area(row.code());
            for (var line : lines)
                assertThat(responsibilities.responsible(area, line.key(), now)).isNotNull();
        }
        assertThatThrownBy(() -> responsibilities.responsible(new AreaId(999_999), "community", now))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_nearer_assignment_takes_the_line_over_from_its_day_on() {
        var hehe = jiaxing.area("330402100");
        var office = jiaxing.unit("330402100");
        var before = jiaxing.clock.instant();
        var from = before.plus(Duration.ofHours(1));
        responsibilities.assign(new Responsibilities.Assignment(hehe, "environment", office), from, Actor.SYSTEM);

        assertThat(responsibilities.responsible(hehe, "environment", before)).isNotEqualTo(office);
        assertThat(responsibilities.responsible(hehe, "environment", from)).isEqualTo(office);
        assertThat(responsibilities.responsible(hehe, "market", from)).isNotEqualTo(office);
    }

    @Test
    void a_unit_that_ends_answers_no_more_and_its_successor_does() {
        var district = jiaxing.area("330411");
        var ending = jiaxing.unit("330411-civil-affairs");
        var successor = jiaxing.unit("330411-market");
        var before = jiaxing.clock.instant();
        jiaxing.clock.forward(Duration.ofDays(1));
        var at = jiaxing.clock.instant();
        jiaxing.the(Units.class).dissolve(ending, successor, at, "合并", Actor.SYSTEM);

        assertThat(responsibilities.responsible(district, "civil-affairs", at)).isEqualTo(successor);
        assertThat(responsibilities.responsible(district, "civil-affairs", before))
                .isEqualTo(ending);
    }

    @Test
    void a_community_split_in_two_leaves_one_grid_to_the_new_committee_and_the_rest_to_the_old_one() {
        var community = jiaxing.unit("330402015001");
        var street = jiaxing.unit("330402015");
        var places = jiaxing.the(GroundHandOver.class);
        var from = jiaxing.clock.instant();
        var grids = places.groundOf(community, from);
        var fresh = jiaxing.the(Units.class)
                .create(
                        new Units.NewUnit("新居民委员会", "residents-committee", "community", "new-1", street, null),
                        from,
                        "新设",
                        Actor.SYSTEM);
        jiaxing.clock.forward(Duration.ofDays(1));
        var at = jiaxing.clock.instant();
        var part = new Units.Part(fresh, List.of(), List.of(grids.getFirst().area()));
        jiaxing.the(Units.class).split(community, new Units.Split(community, List.of(part)), at, "析出", Actor.SYSTEM);

        var given = AreaId.of(grids.getFirst().area());
        var house =
                areas.children(areas.children(given).getFirst().id()).getFirst().id();
        assertThat(responsibilities.responsible(house, "", at)).isEqualTo(fresh);
        assertThat(responsibilities.responsible(house, "", at.minusSeconds(1))).isEqualTo(community);
        assertThat(responsibilities.responsible(AreaId.of(grids.getLast().area()), "", at))
                .isEqualTo(community);
        var trees = jiaxing.the(Trees.class);
        var told = new Standing.Origin(community, house.ref(), at.minusSeconds(60), at.minusSeconds(60));
        assertThat(trees.standing(at).of(told)).contains(fresh);
        assertThat(trees.standing(at.minusSeconds(1)).of(told)).contains(community);
        assertThat(trees.standing(from).of(new Standing.Origin(fresh, house.ref(), at, at)))
                .as("on that day there was no other")
                .isNotEmpty();
    }

    @Test
    void a_street_merged_from_next_month_on_answers_for_its_ground_until_then() {
        var ending = jiaxing.unit("330411005");
        var into = jiaxing.unit("330411004");
        var ground = jiaxing.area("330411005");
        var day = jiaxing.clock.instant().plus(Duration.ofDays(30));
        jiaxing.the(Units.class).merge(ending, into, day, "合并", Actor.SYSTEM);

        assertThat(responsibilities.responsible(ground, "", jiaxing.clock.instant()))
                .isEqualTo(ending);
        assertThat(responsibilities.responsible(ground, "", day)).isEqualTo(into);
    }

    @Test
    void a_street_that_was_renamed_is_still_called_by_its_old_name_on_the_days_before() {
        var street = jiaxing.area("330402012");
        var known = jiaxing.clock.instant();
        jiaxing.clock.forward(Duration.ofHours(1));
        var from = MovableClock.city("2026-02-01T00:00");
        surveying.rename(street, "城南新街道", from, Actor.SYSTEM);

        assertThat(areas.find(street).name()).isEqualTo("城南新街道");
        assertThat(areas.find(street, from.minusSeconds(1)).name()).isEqualTo("城南街道");
        assertThat(areas.find(street, from, known).name())
                .as("as it was known before")
                .isEqualTo("城南街道");
        assertThat(areas.find(street, from, jiaxing.clock.instant()).name()).isEqualTo("城南新街道");
        assertThatThrownBy(() -> surveying.rename(street, "南街道", from.minusSeconds(1), Actor.SYSTEM))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void a_community_that_was_moved_takes_its_buildings_along_from_its_day_on() {
        var community = jiaxing.area("330402009025");
        var grid = jiaxing.area("330402009025-01");
        var from = jiaxing.clock.instant().plus(Duration.ofMinutes(5));
        surveying.move(community, dongzha, from, Actor.SYSTEM);

        assertThat(areas.path(grid, from.minusSeconds(1)))
                .extracting(Area::name)
                .contains("新嘉街道");
        assertThat(areas.path(grid, from))
                .extracting(Area::name)
                .contains("东栅街道")
                .doesNotContain("新嘉街道");
        assertThat(areas.children(dongzha, from)).extracting(Area::id).contains(community);
        assertThatThrownBy(() -> surveying.move(dongzha, community, from, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("territory.parent-level"));
    }

    @Test
    void a_replaced_poster_leads_nowhere() {
        var other = jiaxing.area("330402007024-01-01-01");
        var old = areas.posterCode(other).orElseThrow();
        jiaxing.clock.forward(Duration.ofMinutes(1));
        surveying.replacePoster(other, Actor.SYSTEM);
        assertThat(areas.building(old)).isEmpty();
        assertThat(areas.posterCode(other)).isPresent().get().isNotEqualTo(old);
    }

    @Test
    void the_same_list_once_more_changes_nothing_and_a_differing_one_is_refused_with_its_line() {
        var charge = jiaxing.unit("3304");
        var same = surveying.importAreas(Jiaxing.divisions().subList(0, 5), Jiaxing.LONG_AGO, charge, Actor.SYSTEM);
        assertThat(same.added()).isZero();
        assertThat(same.alreadyThere()).isEqualTo(5);

        var differing = List.of(new AreaRow(7, "township", "330402013", "另一个街道", "330402", null, false));
        var refused = surveying.importAreas(differing, Jiaxing.LONG_AGO, charge, Actor.SYSTEM);
        assertThat(refused.errors()).extracting(LineError::line).containsExactly(7);
        assertThat(areas.find(dongzha).name()).isEqualTo("东栅街道");
    }

    @Test
    void nobody_without_a_post_changes_the_ground() {
        var resident = Actor.reporter(building.ref());
        var now = jiaxing.clock.instant();
        assertThatThrownBy(() -> surveying.rename(dongzha, "x", now, resident)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> surveying.importAreas(List.of(), now, jiaxing.unit("3304"), resident))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_point_is_found_in_the_county_drawn_in_the_database() {
        var borders = jiaxing.the(Borders.class);
        assertThat(borders.locate(120.7553, 30.7461))
                .hasValueSatisfying(
                        it -> assertThat(areas.find(it.area()).name()).isEqualTo("南湖区"));
        assertThat(borders.locate(121.47, 31.23)).isEmpty();
        var drawn = jiaxing.the(BorderRows.class)
                .standing(
                        areas.children(jiaxing.area("3304")).stream()
                                .map(Area::id)
                                .toList(),
                        jiaxing.clock.instant());
        assertThat(drawn.values()).hasSize(7).allMatch(it -> it.mended().repaired());
    }

    @Test
    void an_area_is_described_by_its_address_and_its_page() {
        var describes = jiaxing.the(DescribesAreas.class);
        assertThat(describes.describe(dongzha.ref().id()))
                .hasValueSatisfying(it -> assertThat(it.title()).isEqualTo("嘉兴市南湖区东栅街道"));
        assertThat(describes.describe("999999")).isEmpty();
        assertThat(describes.describe("x")).isEmpty();
    }
}
