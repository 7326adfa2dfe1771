package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In 临江 everybody who left a telephone is called again once it is over. */
class RecheckTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Rechecks rechecks = cast.the(Rechecks.class);

    private Actor caller;
    private CaseId lantern;

    @BeforeEach
    void a_lantern_whose_reporter_left_a_telephone() {
        cast.nextMonday();
        caller = cast.holding("caller", cast.county);
        lantern = cast.lanternReported();
        cast.reports().leaveContact(lantern, "13800138000", GivenTo.CALL_BACK_DESK, Cast.reporter(lantern));
    }

    private void solved(CaseId id) {
        cast.cases().dispatch(id, "lantern", cast.desk());
        cast.cases().finish(id, "换了新灯笼", null, cast.worker(cast.wharf));
        cast.cases().answer(id, new ResidentAnswer(true, 5, 5, false, "", "link"), Cast.reporter(id));
    }

    private static boolean listed(CaseId id, Actor reader) {
        return cast
                .the(CaseQueries.class)
                .list(
                        Filter.of(Map.of("view", "recheck")),
                        cast.the(CaseReaders.class).reach(reader),
                        cast.clock.instant())
                .stream()
                .anyMatch(it -> it.id().equals(id));
    }

    @Test
    void the_unit_that_did_the_work_does_not_know_that_a_case_was_drawn() {
        solved(lantern);
        assertThat(listed(lantern, caller)).isTrue();
        assertThat(listed(lantern, cast.worker(cast.wharf))).isFalse();
        assertThat(rechecks.may(cast.load(lantern), cast.worker(cast.wharf))).isFalse();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> rechecks.said(lantern, true, false, cast.worker(cast.wharf)));
    }

    @Test
    void what_the_reporter_says_is_told_once_and_changes_nothing_about_the_case() {
        solved(lantern);
        var before = cast.load(lantern);
        rechecks.said(lantern, false, true, caller);
        assertThat(cast.facts(lantern))
                .contains(new EndingFact.Rechecked(lantern, cast.wharf, "closedSolved", false))
                .anyMatch(EndingFact.Pressed.class::isInstance);
        assertThat(cast.load(lantern).outcome).isEqualTo(before.outcome);
        assertThat(listed(lantern, caller)).isFalse();
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> rechecks.said(lantern, true, false, caller))
                .withMessageContaining("case.no-recheck");
    }

    @Test
    void who_withdrew_is_asked_whether_it_was_freely() {
        cast.reporters().withdraw(lantern, "", Cast.reporter(lantern));
        assertThat(listed(lantern, caller)).isTrue();
        rechecks.said(lantern, true, false, caller);
        assertThat(cast.facts(lantern))
                .contains(new EndingFact.Rechecked(lantern, cast.load(lantern).holder, "withdrawn", true));
    }

    @Test
    void nobody_is_drawn_who_left_no_telephone_and_none_is_asked_whose_case_is_open_again() {
        var anonymous = cast.lanternReported();
        solved(anonymous);
        assertThat(listed(anonymous, caller)).isFalse();

        solved(lantern);
        cast.the(Disagreements.class).say(lantern, "又灭了", Cast.reporter(lantern));
        assertThat(listed(lantern, caller)).isFalse();
        assertThat(rechecks.due(cast.load(lantern))).isEmpty();
    }
}
