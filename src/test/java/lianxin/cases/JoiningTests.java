package lianxin.cases;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static lianxin.cases.tables.ContactTable.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 王婆婆 reports the dark lantern of the ferry first, 李师傅 and 小陈 report the same one; 小渡 at the desk joins them. */
class JoiningTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Joinings joinings = cast.the(Joinings.class);
    private final Voices voices = cast.the(Voices.class);

    private CaseId wang;
    private CaseId li;
    private CaseId chen;

    @BeforeEach
    void a_dark_lantern_and_three_reports() {
        cast.nextMonday();
        cast.clock.forward(ofDays(60));
        cast.sweep().run();
        wang = cast.lanternReported();
        li = alsoReported("灯笼坏了");
        chen = alsoReported("码头灯笼不亮");
    }

    private static CaseId alsoReported(String words) {
        var report = new Report(new CaseId(UUID.randomUUID()), cast.otherYard, words, "", "qr");
        return cast.reports().report(report);
    }

    private static void refused(ThrowingCallable step, String key) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    private void joined() {
        joinings.join(li, wang, cast.desk());
        joinings.join(chen, wang, cast.desk());
        cast.cases().dispatch(wang, "lantern", cast.desk());
        cast.cases().finish(wang, "换了新灯笼", null, cast.worker(cast.wharf));
    }

    private static void says(CaseId reporter, boolean solved) {
        cast.cases().answer(reporter, new ResidentAnswer(solved, 4, 5, false, "", "link"), Cast.reporter(reporter));
    }

    private static Outcome outcome(CaseId id) {
        return cast.load(id).outcome;
    }

    @Test
    void open_reports_of_the_same_grid_and_category_at_the_same_desk_may_be_joined_and_no_others() {
        var ferry = cast.reported("渡船班次太少");
        assertThat(joinings.candidates(cast.load(li)))
                .extracting(Voices.Open::id)
                .contains(wang, chen)
                .doesNotContain(ferry, li);
        refused(() -> joinings.join(li, ferry, cast.desk()), "case.not-joinable");
        refused(() -> joinings.join(li, li, cast.desk()), "case.not-joinable");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> joinings.join(li, wang, cast.worker(cast.wharf)));
        cast.cases().dispatch(li, "lantern", cast.desk());
        assertThat(joinings.candidates(cast.load(li))).as("a unit works on it").isEmpty();
        joinings.join(chen, li, cast.desk());
        refused(() -> joinings.join(chen, wang, cast.desk()), "case.not-joinable");
    }

    @Test
    void a_case_is_solved_when_all_its_reporters_have_said_so() {
        joined();
        assertThat(cast.load(wang).voices).isEqualTo(3);
        says(li, true);
        refused(() -> says(li, true), "case.answered-already");
        says(wang, true);
        assertThat(cast.load(wang).stage).isEqualTo(Stage.AWAITING_RESIDENT);
        says(chen, true);
        assertThat(outcome(wang)).isEqualTo(Outcome.closedSolved);
        assertThat(cast.facts(wang))
                .filteredOn(EndingFact.Confirmed.class::isInstance)
                .hasSize(1);
        assertThat(cast.facts(li))
                .contains(new EndingFact.Heard(li, cast.wharf, true), new EndingFact.Rated(li, cast.wharf, 4, 5))
                .noneMatch(EndingFact.Closed.class::isInstance);
    }

    @Test
    void a_single_no_sends_it_back_and_all_are_asked_again() {
        joined();
        says(wang, true);
        says(li, false);
        assertThat(cast.load(wang).stage).isEqualTo(Stage.DISPATCHED);
        assertThat(cast.load(wang).reworks).isEqualTo(1);
        cast.cases().finish(wang, "又换了一只", null, cast.worker(cast.wharf));
        says(chen, true);
        says(li, true);
        assertThat(outcome(wang)).as("王婆婆 is asked again").isNull();
        says(wang, true);
        assertThat(outcome(wang)).isEqualTo(Outcome.closedSolved);
    }

    @Test
    void who_is_silent_neither_agrees_nor_keeps_it_open() {
        joined();
        says(li, true);
        cast.clock.forward(ofDays(30));
        cast.sweep().run();
        assertThat(outcome(wang)).isEqualTo(Outcome.closedSolved);
        assertThat(cast.load(wang).wakeAt()).isNull();
    }

    @Test
    void when_nobody_says_anything_it_is_closed_unanswered() {
        joined();
        cast.clock.forward(ofDays(30));
        cast.sweep().run();
        assertThat(outcome(wang)).isEqualTo(Outcome.closedUnanswered);
    }

    @Test
    void withdrawing_ends_it_for_one_reporter_and_for_the_last_one_ends_it() {
        joinings.join(li, wang, cast.desk());
        joinings.join(chen, wang, cast.desk());
        cast.cases().dispatch(wang, "lantern", cast.desk());
        cast.reporters().withdraw(wang, "", Cast.reporter(wang));
        refused(() -> cast.reporters().withdraw(wang, "", Cast.reporter(wang)), "case.withdrawn");
        refused(() -> cast.reporters().urge(wang, Cast.reporter(wang)), "case.withdrawn");
        cast.reporters().withdraw(li, "修好了", Cast.reporter(li));
        assertThat(outcome(li)).isEqualTo(Outcome.withdrawn);
        assertThat(cast.load(wang).stage).as("小陈 still wants it done").isEqualTo(Stage.DISPATCHED);
        cast.cases().finish(wang, "换了新灯笼", null, cast.worker(cast.wharf));
        refused(() -> says(wang, false), "case.withdrawn");
        says(chen, true);
        assertThat(outcome(wang)).isEqualTo(Outcome.closedSolved);

        var other = cast.lanternReported();
        var joining = alsoReported("灯笼又灭了");
        joinings.join(joining, other, cast.desk());
        cast.reporters().withdraw(other, "", Cast.reporter(other));
        cast.reporters().withdraw(joining, "", Cast.reporter(joining));
        assertThat(Stream.of(other, joining).map(JoiningTests::outcome)).containsOnly(Outcome.withdrawn);
    }

    @Test
    void what_was_joined_by_mistake_is_parted_and_gets_a_limit_of_its_own() {
        joinings.join(li, wang, cast.desk());
        cast.cases().dispatch(wang, "lantern", cast.desk());
        cast.clock.forward(ofHours(3));
        refused(() -> joinings.part(chen, wang, cast.desk()), "case.not-joined");
        joinings.part(li, wang, cast.desk());
        var parted = cast.load(li);
        assertThat(parted.stage).isEqualTo(Stage.REPORTED);
        assertThat(parted.due).isAfter(cast.clock.instant());
        assertThat(parted.wakeAt()).isNotNull();
        assertThat(cast.load(wang).voices).isEqualTo(1);
        cast.cases().finish(wang, "换了新灯笼", null, cast.worker(cast.wharf));
        says(wang, true);
        assertThat(outcome(wang)).isEqualTo(Outcome.closedSolved);
        assertThat(outcome(li)).isNull();
    }

    @Test
    void every_reporter_adds_words_and_says_that_closing_was_not_right() {
        joined();
        cast.reporters().add(li, false, "梯子那边也黑", Cast.reporter(li));
        assertThat(voices.of(wang))
                .filteredOn(it -> it.id().equals(li))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.additions()).extracting(Addition::words).containsExactly("梯子那边也黑"));
        Stream.of(wang, li, chen).forEach(it -> says(it, true));
        cast.the(Disagreements.class).say(chen, "第二天又灭了", Cast.reporter(chen));
        assertThat(cast.load(wang).stage).isEqualTo(Stage.DISPATCHED);
    }

    @Test
    void telephones_of_all_reporters_end_with_the_case_and_not_when_they_are_joined() {
        cast.reports().leaveContact(li, "13800138000", GivenTo.CALL_BACK_DESK, Cast.reporter(li));
        var first = keptUntil(li);
        joined();
        assertThat(keptUntil(li)).isEqualTo(first);
        Stream.of(wang, li, chen).forEach(it -> says(it, true));
        assertThat(keptUntil(li)).isBefore(first);
    }

    @Test
    void reports_cases_and_work_orders_are_counted_apart() {
        var before = volume();
        joined();
        var after = volume();
        assertThat(after.reports()).as("nobody's report is lost").isEqualTo(before.reports());
        assertThat(after.cases()).isEqualTo(before.cases() - 2);
        assertThat(after.orders()).isEqualTo(before.orders() + 1);
    }

    private static Volume volume() {
        var everywhere = cast.the(CaseReaders.class).reach(cast.holding("head", cast.county));
        var all = Filter.of(Map.of("view", "all"));
        return cast.the(CaseQueries.class).volume(all, everywhere, cast.clock.instant());
    }

    private static Instant keptUntil(CaseId id) {
        return cast.database
                .sql()
                .select(CONTACT.DELETE_AFTER)
                .from(CONTACT)
                .where(CONTACT.CASE_ID.eq(id.value()))
                .fetchSingle(CONTACT.DELETE_AFTER);
    }

    @Test
    void of_two_that_are_joined_to_each_other_at_the_same_moment_one_leads() throws Exception {
        try (var desks = Executors.newFixedThreadPool(2)) {
            var one = desks.submit(tried(li, chen));
            var other = desks.submit(tried(chen, li));
            assertThat(one.get() ^ other.get()).isTrue();
        }
        assertThat(cast.load(li).voices + cast.load(chen).voices).isEqualTo(3);
    }

    private Callable<Boolean> tried(CaseId id, CaseId lead) {
        return () -> {
            try {
                joinings.join(id, lead, cast.desk());
                return true;
            } catch (RuleBroken late) {
                return false;
            }
        };
    }
}
