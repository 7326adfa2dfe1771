package lianxin.cases;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lanterns of 临江 that go out again. */
class SameTroubleTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final SameTrouble same = cast.the(SameTrouble.class);

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
        cast.clock.forward(ofDays(60));
        cast.sweep().run();
    }

    private static void refused(ThrowingCallable step, String key) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    /** Closed as solved. */
    private static CaseId repaired() {
        var lantern = cast.lanternFinished();
        cast.cases().answer(lantern, new ResidentAnswer(true, 5, 5, false, "", "link"), Cast.reporter(lantern));
        cast.clock.forward(ofDays(3));
        return lantern;
    }

    private static CaseId reportedAt(AreaId place) {
        var report = new Report(new CaseId(UUID.randomUUID()), place, "灯又不亮了", "", "qr");
        return cast.reports().report(report);
    }

    @Test
    void what_was_closed_lately_in_the_same_grid_and_category_is_shown_to_the_desk() {
        var old = repaired();
        var here = reportedAt(cast.yard);
        var nextDoor = reportedAt(cast.otherYard);
        var elsewhere = cast.reported("渡船班次太少");
        var now = cast.clock.instant();
        assertThat(same.candidates(cast.load(here), cast.desk(), now))
                .extracting(EarlierRows.Closed::id)
                .containsExactly(old);
        assertThat(same.candidates(cast.load(nextDoor), cast.desk(), now))
                .extracting(EarlierRows.Closed::id)
                .containsExactly(old);
        assertThat(same.candidates(cast.load(elsewhere), cast.desk(), now)).isEmpty();
        cast.clock.forward(ofDays(40));
        assertThat(same.candidates(cast.load(reportedAt(cast.yard)), cast.desk(), cast.clock.instant()))
                .as("too long ago")
                .noneMatch(it -> it.id().equals(old));
    }

    @Test
    void the_same_trouble_counts_against_the_old_closing_and_its_unit_and_may_be_taken_back() {
        var old = repaired();
        var again = reportedAt(cast.otherYard);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> same.mark(again, old, cast.worker(cast.wharf)));
        same.mark(again, old, cast.desk());
        assertThat(cast.facts(old)).contains(new EndingFact.Recurred(old, cast.wharf, again));
        assertThat(cast.facts(again)).noneMatch(EndingFact.Recurred.class::isInstance);
        assertThat(cast.load(old).stage).as("closed it stays").isEqualTo(Stage.CLOSED);
        refused(() -> same.mark(again, old, cast.desk()), "case.same-already");
        refused(() -> same.mark(again, cast.lanternReported(), cast.desk()), "case.not-the-same");
        same.unmark(again, old, cast.desk());
        assertThat(cast.the(Journal.class).about(old.ref()))
                .filteredOn(it -> it.fact() instanceof EndingFact.Recurred)
                .allMatch(Recorded::voided);
        refused(() -> same.unmark(again, old, cast.desk()), "case.not-the-same");
    }

    @Test
    void a_matter_about_a_unit_is_no_candidate_for_those_who_sit_in_it() {
        var about = reportedAt(cast.yard);
        cast.cases().about(about, cast.ferryCommunity, cast.desk());
        var above = cast.holding("watch", cast.wharf);
        cast.cases().dispatch(about, "lantern", above);
        cast.cases().finish(about, "修好了", null, cast.worker(cast.wharf));
        cast.cases().answer(about, new ResidentAnswer(true, 0, 0, false, "", "link"), Cast.reporter(about));
        cast.clock.forward(ofDays(2));
        var again = cast.load(reportedAt(cast.yard));
        var now = cast.clock.instant();
        assertThat(same.candidates(again, cast.desk(), now))
                .noneMatch(it -> it.id().equals(about));
        assertThat(same.candidates(again, Actor.SYSTEM, now))
                .anyMatch(it -> it.id().equals(about));
    }

    @Test
    void a_matter_about_a_unit_stays_hidden_from_those_who_sit_in_it_on_the_page_of_the_other_case_too() {
        var old = repaired();
        var about = reportedAt(cast.yard);
        same.mark(about, old, cast.desk());
        assertThat(same.tied(old, cast.worker(cast.wharf)))
                .extracting(EarlierRows.Other::id)
                .containsExactly(about);
        cast.cases().about(about, cast.wharf, cast.desk());
        assertThat(same.tied(old, cast.worker(cast.wharf))).isEmpty();
        assertThat(same.tied(old, Actor.SYSTEM)).singleElement().matches(it -> !it.again());
        assertThat(same.tied(about, Actor.SYSTEM)).singleElement().matches(EarlierRows.Other::again);
    }
}
