package lianxin.cases;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import lianxin.cases.rules.Categories;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who in 临江 may see what a reporter said and how to reach them, and for how long. */
class PersonalDataTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Cases cases = cast.cases();

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
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
        assertThat(details.beside(lantern, false).words()).isNotNull();
        cast.clock.forward(ofDays(400));
        cast.the(Purge.class).run();
        var left = details.beside(lantern, true);
        assertThat(left.words()).isNull();
        assertThat(left.replies()).isEmpty();
        assertThat(left.answers())
                .singleElement()
                .satisfies(it -> assertThat(it.sentence()).isNull());
    }

    @Test
    void what_the_reporter_adds_stands_beside_the_words_and_goes_with_them() {
        var lantern = cast.lanternDispatched();
        var reporter = Cast.reporter(lantern);
        cast.reporters().add(lantern, true, "是第三级台阶，不是第二级", reporter);
        cast.reporters().withdraw(lantern, "邻居已经换好了", reporter);
        var details = cast.the(CaseDetails.class);
        assertThat(details.beside(lantern, false).words().words()).contains("码头那边的灯笼");
        assertThat(details.additions(lantern))
                .extracting(Addition::kind)
                .containsExactly(Addition.Kind.correction, Addition.Kind.withdrawal);
        var end = "SELECT count(DISTINCT a.delete_after) FROM cases.addition a JOIN cases.words w USING (case_id)"
                + " WHERE case_id = ? AND a.delete_after = w.delete_after";
        assertThat(cast.database.sql().fetchValue(end, lantern.value())).isEqualTo(1L);
        cast.clock.forward(ofDays(500));
        cast.the(Purge.class).run();
        assertThat(details.additions(lantern)).isEmpty();
    }

    @Test
    void a_telephone_left_after_closing_goes_as_soon_as_one_left_before() {
        var lantern = cast.lanternDispatched();
        cases.finish(lantern, "换好了", null, cast.worker(cast.wharf));
        cases.answer(lantern, new ResidentAnswer(true, 0, 0, false, "", "link"), Cast.reporter(lantern));
        cast.clock.forward(ofDays(20));
        cast.reports().leaveContact(lantern, "13800138000", GivenTo.CALL_BACK_DESK, Cast.reporter(lantern));
        cast.the(Purge.class).run();
        assertThat(cast.the(ResidentQueries.class).contact(lantern)).isPresent();
        cast.clock.forward(ofDays(11));
        cast.the(Purge.class).run();
        assertThat(cast.the(ResidentQueries.class).contact(lantern)).isEmpty();
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> cast.reports()
                        .leaveContact(lantern, "13800138000", GivenTo.CALL_BACK_DESK, Cast.reporter(lantern)))
                .withMessageContaining("case.contact-over");
    }

    @Test
    void the_reporter_s_pictures_take_no_place_from_those_of_the_work() {
        var lantern = cast.lanternDispatched();
        for (int i = 0; i < Moment.MOST_PICTURES; i++)
            cast.reports().addPicture(lantern, Lane.photo(20 + i), Moment.REPORT, Cast.reporter(lantern));
        cast.reports().addPicture(lantern, Lane.photo(20), Moment.AFTER, cast.worker(cast.wharf));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(
                        () -> cast.reports().addPicture(lantern, Lane.photo(99), Moment.REPORT, Cast.reporter(lantern)))
                .withMessageContaining("case.too-many-pictures");
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
        assertThat(cast.facts(lantern)).contains(new ReportFact.ContactRead(lantern, cast.wharf, "appointment"));
    }

    @Test
    void the_handling_unit_hears_solved_or_not_and_never_the_rating() {
        var lantern = cast.lanternFinished();
        cases.answer(lantern, new ResidentAnswer(true, 1, 2, false, "", "link"), Cast.reporter(lantern));
        var details = cast.the(CaseDetails.class);
        assertThat(details.beside(lantern, false).answers()).singleElement().satisfies(it -> {
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
        cast.reporters().add(lantern, false, "第三级灯笼台阶", Cast.reporter(lantern));
        cases.finish(lantern, "换好了", null, cast.worker(cast.wharf));
        cases.answer(lantern, new ResidentAnswer(false, 1, 1, true, "没修好", "link"), Cast.reporter(lantern));
        var told =
                cast.database.sql().fetch("SELECT j::text FROM facts.journal j").formatCSV();
        assertThat(told).doesNotContain("13912345678").doesNotContain("灯笼").doesNotContain("没修好");
        assertThat(told).contains("reporter");
    }

    private static List<String> lately(ResidentQueries neighbors) {
        return neighbors.solvedLately(cast.ferryCommunity, cast.the(Categories.class), cast.clock.instant()).stream()
                .map(ResidentQueries.Solved::sentence)
                .toList();
    }
}
