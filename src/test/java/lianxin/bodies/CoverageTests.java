package lianxin.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.Watch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 凤桥镇 has three villages; communities of streets need not be covered. */
class CoverageTests {

    private static Fengqiao town;
    private static Covers covers;

    @BeforeAll
    static void settle() {
        town = new Fengqiao().settled();
        covers = town.the(Covers.class);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static BodyId alliance(String name, String... villages) {
        var charter = new Bodies.Charter(
                "alliance",
                name,
                town.unit(Fengqiao.TOWN),
                town.area(Fengqiao.TOWN),
                null,
                "strong-village",
                "",
                null,
                null);
        var body = town.bodies().found(charter, town.clock.instant(), "联建", town.by());
        for (var it : villages) covers.cover(body, town.area(Fengqiao.TOWN + it), town.clock.instant(), town.by());
        return body;
    }

    private static SetCover check() {
        return covers.check(town.area("330402"), town.clock.instant()).orElseThrow();
    }

    @Test
    void every_village_belongs_to_an_alliance_or_is_named_and_what_two_cover_is_shown_with_both() {
        var before = town.clock.instant();
        assertThat(check().missing()).hasSize(3);
        town.clock.forward(Duration.ofHours(1));
        var north = alliance("北片联盟", "201");
        alliance("南片联盟", "201", "202");
        var found = check();
        assertThat(found.wanted()).isEqualTo(3);
        assertThat(found.covered()).isEqualTo(2);
        assertThat(found.missing()).containsExactly(town.area(Fengqiao.TOWN + "203"));
        assertThat(found.twice()).containsOnlyKeys(town.area(Fengqiao.TOWN + "201"));
        assertThat(found.twice().firstEntry().getValue())
                .extracting(Covers.By::name)
                .containsExactly("北片联盟", "南片联盟");

        covers.cover(north, town.area(Fengqiao.TOWN + "203"), town.clock.instant(), town.by());
        assertThat(check().complete()).isTrue();
        town.clock.forward(Duration.ofDays(1));
        town.bodies().dissolve(north, town.unit(Fengqiao.TOWN), town.clock.instant(), "并入南片", town.by());
        assertThat(check().missing()).containsExactly(town.area(Fengqiao.TOWN + "203"));
        assertThat(covers.check(town.area("330402"), before).orElseThrow().covered())
                .isZero();
    }

    @Test
    void of_a_town_all_villages_are_covered_that_are_not_yet_and_ground_without_villages_covers_nothing() {
        var body = alliance("全镇联盟", "202");
        var now = town.clock.instant();
        covers.coverAll(body, List.of(town.area(Fengqiao.TOWN)), now, town.by());
        assertThat(covers.of(body, now))
                .containsExactlyInAnyOrder(
                        town.area(Fengqiao.TOWN + "201"),
                        town.area(Fengqiao.TOWN + "202"),
                        town.area(Fengqiao.TOWN + "203"));
        Fengqiao.refused(
                "bodies.covered-already",
                () -> covers.coverAll(body, List.of(town.area(Fengqiao.TOWN)), now, town.by()));
        Fengqiao.refused(
                "bodies.nothing-to-cover", () -> covers.cover(body, town.area(Fengqiao.STREET), now, town.by()));
        town.bodies().dissolve(body, town.unit(Fengqiao.TOWN), now, "试一试", town.by());
    }

    @Test
    void a_street_without_villages_is_unknown_and_never_all_covered() {
        var street =
                covers.check(town.area(Fengqiao.STREET), town.clock.instant()).orElseThrow();
        assertThat(street.nothing()).isTrue();
        assertThat(street.complete()).isFalse();
    }

    @Test
    void of_one_day_the_income_ratio_recorded_last_counts_and_what_was_published_later_was_not_known_before() {
        var body = alliance("收入联盟");
        var day = LocalDate.of(2025, 12, 31);
        covers.recordIncome(body, day, new BigDecimal("1.66"), "统计公报", town.by());
        covers.recordIncome(body, day, new BigDecimal("1.64"), "统计公报（更正）", town.by());
        assertThat(covers.income(body, town.today()))
                .singleElement()
                .satisfies(it -> assertThat(it.ratio()).isEqualByComparingTo("1.64"));
        assertThat(covers.income(body, day.minusDays(1))).isEmpty();
        Fengqiao.refused(
                "bodies.income-tomorrow",
                () -> covers.recordIncome(body, town.today().plusDays(1), new BigDecimal("1.6"), "预测", town.by()));
    }

    /** Rows 2.39 and 3.71. */
    @Test
    void each_estate_is_to_have_its_troika_and_one_without_is_told_of_the_community_until_it_is_founded() {
        var charter = town.troika("云海花苑");
        var looked = missing();
        assertThat(looked).hasSize(1);
        assertThat(looked.getFirst().unit()).isEqualTo(town.unit(Fengqiao.YUNHAI));
        assertThat(looked.getFirst().amiss()).isNotNull();
        assertThat(looked.getFirst().amiss().url()).isEqualTo("/bodies/new?kind=troika&area=330402005001-E01");

        town.bodies().found(charter, town.clock.instant(), "共治", Actor.SYSTEM);
        assertThat(missing().getFirst().amiss()).isNull();
    }

    private List<Watch.Looked> missing() {
        return town.the(MissingBodies.class).look(town.clock.instant(), unit -> true);
    }
}
