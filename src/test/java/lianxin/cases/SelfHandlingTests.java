package lianxin.cases;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaFigures;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What 老周 finds on his round and puts right at once. */
class SelfHandlingTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final SelfHandling handling = cast.the(SelfHandling.class);

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    private static Report found(String words) {
        return new Report(new CaseId(UUID.randomUUID()), cast.yard, words, "", "", "stall", null);
    }

    private CaseId recorded() {
        return handling.record(found("菜筐堵住台阶，已搬开"), List.of(), cast.worker(cast.ferryCommunity));
    }

    @Test
    void it_is_closed_at_once_counted_apart_and_nobody_is_called_back() {
        var id = recorded();
        var it = cast.load(id);
        assertThat(it.stage).isEqualTo(Stage.CLOSED);
        assertThat(it.outcome).isEqualTo(Outcome.selfHandled);
        assertThat(it.holder).isEqualTo(cast.ferryCommunity);
        assertThat(it.wakeAt()).isNull();
        cast.clock.forward(ofDays(60));
        cast.sweep().run();
        assertThat(cast.facts(id))
                .containsExactly(new EndingFact.SelfHandled(id, cast.ferryCommunity, "stall", SelfHandling.CHANNEL));
    }

    @Test
    void the_form_sent_twice_records_it_once_and_nobody_takes_it_over() {
        var report = found("落叶堵住水沟，已清");
        var worker = cast.worker(cast.ferryCommunity);
        handling.record(report, List.of(), worker);
        handling.record(report, List.of(), worker);
        assertThat(cast.facts(report.id())).hasSize(1);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> handling.record(report, List.of(), cast.worker(cast.wharf)));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> handling.record(found("擦了栏杆"), List.of(), cast.desk()));
    }

    @Test
    void nothing_about_persons_and_nothing_without_a_category_is_taken() {
        var worker = cast.worker(cast.ferryCommunity);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> handling.record(found("劝走 13912345678 的摊主"), List.of(), worker))
                .withMessageContaining("intake.about-persons");
        var without = new Report(new CaseId(UUID.randomUUID()), cast.yard, "搬开了", "", "", "", null);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> handling.record(without, List.of(), worker))
                .withMessageContaining("case.category");
    }

    @Test
    void a_picture_that_is_none_leaves_nothing_behind() {
        var report = found("菜筐又堵住台阶，又搬开");
        var text = new Reports.Image("no picture".getBytes(StandardCharsets.UTF_8), Moment.AFTER);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> handling.record(report, List.of(text), cast.worker(cast.ferryCommunity)))
                .withMessageContaining("platform.photo");
        assertThat(cast.the(CaseRepository.class).find(report.id())).isEmpty();
    }

    @Test
    void the_page_of_the_ground_counts_it_for_those_who_handle_there() {
        var worker = cast.worker(cast.ferryCommunity);
        recorded();
        AreaFigures figures = cast.the(SelfHandledOnTheGround.class);
        assertThat(figures.of(cast.yard, cast.clock.instant(), worker))
                .singleElement()
                .matches(it -> it.number() >= 1 && it.url().endsWith("at=" + cast.yard.number()));
        assertThat(figures.of(cast.yard, cast.clock.instant(), cast.desk())).isEmpty();
    }
}
