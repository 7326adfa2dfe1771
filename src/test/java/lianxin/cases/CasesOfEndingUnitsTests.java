package lianxin.cases;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.PlannedEndings;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CasesOfEndingUnitsTests {

    @AutoClose
    private final Cast cast = new Cast();

    @Test
    void a_street_merged_next_month_keeps_its_cases_until_that_day_and_then_its_successor_has_them() {
        var lantern = cast.lanternDispatched();
        var town = cast.unit("990101100");
        var day = cast.clock.instant().plus(ofDays(30));
        cast.the(Units.class).merge(cast.wharf, town, day, "合并", Actor.SYSTEM);
        var late = cast.lanternDispatched();
        assertThat(cast.load(lantern).holder).isEqualTo(cast.wharf);

        cast.clock.moveTo(day);
        assertThat(cast.the(PlannedEndings.class).run()).isEqualTo(1);

        for (var it : List.of(lantern, late)) {
            assertThat(cast.load(it).holder).isEqualTo(town);
            assertThat(cast.load(it).desk).isNotEqualTo(cast.wharf);
        }
    }

    @Test
    void after_a_split_each_successor_has_the_cases_on_its_ground() {
        var here = cast.lanternDispatched();
        var now = cast.clock.instant();
        var quay = cast.the(Units.class)
                .create(
                        new Units.NewUnit("江心街道办事处", "town-office", "township", "quay", cast.county, null),
                        now,
                        "新设",
                        Actor.SYSTEM);
        var part = new Units.Part(quay, List.of(cast.ferryCommunity), List.of());
        cast.the(Units.class).split(cast.wharf, new Units.Split(cast.wharf, List.of(part)), now, "析出", Actor.SYSTEM);

        assertThat(cast.load(here).holder).isEqualTo(quay);
    }

    @Test
    void whoever_disagrees_after_the_desk_has_ended_is_heard_above_the_desk_of_today() {
        var lantern = cast.lanternReported();
        var endings = cast.the(DeskEndings.class);
        endings.answer(lantern, "明天就亮", cast.desk());
        var heir = cast.the(Units.class)
                .create(
                        new Units.NewUnit("新渡口居委会", "village-office", "community", "new-ferry", cast.wharf, null),
                        cast.clock.instant(),
                        "新设",
                        Actor.SYSTEM);
        cast.the(Units.class).merge(cast.ferryCommunity, heir, cast.clock.instant(), "合并", Actor.SYSTEM);
        cast.the(Disagreements.class).say(lantern, "还是不亮", Cast.reporter(lantern));
        assertThat(cast.load(lantern).desk).isEqualTo(cast.wharf);
        assertThat(cast.load(lantern).holder).isEqualTo(cast.wharf);
    }

    @Test
    void a_closed_case_of_a_unit_that_has_ended_is_still_read_and_nobody_decides_about_it() {
        var question = cast.lanternReported();
        cast.the(DeskEndings.class).answer(question, "明天就亮", cast.desk());
        var town = cast.unit("990101100");
        cast.the(Units.class).merge(cast.ferryCommunity, town, cast.clock.instant(), "合并", Actor.SYSTEM);
        var reader = cast.holding("head", cast.county);
        assertThat(cast.the(CaseReaders.class).decides(cast.load(question), reader))
                .isFalse();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> cast.cases().decide(question, true, reader));
    }

    @Test
    void a_resident_who_was_pressed_for_praise_is_heard_though_the_unit_has_ended_since() {
        var lantern = cast.lanternFinished();
        cast.clock.forward(ofDays(20));
        cast.sweep().run();
        var town = cast.unit("990101100");
        cast.the(Units.class).merge(cast.wharf, town, cast.clock.instant(), "合并", Actor.SYSTEM);
        var answer = new ResidentAnswer(true, 5, 5, true, "", "link");
        cast.cases().answer(lantern, answer, Cast.reporter(lantern));
        assertThat(cast.facts(lantern)).contains(new EndingFact.Pressed(lantern, town));
    }

    @Test
    void the_successor_of_a_unit_that_assisted_does_its_part() {
        var lantern = cast.lanternDispatched();
        cast.the(Assistants.class).callIn(lantern, cast.works, "请查江堤一侧的电缆", cast.worker(cast.wharf));
        var heir = cast.the(Units.class)
                .create(
                        new Units.NewUnit("江务局", "bureau", "county", "river-works", cast.county, null),
                        cast.clock.instant(),
                        "机构改革",
                        Actor.SYSTEM);
        cast.the(Units.class).merge(cast.works, heir, cast.clock.instant(), "机构改革", Actor.SYSTEM);
        var it = cast.load(lantern);
        assertThat(Assistance.of(it, heir)).isPresent();
        assertThat(Assistance.of(it, cast.works)).isEmpty();
        assertThat(it.holder).isEqualTo(cast.wharf);
    }
}
