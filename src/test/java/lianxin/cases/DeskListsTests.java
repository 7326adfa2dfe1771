package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lianxin.organization.Actor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lists of 渡口社区 and of those around it. */
class DeskListsTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private CaseId lantern;

    @BeforeEach
    void a_lantern_went_out() {
        cast.nextMonday();
        lantern = cast.lanternReported();
    }

    @Test
    void a_desk_finds_what_it_dispatched_as_long_as_others_have_it_in_hand() {
        assertThat(list(cast.desk(), "elsewhere")).doesNotContain(lantern);
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        assertThat(list(cast.desk(), "elsewhere")).contains(lantern);
        assertThat(list(cast.desk(), "open")).doesNotContain(lantern);
        assertThat(list(cast.worker(cast.wharf), "elsewhere")).isEmpty();
        cast.cases().finish(lantern, "换了新灯笼", null, cast.worker(cast.wharf));
        assertThat(list(cast.desk(), "elsewhere")).doesNotContain(lantern);
    }

    @Test
    void all_cases_are_the_open_and_the_closed_ones_the_latest_first() {
        cast.reporters().withdraw(lantern, "", Cast.reporter(lantern));
        cast.clock.forward(Duration.ofMinutes(5));
        var later = cast.lanternReported();
        assertThat(list(cast.desk(), "all")).startsWith(later, lantern);
        assertThat(narrowed("all", "state", "withdrawn")).startsWith(lantern).doesNotContain(later);
        assertThat(narrowed("all", "state", "reported")).contains(later).doesNotContain(lantern);
        assertThat(narrowed("all", "kind", "help")).contains(later, lantern);
        assertThat(narrowed("all", "kind", "praise")).isEmpty();
        assertThat(narrowed("all", "channel", "qr")).contains(later, lantern);
        assertThat(narrowed("all", "channel", "paper")).isEmpty();
        assertThat(narrowed("all", "state", "no-such-state")).isEmpty();
    }

    @Test
    void a_list_is_narrowed_to_the_days_on_which_cases_came() {
        var today = cast.clock.instant().atZone(cast.clock.getZone()).toLocalDate();
        assertThat(narrowed("all", "from", today.toString())).containsExactly(lantern);
        assertThat(narrowed("all", "to", today.minusDays(1).toString())).doesNotContain(lantern);
        assertThat(narrowed("all", "from", "next Tuesday")).contains(lantern);
    }

    @Test
    void amber_is_shown_before_the_limit_and_red_after_it() {
        var due = cast.load(lantern).due;
        var whole = Duration.between(cast.clock.instant(), due);
        assertThat(narrowed("open", "light", "amber")).doesNotContain(lantern);
        cast.clock.moveTo(due.minus(whole.dividedBy(5)));
        assertThat(narrowed("open", "light", "amber")).contains(lantern);
        assertThat(narrowed("open", "light", "red")).doesNotContain(lantern);
        cast.clock.moveTo(due.plusSeconds(60));
        assertThat(narrowed("open", "light", "amber")).doesNotContain(lantern);
        assertThat(narrowed("open", "light", "red"))
                .isEqualTo(narrowed("open", "late", "true"))
                .contains(lantern);
    }

    @Test
    void a_case_of_which_nobody_told_its_reporter_anything_for_two_working_days_is_unanswered() {
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        var worker = cast.worker(cast.wharf);
        assertThat(list(worker, "unanswered")).doesNotContain(lantern);
        cast.clock.forward(Duration.ofDays(2).plusMinutes(2));
        assertThat(list(worker, "unanswered")).contains(lantern);
        cast.cases().progress(lantern, "灯笼已经订了", worker);
        assertThat(list(worker, "unanswered")).doesNotContain(lantern);
        cast.clock.forward(Duration.ofDays(5));
        assertThat(list(worker, "unanswered")).contains(lantern);
        cast.cases().finish(lantern, "换了新灯笼", null, worker);
        assertThat(list(worker, "unanswered")).doesNotContain(lantern);
    }

    @Test
    void a_no_of_the_resident_begins_the_silence_anew_and_a_withdrawal_ends_it() {
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        var worker = cast.worker(cast.wharf);
        cast.cases().finish(lantern, "换了新灯笼", null, worker);
        cast.clock.forward(Duration.ofDays(3));
        cast.cases().answer(lantern, new ResidentAnswer(false, 0, 0, false, "", "link"), Cast.reporter(lantern));
        assertThat(list(worker, "unanswered")).doesNotContain(lantern);
        cast.clock.forward(Duration.ofDays(4).plusMinutes(2));
        assertThat(list(worker, "unanswered")).contains(lantern);
        cast.reporters().withdraw(lantern, "", Cast.reporter(lantern));
        assertThat(list(worker, "unanswered")).doesNotContain(lantern);
    }

    @Test
    void the_call_back_desk_sees_who_left_a_number_and_never_what_its_own_unit_handled() {
        var caller = cast.holding("caller", cast.county);
        finished(lantern);
        var silent = cast.lanternFinished();
        assertThat(list(caller, "callback")).contains(lantern).doesNotContain(silent);
        assertThat(list(caller, "awaiting")).contains(lantern, silent);
        assertThat(list(cast.worker(cast.wharf), "callback")).isEmpty();
        cast.cases().answer(lantern, new ResidentAnswer(true, 0, 0, false, "", "phone"), caller);
        assertThat(list(caller, "callback")).doesNotContain(lantern);
    }

    @Test
    void the_window_that_ends_first_is_called_first() {
        var caller = cast.holding("caller", cast.county);
        finished(lantern);
        cast.clock.forward(Duration.ofHours(3));
        var later = cast.lanternReported();
        finished(later);
        assertThat(list(caller, "callback")).containsSubsequence(lantern, later);
    }

    @Test
    void a_number_finds_a_case_that_the_desk_dispatched_to_others() {
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        var number = cast.the(CaseQueries.class).find(lantern).orElseThrow();
        var typed = CaseNumber.of(number.number(), number.reportedAt(), cast.clock.getZone());
        assertThat(narrowed("open", "q", typed)).containsExactly(lantern);
    }

    @Test
    void an_address_says_the_whole_list_and_is_read_again() {
        var filter = Filter.of(Map.of(
                "view",
                "all",
                "q",
                "灯 & 笼",
                "category",
                "lantern",
                "unit",
                "7",
                "light",
                "amber",
                "state",
                "to-sign",
                "channel",
                "qr",
                "from",
                "2026-03-01",
                "to",
                "2026-03-31"));
        assertThat(Filter.of(filter.said())).isEqualTo(filter);
        assertThat(filter.list())
                .startsWith("/cases?view=all&q=%E7%81%AF%20%26%20")
                .endsWith("&to=2026-03-31");
        assertThat(filter.without("q")).doesNotContain("q=");
        assertThat(Filter.of(Map.of("view", "nonsense", "unit", "x", "page", "-3")))
                .isEqualTo(new Filter(Filter.View.open, null, null, null, false, 1));
    }

    private void finished(CaseId id) {
        cast.reports().leaveContact(id, "13800138000", GivenTo.CALL_BACK_DESK, Cast.reporter(id));
        cast.cases().dispatch(id, "lantern", cast.desk());
        cast.cases().finish(id, "换了新灯笼", null, cast.worker(cast.wharf));
    }

    private List<CaseId> list(Actor reader, String view) {
        return list(reader, Map.of("view", view));
    }

    private List<CaseId> narrowed(String view, String parameter, String value) {
        return list(cast.desk(), Map.of("view", view, parameter, value));
    }

    private static List<CaseId> list(Actor reader, Map<String, String> address) {
        var reach = cast.the(CaseReaders.class).reach(reader);
        return cast.the(CaseQueries.class).list(Filter.of(address), reach, cast.clock.instant()).stream()
                .map(CaseRow::id)
                .toList();
    }
}
