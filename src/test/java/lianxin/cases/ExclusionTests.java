package lianxin.cases;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import lianxin.cases.Exclusion.Standing;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 渡口社区 could not mend the stall in time because of the flood, and asks 码头街道 to leave it out of the statistics. */
class ExclusionTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Cases cases = cast.cases();
    private final Exclusions exclusions = cast.the(Exclusions.class);

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    private static Actor worker() {
        return cast.worker(cast.ferryCommunity);
    }

    private static Actor street() {
        return cast.holding("head", cast.wharf);
    }

    private static Actor county() {
        return cast.holding("head", cast.county);
    }

    /** In hand at 渡口社区. */
    private CaseId meal() {
        var meal = cast.reported("老人没人送餐");
        cases.dispatch(meal, "meal", cast.desk());
        assertThat(cast.load(meal).holder).isEqualTo(cast.ferryCommunity);
        return meal;
    }

    private CaseId asked() {
        var meal = meal();
        exclusions.ask(meal, "flood", "水淹了渡口，送不过去", worker());
        return meal;
    }

    private CaseId excluded() {
        var meal = asked();
        exclusions.decide(meal, true, "看过水位，属实", street());
        return meal;
    }

    private CaseId contested() {
        var meal = excluded();
        exclusions.contest(meal, "那天没有水", Cast.reporter(meal));
        return meal;
    }

    private static void refuses(String key, ThrowingCallable step) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(step)
                .extracting(RuleBroken::key)
                .isEqualTo(key);
    }

    private static void forbids(ThrowingCallable step) {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(step);
    }

    @Test
    void the_level_above_leaves_it_out_and_nothing_else_about_the_case_changes() {
        var meal = meal();
        var before = cast.load(meal);
        exclusions.ask(meal, "flood", "水淹了渡口，送不过去", worker());
        assertThat(cast.facts(meal)).last().isInstanceOfSatisfying(ExclusionFact.ExclusionAsked.class, it -> {
            assertThat(it.responsible()).isEqualTo(cast.ferryCommunity);
            assertThat(it.above()).isEqualTo(cast.wharf);
        });
        exclusions.decide(meal, true, "看过水位，属实", street());
        assertThat(cast.facts(meal))
                .last()
                .isEqualTo(new ExclusionFact.Excluded(meal, cast.ferryCommunity, "flood", cast.wharf));
        assertThat(cast.facts(meal).getLast().counts()).isFalse();
        var after = cast.load(meal);
        assertThat(after.exclusion).isEqualTo(Standing.excluded);
        assertThat(List.of(after.stage, after.holder, after.due, after.wakeAt()))
                .isEqualTo(List.of(before.stage, before.holder, before.due, before.wakeAt()));
        cases.finish(meal, "送到了", null, worker());
        cast.clock.forward(ofDays(8));
        cast.sweep().run();
        assertThat(cast.load(meal).outcome).isEqualTo(Outcome.closedUnanswered);
        assertThat(cast.load(meal).exclusion).isEqualTo(Standing.excluded);
    }

    @Test
    void only_the_unit_that_answers_for_it_asks_once_by_the_closed_list_and_never_the_top() {
        var meal = meal();
        forbids(() -> exclusions.ask(meal, "flood", "水大", cast.worker(cast.wharf)));
        refuses("case.reason", () -> exclusions.ask(meal, "bad-mood", "水大", worker()));
        refuses("case.text-empty", () -> exclusions.ask(meal, "flood", " ", worker()));
        exclusions.ask(meal, "flood", "水大", worker());
        refuses("case.exclusion-asked-already", () -> exclusions.ask(meal, "flood", "水大", worker()));
        exclusions.decide(meal, false, "那天水不大", street());
        assertThat(cast.load(meal).exclusion).isEqualTo(Standing.refused);
        refuses("case.exclusion-asked-already", () -> exclusions.ask(meal, "flood", "水大", worker()));
        var waiting = cast.reported("老人没人送餐");
        refuses("case.exclusion-no-unit", () -> exclusions.ask(waiting, "flood", "水大", worker()));
    }

    @Test
    void nobody_decides_about_the_own_unit_or_the_own_request() {
        var meal = asked();
        forbids(() -> exclusions.decide(meal, true, "同意", worker()));
        forbids(() -> exclusions.decide(meal, true, "同意", cast.holding("head", cast.ferryCommunity)));
        var both = cast.alsoHolding(cast.holding("head", cast.ferryCommunity), "head", cast.wharf);
        refuses("case.exclusion-own-unit", () -> exclusions.decide(meal, true, "同意", both));
        refuses("case.text-empty", () -> exclusions.decide(meal, true, "", street()));
        exclusions.decide(meal, true, "同意", street());
        refuses("case.exclusion-nothing-to-decide", () -> exclusions.decide(meal, false, "不同意", street()));
    }

    @Test
    void a_reporter_contests_it_within_the_window_once_and_the_next_level_settles_it_for_good() {
        var meal = excluded();
        forbids(() -> exclusions.contest(meal, "那天没有水", Cast.reporter(cast.lanternReported())));
        cast.clock.forward(ofDays(5));
        exclusions.contest(meal, "那天没有水", Cast.reporter(meal));
        refuses("case.contested-too-late", () -> exclusions.contest(meal, "真的没有", Cast.reporter(meal)));
        forbids(() -> exclusions.settle(meal, true, "维持", street()));
        exclusions.settle(meal, false, "水文记录没有洪水", county());
        assertThat(cast.facts(meal))
                .last()
                .isEqualTo(new ExclusionFact.ExclusionLifted(meal, cast.ferryCommunity, cast.county));
        assertThat(cast.facts(meal).getLast().counts()).isTrue();
        assertThat(cast.load(meal).exclusion).isEqualTo(Standing.lifted);
        refuses("case.exclusion-nothing-to-decide", () -> exclusions.settle(meal, true, "还是维持", county()));
        refuses("case.exclusion-asked-already", () -> exclusions.ask(meal, "flood", "再申请一次", worker()));
    }

    @Test
    void after_the_window_it_stays_left_out() {
        var meal = excluded();
        cast.clock.forward(ofDays(5).plusMinutes(1));
        refuses("case.contested-too-late", () -> exclusions.contest(meal, "那天没有水", Cast.reporter(meal)));
    }

    @Test
    void where_the_top_decided_somebody_else_of_the_top_settles_it() {
        var lantern = cast.lanternDispatched();
        exclusions.ask(lantern, "flood", "水淹了码头", cast.worker(cast.wharf));
        exclusions.decide(lantern, true, "属实", county());
        exclusions.contest(lantern, "那天没有水", Cast.reporter(lantern));
        refuses("case.exclusion-own-decision", () -> exclusions.settle(lantern, true, "维持", county()));
        var other = cast.alsoHolding(cast.holding("watch", cast.county), "head", cast.county);
        exclusions.settle(lantern, true, "水文记录有洪水", other);
        assertThat(cast.load(lantern).exclusion).isEqualTo(Standing.kept);
    }

    @Test
    void whoever_must_decide_finds_it_in_the_list() {
        var meal = asked();
        assertThat(exclusions.waitingFor(street()))
                .extracting(ExclusionRows.Waiting::id)
                .contains(meal);
        assertThat(exclusions.waitingFor(worker())).isEmpty();
        var other = contested();
        assertThat(exclusions.waitingFor(street()))
                .extracting(ExclusionRows.Waiting::id)
                .doesNotContain(other);
        assertThat(exclusions.waitingFor(county()))
                .extracting(ExclusionRows.Waiting::id)
                .contains(other);
    }
}
