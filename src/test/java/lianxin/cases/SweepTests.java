package lianxin.cases;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lianxin.organization.Actor;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Units;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time does to the cases of 临江, whatever people do. */
class SweepTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Cases cases = cast.cases();

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    @Test
    void a_unit_that_lets_a_hundred_cases_run_out_still_holds_a_hundred() {
        var all =
                IntStream.range(0, 100).mapToObj(i -> cast.lanternDispatched()).toList();
        for (int day = 0; day < 6; day++) {
            cast.clock.forward(ofDays(1));
            cast.sweep().run();
        }
        assertThat(all).allSatisfy(it -> {
            assertThat(cast.load(it).holder).isEqualTo(cast.wharf);
            assertThat(cast.load(it).supervisor).isEqualTo(cast.county);
        });
    }

    @Test
    void the_failing_first_of_three_never_holds_up_the_next_and_is_tried_again() {
        var first = cast.lanternDispatched();
        var second = cast.lanternDispatched();
        var third = cast.lanternDispatched();
        var wrongPlace = cast.database.sql();
        wrongPlace.execute(
                "UPDATE cases.case_file SET category = 'nobody-knows-this' WHERE id = {0}", DSL.val(first.value()));
        cast.clock.forward(ofDays(5));
        cast.sweep().run();
        assertThat(cast.load(second).supervisor).isEqualTo(cast.county);
        assertThat(cast.load(third).supervisor).isEqualTo(cast.county);
        assertThat(cast.load(first).supervisor).isNull();
        var health = new SweepHealth(cast.sweep());
        assertThat(health.health().getDetails()).containsEntry("casesNotWoken", 1);
        wrongPlace.execute("UPDATE cases.case_file SET category = 'lantern' WHERE id = {0}", DSL.val(first.value()));
        cast.clock.forward(ofMinutes(2));
        cast.sweep().run();
        assertThat(cast.load(first).supervisor).isEqualTo(cast.county);
        assertThat(health.health().getDetails()).containsEntry("casesNotWoken", 0);
    }

    @Test
    void a_refusal_is_no_lost_race_it_is_told_and_tried_again_later() {
        try (var afterTheCalendar = new Cast()) {
            afterTheCalendar.lanternDispatched();
            afterTheCalendar.clock.moveTo("2100-06-01T10:00");
            assertThat(afterTheCalendar.sweep().run()).isEqualTo(1);
            assertThat(afterTheCalendar.sweep().failing()).isEqualTo(1);
            assertThat(afterTheCalendar.sweep().run()).as("not before a minute").isZero();
            afterTheCalendar.clock.forward(ofMinutes(1));
            assertThat(afterTheCalendar.sweep().run()).isEqualTo(1);
        }
    }

    @Test
    void a_case_woken_too_early_is_not_woken_again_before_its_moment() {
        var lantern = cast.lanternDispatched();
        cast.database
                .sql()
                .execute(
                        "UPDATE cases.case_file SET wake_at = {0} WHERE id = {1}",
                        DSL.val(cast.clock.instant(), SQLDataType.INSTANT), DSL.val(lantern.value()));
        assertThat(cast.sweep().run()).isEqualTo(1);
        cast.clock.forward(ofMinutes(6));
        assertThat(cast.sweep().run()).isZero();
        cast.clock.forward(ofDays(5));
        cast.sweep().run();
        assertThat(cast.load(lantern).supervisor).isEqualTo(cast.county);
    }

    @Test
    void two_nodes_sweeping_at_once_escalate_once() throws Exception {
        var lanterns =
                IntStream.range(0, 30).mapToObj(i -> cast.lanternDispatched()).toList();
        cast.clock.forward(ofDays(5));
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<Integer> sweep = cast.sweep()::run;
            for (var node : two.invokeAll(List.of(sweep, sweep))) node.get();
        }
        assertThat(lanterns)
                .allSatisfy(it -> assertThat(cast.facts(it).stream().filter(WorkFact.Escalated.class::isInstance))
                        .hasSize(1));
    }

    @Test
    void a_unit_that_ends_hands_its_cases_and_their_clocks_to_its_successor() {
        var dike = cast.reported("堤坝裂了一条缝");
        cases.dispatch(dike, "dike-crack", cast.desk());
        var due = cast.load(dike).due;
        var order = cast.unit(OrganizationRules.codeOf("990101", "order-bureau"));
        cast.the(Units.class).dissolve(cast.works, order, cast.clock.instant(), "合并", Actor.SYSTEM);
        assertThat(cast.load(dike).holder).isEqualTo(order);
        assertThat(cast.load(dike).due).isEqualTo(due);
        assertThat(cast.load(dike).assignment.unit).isEqualTo(order);
        cast.clock.moveTo(due.plus(ofMinutes(1)));
        cast.sweep().run();
        assertThat(cast.facts(dike))
                .contains(new WorkFact.HandedOver(dike, order, cast.works))
                .contains(new WorkFact.LimitReached(dike, order, Step.handle, false, 0))
                .noneMatch(it -> it.equals(new WorkFact.LimitReached(dike, cast.works, Step.handle, false, 0)));
    }

    @Test
    void silence_closes_it_as_unanswered() {
        var lantern = cast.lanternFinished();
        cast.clock.forward(ofDays(5).plus(ofHours(1)));
        cast.sweep().run();
        assertThat(cast.load(lantern).outcome).isEqualTo(Outcome.closedUnanswered);
    }

    @Test
    void a_clock_set_back_changes_nothing_that_has_happened() {
        var lantern = cast.lanternDispatched();
        cast.clock.forward(ofDays(5));
        cast.sweep().run();
        var facts = cast.facts(lantern);
        cast.clock.back(ofDays(3));
        cast.sweep().run();
        assertThat(cast.facts(lantern)).isEqualTo(facts);
        cases.finish(lantern, "换好了", null, cast.worker(cast.wharf));
        assertThat(cast.load(lantern).stage).isEqualTo(Stage.AWAITING_RESIDENT);
    }
}
