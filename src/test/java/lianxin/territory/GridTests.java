package lianxin.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import lianxin.organization.Actor;
import lianxin.organization.Unit;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.territory.GridRules.Every;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GridTests {
    private static Jiaxing jiaxing;
    private static GridWork work;
    private static GridCard cards;
    private static GroundGaps gaps;
    private static Areas areas;

    @BeforeAll
    static void settle() {
        jiaxing = new Jiaxing().settled();
        work = jiaxing.the(GridWork.class);
        cards = jiaxing.the(GridCard.class);
        gaps = jiaxing.the(GroundGaps.class);
        areas = jiaxing.the(Areas.class);
    }

    @AfterAll
    static void close() {
        jiaxing.close();
    }

    private static Instant now() {
        return jiaxing.clock.instant();
    }

    private static GridCard.View card(String grid, Instant at) {
        return cards.of(areas.find(jiaxing.area(grid), at), at, Actor.SYSTEM);
    }

    private static GridCard.Task task(String grid, String name) {
        return card(grid, now()).tasks().stream()
                .filter(it -> it.name(Locale.CHINESE).equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_two_lines_ask_stands_once_with_both_and_as_often_as_the_stricter_one_asks() {
        var exits = task("330402007024-01", "消防通道检查");
        assertThat(exits.lines()).containsExactly("fire-safety", "social-governance");
        assertThat(exits.every()).isEqualTo(Every.WEEK);
        var names = card("330402007024-01", now()).tasks().stream()
                .map(it -> it.name(Locale.CHINESE))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void a_line_asks_something_of_all_grids_of_a_street_and_another_line_asking_the_same_is_named_beside_it() {
        jiaxing.clock.forward(Duration.ofDays(1));
        var street = jiaxing.area("330402007");
        var before = now();
        work.ask(street, "environment", "排水口巡查", Every.MONTH, now(), Actor.SYSTEM);
        work.ask(jiaxing.area("330402007024-01"), "water", "排水口巡查", Every.WEEK, now(), Actor.SYSTEM);
        jiaxing.clock.forward(Duration.ofMinutes(1));
        assertThat(task("330402007024-01", "排水口巡查").lines()).containsExactly("environment", "water");
        assertThat(task("330402007024-01", "排水口巡查").every()).isEqualTo(Every.WEEK);
        assertThat(task("330402007024-02", "排水口巡查").lines()).containsExactly("environment");
        assertThat(card("330402007024-01", before.minusSeconds(1)).tasks())
                .extracting(it -> it.name(Locale.CHINESE))
                .doesNotContain("排水口巡查");

        work.endTask(street, "environment", "排水口巡查", now(), Actor.SYSTEM);
        assertThat(card("330402007024-02", now()).tasks())
                .extracting(it -> it.name(Locale.CHINESE))
                .doesNotContain("排水口巡查");
        assertThatThrownBy(() -> work.ask(street, "water", "x", Every.DAY, now(), Actor.reporter(street.ref())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_task_names_the_department_of_its_line_and_the_unit_that_holds_the_ground_together() {
        var here = card("330402007024-01", now());
        assertThat(here.block().code()).isEqualTo("330402007024");
        assertThat(here.departments(task("330402007024-01", "消防通道检查")))
                .extracting(Unit::code)
                .contains("330402-fire-safety")
                .doesNotContain("330402007024");
        assertThat(here.departments(task("330402007024-01", "支部主题党日")))
                .as("the ground itself")
                .isEmpty();
    }

    @Test
    void places_are_counted_and_households_are_not() {
        jiaxing.clock.forward(Duration.ofDays(1));
        var grid = jiaxing.area("330402007024-03");
        var from = now();
        work.count(grid, "shops", 12, from, Actor.SYSTEM);
        jiaxing.clock.forward(Duration.ofDays(1));
        work.count(grid, "shops", 14, now(), Actor.SYSTEM);
        work.open(grid, "运河边党群服务点", "周一至周五 8:30–17:00", now(), Actor.SYSTEM);
        var card = card("330402007024-03", now());
        assertThat(card.counts()).extracting(GridCard.Count::number).containsExactly(14);
        assertThat(card.hours().place()).isEqualTo("运河边党群服务点");
        assertThat(card("330402007024-03", from).counts())
                .extracting(GridCard.Count::number)
                .containsExactly(12);
        assertThatThrownBy(() -> work.count(grid, "households", 1, now(), Actor.SYSTEM))
                .isInstanceOf(RuleBroken.class);
        assertThat(work.counted()).noneMatch(it -> it.matches(".*(household|person|resident|family).*"));
    }

    @Test
    void every_building_of_the_city_lies_in_a_grid_and_one_that_does_not_is_listed() {
        var whole = gaps.at(now());
        assertThat(whole.grids()).isGreaterThan(5_900);
        assertThat(whole.gaps()).noneMatch(it -> it.missing() != GroundGaps.Missing.OPEN_GROUND);

        jiaxing.clock.forward(Duration.ofDays(1));
        var building = jiaxing.area("330402007024-01-01-01");
        jiaxing.the(Surveying.class).move(building, jiaxing.area("330402007024"), now(), Actor.SYSTEM);
        jiaxing.clock.forward(Duration.ofMinutes(1));
        assertThat(gaps.at(now()).gaps())
                .filteredOn(it -> it.missing() == GroundGaps.Missing.OUTSIDE_GRIDS)
                .extracting(it -> it.area().id())
                .containsExactly(building);
    }
}
