package lianxin.cases;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crack in the dike: 老石 of the works bureau says it is made firm, 小渡 of the desk goes and looks. */
class CheckTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Checks checks = cast.the(Checks.class);

    private CaseId crack;

    @BeforeEach
    void a_crack_that_is_said_to_be_made_firm() {
        cast.nextMonday();
        crack = cast.reported("堤上有裂缝");
        cast.cases().dispatch(crack, "dike-crack", cast.desk());
        finished();
    }

    private void finished() {
        cast.cases().finish(crack, "已经灌浆加固", null, worker());
    }

    private Actor worker() {
        return cast.worker(cast.load(crack).holder);
    }

    private static void refused(ThrowingCallable step, String key) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    private boolean waitsFor(Actor reader) {
        var list = cast.the(CaseQueries.class)
                .list(
                        Filter.of(Map.of("view", "check")),
                        cast.the(CaseReaders.class).reach(reader),
                        cast.clock.instant());
        return list.stream().anyMatch(it -> it.id().equals(crack));
    }

    @Test
    void the_desk_that_gave_the_work_looks_and_the_resident_still_decides() {
        assertThat(waitsFor(cast.desk())).isTrue();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> checks.found(crack, true, "好了", worker()));
        checks.found(crack, true, "去看过，已经灌浆", cast.desk());
        assertThat(cast.facts(crack))
                .contains(new WorkFact.Checked(crack, cast.load(crack).holder, cast.load(crack).desk, true));
        assertThat(cast.load(crack).stage).isEqualTo(Stage.AWAITING_RESIDENT);
        assertThat(waitsFor(cast.desk())).isFalse();
        refused(() -> checks.found(crack, false, "再看一次", cast.desk()), "case.no-check");
    }

    @Test
    void what_is_found_not_to_be_done_goes_back_and_is_looked_at_again() {
        checks.found(crack, false, "还在渗水", cast.desk());
        assertThat(cast.load(crack).stage).isEqualTo(Stage.DISPATCHED);
        assertThat(cast.load(crack).reworks).isEqualTo(1);
        assertThat(cast.facts(crack)).noneMatch(EndingFact.Disputed.class::isInstance);
        finished();
        assertThat(waitsFor(cast.desk())).isTrue();
    }

    @Test
    void the_limit_of_the_look_falls_and_it_can_still_be_taken() {
        cast.clock.forward(ofHours(36));
        cast.sweep().run();
        assertThat(cast.facts(crack))
                .filteredOn(WorkFact.LimitReached.class::isInstance)
                .map(WorkFact.LimitReached.class::cast)
                .anyMatch(it -> it.step() == Step.check && !it.inTime());
        checks.found(crack, true, "去看过", cast.desk());
        assertThat(Check.by(cast.load(crack))).isEmpty();
    }

    @Test
    void nobody_needs_to_look_when_the_resident_has_answered() {
        cast.cases().answer(crack, new ResidentAnswer(true, 5, 5, false, "", "link"), Cast.reporter(crack));
        assertThat(waitsFor(cast.desk())).isFalse();
        refused(() -> checks.found(crack, false, "还在渗水", cast.desk()), "case.no-check");
    }

    @Test
    void work_of_other_categories_is_not_looked_at() {
        var lantern = cast.lanternFinished();
        assertThat(Check.by(cast.load(lantern))).isEmpty();
    }
}
