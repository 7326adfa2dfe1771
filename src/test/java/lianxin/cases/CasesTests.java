package lianxin.cases;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lianxin.cases.rules.Categories;
import lianxin.facts.JournalMonths;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import lianxin.platform.MovableClock;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop in 临江: told, dispatched, worked on, answered — and what time does to it. */
class CasesTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Cases cases = cast.cases();

    /** Each test has a Monday of its own, weeks after the one before. */
    @BeforeEach
    void a_monday_morning() {
        var monday = LocalDate.ofInstant(cast.clock.instant(), MovableClock.CITY)
                .plusWeeks(3)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        cast.clock.moveTo(monday + "T10:00");
        cast.the(JournalMonths.class).reachBackTo(cast.clock.instant());
        cast.sweep().run();
    }

    @Test
    void words_and_a_place_are_a_report_and_the_desk_of_the_place_holds_it() {
        var lantern = cast.lanternReported();
        var it = cast.load(lantern);
        assertThat(it.category).isEqualTo("lantern");
        assertThat(it.holder).isEqualTo(cast.ferryCommunity);
        assertThat(it.stage).isEqualTo(Stage.REPORTED);
        assertThat(cast.facts(lantern)).singleElement().isInstanceOf(CaseFact.Reported.class);
    }

    @Test
    void the_same_form_sent_twice_is_one_report() {
        var id = new CaseId(UUID.randomUUID());
        var report = new Report(id, cast.yard, "井里没水", "", "qr");
        assertThat(cast.reports().report(report)).isEqualTo(cast.reports().report(report));
        assertThat(cast.facts(id)).hasSize(1);
    }

    @Test
    void many_reports_at_once_are_all_kept_and_a_broken_one_harms_no_neighbor() throws Exception {
        var intake = cast.the(Intake.class);
        var ids = IntStream.range(0, 40)
                .mapToObj(i -> new CaseId(UUID.randomUUID()))
                .toList();
        var nowhere = new AreaId(999_999);
        try (var residents = Executors.newFixedThreadPool(20)) {
            var answers = residents.invokeAll(ids.stream()
                    .<Callable<Boolean>>map(id -> () -> {
                        var place = ids.indexOf(id) % 8 == 7 ? nowhere : cast.yard;
                        try {
                            return intake.handIn(new Report(id, place, "灯笼灭了", "", "qr"));
                        } catch (RuntimeException noSuchPlace) {
                            return false;
                        }
                    })
                    .toList());
            for (int i = 0; i < ids.size(); i++) {
                var kept = answers.get(i).get();
                assertThat(kept).isEqualTo(i % 8 != 7);
                assertThat(cast.the(CaseRepository.class).find(ids.get(i)).isPresent())
                        .isEqualTo(kept);
                assertThat(cast.facts(ids.get(i))).hasSize(kept ? 1 : 0);
            }
        }
    }

    @Test
    void the_duty_list_leads_to_a_level_or_to_a_department() {
        var lantern = cast.lanternDispatched();
        assertThat(cast.load(lantern).holder).isEqualTo(cast.wharf);
        var dike = cast.reported("堤坝裂了一条缝");
        cases.dispatch(dike, "dike-crack", cast.desk());
        assertThat(cast.load(dike).holder).isEqualTo(cast.works);
    }

    @Test
    void every_category_leads_to_somebody_who_holds_cases() {
        var rules = cast.the(Categories.class);
        for (var category : rules.byKey().keySet()) {
            var duty = cast.the(Routing.class).duty(cast.yard, category, cast.clock.instant());
            assertThat(cast.the(Units.class).find(duty.unit()).holdsCases())
                    .as(category)
                    .isTrue();
        }
    }

    @Test
    void the_resident_says_solved_and_it_is_closed() {
        var lantern = cast.lanternFinished();
        cases.answer(lantern, new ResidentAnswer(true, 5, 4, false, "很快", "link"), Cast.reporter(lantern));
        assertThat(cast.load(lantern).outcome).isEqualTo(Outcome.closedSolved);
        assertThat(cast.facts(lantern))
                .contains(new CaseFact.Rated(lantern, cast.wharf, 5, 4))
                .contains(new CaseFact.Confirmed(lantern, cast.wharf));
    }

    @Test
    void the_second_answer_of_a_round_is_told_that_the_first_stands() {
        var lantern = cast.lanternFinished();
        var no = new ResidentAnswer(false, 0, 0, false, "还是暗的", "link");
        cases.answer(lantern, no, Cast.reporter(lantern));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> cases.answer(lantern, no, Cast.reporter(lantern)))
                .withMessageContaining("case.answered-already");
        assertThat(cast.load(lantern).reworks).isEqualTo(1);
    }

    @Test
    void pressure_for_a_good_rating_goes_to_the_unit_above() {
        var lantern = cast.lanternFinished();
        cases.answer(lantern, new ResidentAnswer(true, 5, 5, true, "", "link"), Cast.reporter(lantern));
        assertThat(cast.facts(lantern)).contains(new CaseFact.Pressed(lantern, cast.county));
    }

    @Test
    void nobody_answers_for_the_resident_but_a_caller_who_is_not_the_handler() {
        var lantern = cast.lanternFinished();
        var good = new ResidentAnswer(true, 5, 5, false, "", "phone");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cases.answer(lantern, good, cast.worker(cast.wharf)));
        var other = cast.lanternReported();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> cases.answer(lantern, good, Cast.reporter(other)));
        cases.answer(lantern, good, cast.holding("caller", cast.county));
        assertThat(cast.load(lantern).stage).isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_stranger_to_the_unit_takes_no_step() {
        var lantern = cast.lanternDispatched();
        var stranger = cast.worker(cast.works);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> cases.sign(lantern, stranger));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> cases.finish(lantern, "好了", null, stranger));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cases.dispatch(cast.lanternReported(), "lantern", stranger));
    }

    @Test
    void a_return_is_asked_with_a_duty_item_and_decided_by_the_desk() {
        var lantern = cast.lanternDispatched();
        cases.askReturn(lantern, "riverside", "灯笼挂在堤上，归工务局", cast.worker(cast.wharf));
        cases.decideReturn(lantern, true, cast.desk());
        assertThat(cast.load(lantern).holder).isEqualTo(cast.ferryCommunity);
        cases.dispatch(lantern, "lantern", cast.works, "riverside", cast.desk());
        assertThat(cast.load(lantern).holder).isEqualTo(cast.works);
        assertThat(cast.load(lantern).assignment.unit).isEqualTo(cast.works);
    }

    @Test
    void a_party_body_never_holds_a_case() {
        var lantern = cast.lanternReported();
        var committee = cast.unit(OrganizationRules.codeOf("990101001", "town-committee"));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> cases.dispatch(lantern, "lantern", committee, "streets", cast.desk()))
                .withMessageContaining("case.unit-holds-no-cases");
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
        wrongPlace.execute("UPDATE cases.case_file SET category = 'lantern' WHERE id = {0}", DSL.val(first.value()));
        cast.clock.forward(ofMinutes(2));
        cast.sweep().run();
        assertThat(cast.load(first).supervisor).isEqualTo(cast.county);
    }

    @Test
    void two_people_finishing_at_once_finish_it_once() throws Exception {
        for (int i = 0; i < 10; i++) {
            var lantern = cast.lanternDispatched();
            Callable<Boolean> finish = () -> {
                try {
                    cases.finish(lantern, "换好了", null, cast.worker(cast.wharf));
                    return true;
                } catch (RuleBroken told) {
                    assertThat(told.key()).matches("case\\.(changed-meanwhile|stage\\..*)");
                    return false;
                }
            };
            cast.worker(cast.wharf);
            try (var two = Executors.newFixedThreadPool(2)) {
                var done = two.invokeAll(List.of(finish, finish));
                assertThat(done.get(0).get() ^ done.get(1).get()).isTrue();
            }
            assertThat(cast.facts(lantern).stream().filter(CaseFact.Finished.class::isInstance))
                    .hasSize(1);
        }
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
                .allSatisfy(it -> assertThat(cast.facts(it).stream().filter(CaseFact.Escalated.class::isInstance))
                        .hasSize(1));
    }

    @Test
    void a_unit_that_ends_hands_its_cases_and_their_clocks_to_its_successor() {
        var dike = cast.reported("堤坝裂了一条缝");
        cases.dispatch(dike, "dike-crack", cast.desk());
        var due = cast.load(dike).due;
        var order = cast.unit(OrganizationRules.codeOf("990101", "order-bureau"));
        cast.the(CasesHandOver.class).handOver(cast.works, order, cast.clock.instant());
        assertThat(cast.load(dike).holder).isEqualTo(order);
        assertThat(cast.load(dike).due).isEqualTo(due);
        assertThat(cast.load(dike).assignment.unit).isEqualTo(order);
        cast.clock.moveTo(due.plus(ofMinutes(1)));
        cast.sweep().run();
        assertThat(cast.facts(dike))
                .contains(new CaseFact.HandedOver(dike, order, cast.works))
                .contains(new CaseFact.LimitReached(dike, order, Step.handle, false, 0))
                .noneMatch(it -> it.equals(new CaseFact.LimitReached(dike, cast.works, Step.handle, false, 0)));
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

    @Test
    void words_that_are_empty_or_too_long_are_answered_with_a_sentence_and_nothing_is_half_saved() {
        for (var words : new String[] {"", "   \n ", "灯".repeat(100_000)}) {
            var id = new CaseId(UUID.randomUUID());
            assertThatExceptionOfType(RuleBroken.class)
                    .isThrownBy(() -> cast.reports().report(new Report(id, cast.yard, words, "", "qr")));
            assertThat(cast.the(CaseRepository.class).find(id)).isEmpty();
            assertThat(cast.facts(id)).isEmpty();
        }
    }

    @Test
    void contact_and_words_go_when_their_time_is_over() {
        var lantern = cast.lanternReported();
        cast.reports().leaveContact(lantern, "138 0013 8000", GivenTo.CALL_BACK_DESK, Cast.reporter(lantern));
        cases.dispatch(lantern, "lantern", cast.desk());
        cases.finish(lantern, "换好了", null, cast.worker(cast.wharf));
        cases.answer(lantern, new ResidentAnswer(true, 0, 0, false, "", "link"), Cast.reporter(lantern));
        var details = cast.the(CaseDetails.class);
        var caller = cast.holding("caller", cast.county);
        assertThat(details.maskedContact(lantern, cast.load(lantern), caller)).contains("138****8000");
        cast.clock.forward(ofDays(31));
        cast.the(Purge.class).run();
        assertThat(details.maskedContact(lantern, cast.load(lantern), caller)).isEmpty();
        assertThat(details.words(lantern)).isPresent();
        cast.clock.forward(ofDays(400));
        cast.the(Purge.class).run();
        assertThat(details.words(lantern)).isEmpty();
        assertThat(details.replies(lantern)).isEmpty();
        assertThat(details.answers(lantern, false))
                .singleElement()
                .satisfies(it -> assertThat(it.sentence()).isNull());
    }

    @Test
    void neighbors_see_a_week_later_the_sentence_the_unit_released_about_public_space_and_nothing_else() {
        var lantern = cast.lanternFinished();
        cases.answer(lantern, new ResidentAnswer(true, 5, 5, false, "谢谢老梁", "link"), Cast.reporter(lantern));
        var well = cast.reported("井里没水了");
        cases.dispatch(well, "well", cast.desk());
        cases.finish(well, "修好了", "谁家的井修好了", cast.worker(cast.ferryCommunity));
        cases.answer(well, new ResidentAnswer(true, 5, 5, false, "", "link"), Cast.reporter(well));
        var neighbors = cast.the(ResidentQueries.class);
        assertThat(lately(neighbors)).doesNotContain("码头的灯笼修好了");
        cast.clock.forward(ofDays(7).plus(ofMinutes(1)));
        assertThat(lately(neighbors)).contains("码头的灯笼修好了").doesNotContain("谁家的井修好了");
    }

    private static List<String> lately(ResidentQueries neighbors) {
        return neighbors.solvedLately(cast.ferryCommunity, cast.the(Categories.class), cast.clock.instant()).stream()
                .map(ResidentQueries.Solved::sentence)
                .toList();
    }

    @Test
    void the_handler_sees_the_telephone_only_when_the_reporter_gave_it_to_the_handler() {
        var details = cast.the(CaseDetails.class);
        var handler = cast.worker(cast.wharf);
        var lantern = cast.lanternDispatched();
        cast.reports().leaveContact(lantern, "13800138000", GivenTo.CALL_BACK_DESK, Cast.reporter(lantern));
        assertThat(details.maskedContact(lantern, cast.load(lantern), handler)).isEmpty();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> details.readContact(lantern, "call-back", handler));
        cast.reports().leaveContact(lantern, "13800138000", GivenTo.HANDLER, Cast.reporter(lantern));
        assertThat(details.readContact(lantern, "appointment", handler)).isEqualTo("13800138000");
        assertThat(cast.facts(lantern)).contains(new CaseFact.ContactRead(lantern, cast.wharf, "appointment"));
    }

    @Test
    void the_handling_unit_hears_solved_or_not_and_never_the_rating() {
        var lantern = cast.lanternFinished();
        cases.answer(lantern, new ResidentAnswer(true, 1, 2, false, "", "link"), Cast.reporter(lantern));
        var details = cast.the(CaseDetails.class);
        assertThat(details.answers(lantern, false)).singleElement().satisfies(it -> {
            assertThat(it.solved()).isTrue();
            assertThat(it.result()).isNull();
            assertThat(it.service()).isNull();
        });
    }

    @Test
    void no_free_text_and_no_telephone_reach_the_journal() {
        var lantern = cast.reported("灯笼灭了，我家电话 13912345678");
        cast.reports().leaveContact(lantern, "13912345678", GivenTo.HANDLER, Cast.reporter(lantern));
        cases.dispatch(lantern, "lantern", cast.desk());
        cases.finish(lantern, "换好了", null, cast.worker(cast.wharf));
        cases.answer(lantern, new ResidentAnswer(false, 1, 1, true, "没修好", "link"), Cast.reporter(lantern));
        var told =
                cast.database.sql().fetch("SELECT j::text FROM facts.journal j").formatCSV();
        assertThat(told).doesNotContain("13912345678").doesNotContain("灯笼").doesNotContain("没修好");
        assertThat(told).contains("reporter");
    }
}
