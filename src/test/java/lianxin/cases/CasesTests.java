package lianxin.cases;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lianxin.cases.rules.Categories;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop in 临江: told, dispatched, worked on, answered. */
class CasesTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Cases cases = cast.cases();

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    @Test
    void words_and_a_place_are_a_report_and_the_desk_of_the_place_holds_it() {
        var lantern = cast.lanternReported();
        var it = cast.load(lantern);
        assertThat(it.category).isEqualTo("lantern");
        assertThat(it.holder).isEqualTo(cast.ferryCommunity);
        assertThat(it.stage).isEqualTo(Stage.REPORTED);
        assertThat(cast.facts(lantern)).singleElement().isInstanceOf(ReportFact.Reported.class);
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
    void words_of_cases_closed_long_ago_are_searched_no_more_and_numbers_are() {
        var lantern = cast.reported("月台边的灯笼灭了");
        cases.dispatch(lantern, "lantern", cast.desk());
        cases.finish(lantern, "换好了", null, cast.worker(cast.wharf));
        cases.answer(lantern, new ResidentAnswer(true, 0, 0, false, "", "link"), Cast.reporter(lantern));
        var number = cast.the(CaseQueries.class).find(lantern).orElseThrow().number();
        assertThat(closed("月台")).extracting(CaseRow::id).containsExactly(lantern);
        cast.clock.forward(ofDays(366));
        assertThat(closed("月台")).isEmpty();
        assertThat(closed("260302-" + "%05d".formatted(number)))
                .extracting(CaseRow::id)
                .containsExactly(lantern);
        cast.clock.back(ofDays(366));
    }

    @Test
    void a_page_nobody_has_is_empty_and_not_an_error() {
        var filter = new Filter(Filter.View.closed, null, null, null, false, 50_000_000);
        assertThat(filter.page()).isEqualTo(Filter.LAST_PAGE);
        var all = new int[] {cast.wharf.number()};
        assertThat(cast.the(CaseQueries.class).list(filter, new Reach(all, all), cast.clock.instant()))
                .isEmpty();
    }

    private static List<CaseRow> closed(String q) {
        var all = new int[] {cast.wharf.number()};
        var filter = new Filter(Filter.View.closed, q, null, null, false, 1);
        return cast.the(CaseQueries.class).list(filter, new Reach(all, all), cast.clock.instant());
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
                .contains(new EndingFact.Rated(lantern, cast.wharf, 5, 4))
                .contains(new EndingFact.Confirmed(lantern, cast.wharf));
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
        assertThat(cast.facts(lantern)).contains(new EndingFact.Pressed(lantern, cast.county));
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
        cases.decide(lantern, true, cast.desk());
        assertThat(cast.load(lantern).holder).isEqualTo(cast.ferryCommunity);
        cases.dispatch(lantern, "lantern", cast.works, "riverside", cast.desk());
        assertThat(cast.load(lantern).holder).isEqualTo(cast.works);
        assertThat(cast.load(lantern).assignment.unit).isEqualTo(cast.works);
    }

    @Test
    void finishing_withdraws_the_request_and_after_a_no_the_unit_may_ask_again() {
        var lantern = cast.lanternDispatched();
        var worker = cast.worker(cast.wharf);
        cases.askReturn(lantern, "riverside", "灯笼挂在堤上，归工务局", worker);
        cases.finish(lantern, "还是换了", null, worker);
        assertThat(cast.facts(lantern)).contains(new RequestFact.ReturnWithdrawn(lantern, cast.wharf, "riverside"));
        cases.answer(lantern, new ResidentAnswer(false, 0, 0, false, "", "link"), Cast.reporter(lantern));
        var row = cast.the(CaseQueries.class).find(lantern).orElseThrow();
        assertThat(row.asked()).isNull();
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> cases.decide(lantern, true, cast.desk()))
                .withMessageContaining("case.nothing-asked");
        cases.askReturn(lantern, "riverside", "堤上的灯架也坏了", worker);
        cases.decide(lantern, true, cast.desk());
        assertThat(cast.load(lantern).holder).isEqualTo(cast.ferryCommunity);
    }

    @Test
    void who_knows_its_number_finds_a_case_wherever_it_stands() {
        var neighbor = cast.worker(cast.ferryCommunity);
        var own = cast.lanternReported();
        cases.dispatch(own, "lantern", cast.ferryCommunity, "riverside", cast.desk());
        cases.finish(own, "换好了", null, neighbor);
        var queries = cast.the(CaseQueries.class);
        var number = queries.find(own).orElseThrow().number() + "";
        var reach = cast.the(CaseReaders.class).reach(neighbor);
        assertThat(queries.list(
                        new Filter(Filter.View.open, number, null, null, false, 1), reach, cast.clock.instant()))
                .extracting(CaseRow::id)
                .containsExactly(own);
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
            assertThat(cast.facts(lantern).stream().filter(WorkFact.Finished.class::isInstance))
                    .hasSize(1);
        }
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
}
