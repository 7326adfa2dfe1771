package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianxin.TestTown;
import lianxin.organization.Violation.What;
import lianxin.places.OpeningHours;
import lianxin.places.PlaceDetails;
import lianxin.places.PlaceId;
import lianxin.places.PlaceStatus;
import lianxin.places.Places;
import lianxin.platform.AsOf;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Row 3.40, 1-10-N: 王江泾镇 with twelve villages is to have one talent center, ten positions and any number of bases. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TalentPlacesTests {

    private static final String TOWN = "330411101";
    private static final String RULE = "talents-one-ten-n";

    @AutoClose
    static final Wangjiangjing town = new Wangjiangjing().settled();

    final Structure structure = town.the(Structure.class);
    final Places places = town.the(Places.class);

    private StructureFilter filter(@Nullable UnitId unit) {
        return new StructureFilter(AsOf.of(null, null, town.clock), "", "", "", unit);
    }

    @Test
    @Order(1)
    void without_any_place_the_center_and_ten_positions_are_missing_and_bases_are_not() {
        assertThat(found())
                .extracting(
                        Violation::what,
                        it -> it.wanted().zh(),
                        Violation::there,
                        it -> it.range().toString())
                .containsExactly(
                        tuple(What.TOO_FEW_PLACES, "镇级人才中心", 0, "1"), tuple(What.TOO_FEW_PLACES, "村级人才阵地", 0, "10"));
        assertThat(found().getFirst().unit().name()).isEqualTo("王江泾镇党委");
        assertThat(found().getFirst().site()).isNotNull();
    }

    @Test
    @Order(2)
    void one_center_and_ten_positions_in_villages_keep_the_rule_at_once_and_a_planned_one_does_not_count() {
        var center = open("人才中心", "talent-center", TOWN, PlaceStatus.PLANNED);
        for (int village = 1; village <= 9; village++) position(village);
        assertThat(found())
                .extracting(Violation::there, Violation::difference)
                .containsExactly(tuple(0, 1), tuple(9, 1));
        town.clock.forward(Duration.ofDays(1));
        places.change(center, details("人才中心", "talent-center", TOWN, PlaceStatus.OPEN), now(), Actor.SYSTEM);
        position(10);
        assertThat(found()).isEmpty();
        assertThat(structure.at(now().minus(Duration.ofDays(1)), null).violations())
                .as("the day before")
                .filteredOn(it -> it.rule().key().equals(RULE))
                .hasSize(2);
        for (int base = 0; base < 6; base++) open("基地" + base, "practice-base", TOWN + "201", PlaceStatus.OPEN);
        assertThat(found()).as("N is any number").isEmpty();
    }

    @Test
    @Order(3)
    void a_second_center_and_an_eleventh_position_are_too_many() {
        var center = open("第二人才中心", "talent-center", TOWN + "201", PlaceStatus.OPEN);
        var eleventh = position(11);
        assertThat(found())
                .extracting(Violation::what, Violation::there)
                .containsExactly(tuple(What.TOO_MANY_PLACES, 2), tuple(What.TOO_MANY_PLACES, 11));
        town.clock.forward(Duration.ofHours(1));
        places.close(center, now(), Actor.SYSTEM);
        places.close(eleventh, now(), Actor.SYSTEM);
        assertThat(found()).isEmpty();
    }

    /** Rows 2.72 and 4.05. */
    @Test
    @Order(4)
    void ten_fields_against_eight_aspects_are_eighty_cells_and_a_gap_opens_into_the_lines_it_counts() {
        var coverage = structure.rules().coverage();
        assertThat(coverage.fields()).hasSize(10);
        assertThat(coverage.aspects()).hasSize(8);
        var findings = structure.now();
        var whole = StructureFilter.whole(AsOf.of(null, null, town.clock));
        for (var field : coverage.fields())
            for (var aspect : coverage.aspects()) {
                var tally = findings.of(field, aspect);
                var lines = findings.violations().stream()
                        .filter(it -> whole.of(field.key(), aspect.key()).takes(it, coverage))
                        .map(it -> it.rule().key() + it.unit().id() + it.site())
                        .distinct()
                        .toList();
                assertThat(lines).as(field.key() + " " + aspect.key()).hasSize(tally.looked() - tally.kept());
                if (aspect.rules().isEmpty()) assertThat(tally).isEqualTo(Findings.Tally.NONE);
            }
        var villages = coverage.fields().getFirst();
        var responsible = coverage.aspects().stream()
                .filter(it -> it.key().equals("responsible"))
                .findFirst()
                .orElseThrow();
        assertThat(findings.of(villages, responsible)).isEqualTo(new Findings.Tally(13, 0));
    }

    @Test
    @Order(5)
    void each_part_of_the_ground_is_looked_at_for_itself() {
        var parts = structure.parts(filter(town.unit(TOWN)));
        assertThat(parts.keySet()).extracting(Unit::name).hasSize(12).allMatch(it -> it.endsWith("村民委员会"));
        assertThat(parts.values())
                .allSatisfy(it -> assertThat(it.violations())
                        .filteredOn(line -> line.rule().key().equals("responsible-community"))
                        .hasSize(1));
        assertThat(structure.parts(filter(null)).keySet())
                .extracting(Unit::name)
                .containsExactly("秀洲区人民政府");
    }

    private List<Violation> found() {
        return structure.now().violations().stream()
                .filter(it -> it.rule().key().equals(RULE))
                .toList();
    }

    private PlaceId position(int village) {
        return open("人才阵地" + village, "talent-position", TOWN + (200 + village), PlaceStatus.OPEN);
    }

    private PlaceId open(String name, String type, String code, PlaceStatus status) {
        return places.open(details(name, type, code, status), now(), Actor.SYSTEM);
    }

    private static PlaceDetails details(String name, String type, String code, PlaceStatus status) {
        var area = town.the(Areas.class).byCode(code).orElseThrow().id();
        return new PlaceDetails(
                name,
                type,
                "township",
                status,
                area,
                "",
                null,
                OpeningHours.read("24h").orElseThrow(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    private static Instant now() {
        return town.clock.instant();
    }

    /** The town of the rule, with twelve villages. */
    private static final class Wangjiangjing extends TestTown {

        Wangjiangjing() {
            super(
                    playbook("jiaxing"),
                    "2026-03-02T09:00",
                    "lianxin.organization",
                    "lianxin.territory",
                    "lianxin.places");
        }

        Wangjiangjing settled() {
            var areas = new ArrayList<AreaSeed>();
            areas.add(new AreaSeed("city", "3304", "嘉兴市", null));
            areas.add(new AreaSeed("county", "330411", "秀洲区", "3304"));
            areas.add(new AreaSeed("township", TOWN, "王江泾镇", "330411"));
            for (int village = 1; village <= 12; village++)
                areas.add(new AreaSeed("community", TOWN + (200 + village), "第" + village + "村", TOWN));
            the(Units.class).importUnits(the(OrganizationRules.class).unitsOf(areas), LONG_AGO, "名单", Actor.SYSTEM);
            var rows = areas.stream()
                    .map(it -> new AreaRow(0, it.level(), it.code(), it.name(), it.parentCode(), null, false))
                    .toList();
            the(Surveying.class).importAreas(rows, LONG_AGO, unit("3304"), Actor.SYSTEM);
            the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
            return this;
        }
    }
}
