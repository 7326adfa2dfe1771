package lianxin.territory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

class CityPlanTest {
    private static final List<AreaRow> PLAN = Jiaxing.plan();

    @Test
    void Jiaxing_has_its_real_divisions_and_about_as_many_grids_and_buildings_as_a_city_of_its_size() {
        var counts = PLAN.stream().collect(groupingBy(AreaRow::kind, counting()));
        assertThat(counts)
                .containsEntry("city", 1L)
                .containsEntry("county", 7L)
                .containsEntry("township", 72L)
                .containsEntry("community", 1202L);
        assertThat(counts.get("grid")).isBetween(5_900L, 6_100L);
        assertThat(counts.get("microgrid")).isBetween(17_500L, 18_500L);
        assertThat(counts.get("building")).isBetween(58_500L, 61_500L);
    }

    @Test
    void the_same_list_and_seed_always_make_the_same_town() {
        assertThat(Jiaxing.plan()).isEqualTo(PLAN);
    }

    @Test
    void what_was_made_up_says_so_and_what_is_real_does_not() {
        assertThat(PLAN).allSatisfy(it -> {
            boolean real = List.of("city", "county", "township", "community").contains(it.kind());
            assertThat(it.generated()).isEqualTo(!real);
            assertThat(it.spot()).isNotNull();
            assertThat(it.spot().generated())
                    .isEqualTo(!List.of("city", "county").contains(it.kind()));
        });
    }

    @Test
    void every_area_lies_in_its_own_county() {
        var coverage = Jiaxing.coverage();
        var inside = new HashMap<String, IndexedPointInAreaLocator>();
        var byCode = new HashMap<String, AreaRow>();
        PLAN.forEach(it -> byCode.put(it.code(), it));
        assertThat(byCode).hasSameSizeAs(PLAN);
        for (var row : PLAN) {
            if (row.kind().equals("city")) continue;
            var county = row;
            while (!county.kind().equals("county")) county = byCode.get(county.parentCode());
            var border = inside.computeIfAbsent(
                    county.code(),
                    it -> new IndexedPointInAreaLocator(coverage.outline(it).geometry()));
            var point = new Coordinate(row.spot().lon(), row.spot().lat());
            assertThat(border.locate(point)).as(row.code()).isNotEqualTo(Location.EXTERIOR);
        }
    }
}
