package lianxin.places;

import static lianxin.places.PlaceDrafts.place;
import static lianxin.territory.Yunhe.HEHUA;
import static lianxin.territory.Yunhe.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.Watch;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.territory.Areas;
import lianxin.territory.Yunhe;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Row 4.11: places are raised to a higher grade, each with the grade before and after. */
class UpgradeTests {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    @AutoClose
    static final Yunhe town = new Yunhe().settled(List.of());

    final Places places = town.the(Places.class);
    final Upgrades upgrades = town.the(Upgrades.class);
    final UpgradeBook book = town.the(UpgradeBook.class);

    private static Instant now() {
        return town.clock.instant();
    }

    private PlaceId center(String name, String community) {
        return places.open(place(name, "service-center", town.area(community)), Yunhe.LONG_AGO, Actor.SYSTEM);
    }

    private Upgrade only(PlaceId place, Instant at) {
        assertThat(book.of(place, at)).hasSize(1);
        return book.of(place, at).getFirst();
    }

    @Test
    void a_center_is_raised_in_time_and_its_grade_follows_while_the_day_before_keeps_the_old_one() {
        var center = center("运河党群服务中心", YUNHE);
        upgrades.grade(center, "basic", LocalDate.of(2025, 1, 1), Actor.SYSTEM);
        int plan = upgrades.plan(center, "model", "扩建议事厅，增加无障碍通道", JUNE, Actor.SYSTEM);
        assertThat(only(center, now()).before()).isEqualTo("basic");
        assertThat(only(center, now()).state(LocalDate.of(2026, 3, 2))).isEqualTo(Upgrade.State.RUNNING);
        var planned = now();

        town.clock.forward(Duration.ofDays(20));
        upgrades.finish(center, plan, LocalDate.of(2026, 3, 20), Actor.SYSTEM);
        assertThat(book.grade(center, now())).isEqualTo("model");
        assertThat(book.grade(center, planned)).isEqualTo("basic");
        assertThat(only(center, now()).state(JUNE)).isEqualTo(Upgrade.State.DONE);
        assertThat(only(center, planned).ended())
                .as("nobody knew then that it would be done")
                .isNull();
        refused("places.upgrade.over", () -> upgrades.drop(center, plan, "不做了", Actor.SYSTEM));
        refused(
                "places.upgrade.not-higher",
                () -> upgrades.plan(center, "standard", "改造", LocalDate.of(2026, 12, 1), Actor.SYSTEM));
        town.clock.forward(Duration.ofDays(-20));
    }

    @Test
    void what_is_not_done_by_its_day_is_told_of_the_unit_until_it_is_done_late_or_given_up() {
        var center = center("荷花党群服务中心", HEHUA);
        int plan = upgrades.plan(center, "standard", "改造便民窗口", LocalDate.of(2026, 3, 10), Actor.SYSTEM);
        refused("places.upgrade.one-at-a-time", () -> upgrades.plan(center, "model", "再来", JUNE, Actor.SYSTEM));
        assertThat(late()).isEmpty();
        town.clock.forward(Duration.ofDays(9));
        assertThat(late()).singleElement().satisfies(it -> {
            assertThat(it.unit()).isEqualTo(town.unit(HEHUA));
            assertThat(it.amiss().details()).contains("荷花党群服务中心", LocalDate.of(2026, 3, 10));
        });
        upgrades.finish(center, plan, LocalDate.of(2026, 3, 11), Actor.SYSTEM);
        assertThat(late()).isEmpty();
        assertThat(only(center, now()).state(JUNE)).isEqualTo(Upgrade.State.DONE_LATE);

        int next = upgrades.plan(center, "model", "扩建", LocalDate.of(2026, 3, 11), Actor.SYSTEM);
        refused("places.upgrade.reason-length", () -> upgrades.drop(center, next, " ", Actor.SYSTEM));
        upgrades.drop(center, next, "地块另有规划", Actor.SYSTEM);
        assertThat(book.grade(center, now())).isEqualTo("standard");
        assertThat(book.of(center, now()).getFirst().state(JUNE)).isEqualTo(Upgrade.State.DROPPED);
        town.clock.forward(Duration.ofDays(-9));
    }

    @Test
    void only_who_keeps_the_place_may_and_bad_words_are_refused() {
        var center = center("运河小站", YUNHE + "-01");
        refused("places.upgrade.unknown-grade", () -> upgrades.plan(center, "gold", "贴金", JUNE, Actor.SYSTEM));
        refused(
                "places.upgrade.due-past",
                () -> upgrades.plan(center, "model", "昨天", LocalDate.of(2026, 3, 1), Actor.SYSTEM));
        refused("places.upgrade.work-length", () -> upgrades.plan(center, "model", " ", JUNE, Actor.SYSTEM));
        assertThatThrownBy(() -> upgrades.plan(center, "model", "改造", JUNE, Actor.reporter(center.ref())))
                .isInstanceOf(Forbidden.class);
        assertThat(book.of(center, now())).isEmpty();
    }

    /** Row 1.27. */
    @Test
    void a_parlor_in_a_building_covers_the_estate_to_which_the_building_belongs() {
        town.estate("园艺新苑", HEHUA, HEHUA + "-01-01");
        town.estate("运河公寓", HEHUA, HEHUA + "-01-02");
        places.open(place("园艺客厅", "estate-parlor", town.area(HEHUA + "-01-01-02")), Yunhe.LONG_AGO, Actor.SYSTEM);
        var cell =
                town
                        .the(PlaceAtlas.class)
                        .of(
                                town.the(Areas.class)
                                        .byCode(Yunhe.TOWN)
                                        .orElseThrow()
                                        .id(),
                                now())
                        .stream()
                        .filter(it -> it.area().name().equals("荷花社区"))
                        .findFirst()
                        .orElseThrow()
                        .cells()
                        .get("estate-parlor");
        assertThat(cell.wanted()).isEqualTo(2);
        assertThat(cell.missing()).extracting(it -> it.name()).containsExactly("运河公寓");
    }

    private List<Watch.Looked> late() {
        return town.the(UpgradeWatch.class).look(now(), unit -> true).stream()
                .filter(it -> it.amiss() != null)
                .toList();
    }

    private static void refused(String key, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo(key));
    }
}
