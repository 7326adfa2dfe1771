package lianxin.cases;

import static java.time.Duration.ofDays;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk of 渡口社区 does not dispatch, what 码头街道 cannot solve, and reporters who do not agree. */
class DeskEndingTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Cases cases = cast.cases();
    private final DeskEndings endings = cast.the(DeskEndings.class);

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    private static Actor worker() {
        return cast.worker(cast.wharf);
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    private CaseId declined() {
        var elsewhere = cast.reported("邻县的桥坏了");
        endings.decline(elsewhere, "elsewhere", "桥在邻县，请向邻县反映", cast.desk());
        return elsewhere;
    }

    @Test
    void a_report_is_declined_for_a_cited_reason_that_the_reporter_reads() {
        var it = declined();
        assertThat(cast.load(it).outcome).isEqualTo(Outcome.declined);
        assertThat(cast.facts(it)).contains(new CaseFact.Declined(it, cast.ferryCommunity, "elsewhere"));
        assertThat(cast.the(CaseDetails.class).replies(it))
                .extracting(CaseDetails.Reply::text)
                .containsExactly("桥在邻县，请向邻县反映");
        refused("case.reason", () -> endings.decline(cast.lanternReported(), "too-much-work", "不想办", cast.desk()));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> endings.decline(cast.lanternReported(), "elsewhere", "不办", worker()));
        refused("case.stage", () -> endings.answer(cast.lanternDispatched(), "已办", cast.desk()));
    }

    @Test
    void what_the_desk_ended_is_in_nobody_s_figures_of_handling() {
        var it = declined();
        cast.clock.forward(ofDays(60));
        cast.sweep().run();
        assertThat(cast.facts(it))
                .filteredOn(fact -> fact instanceof CaseFact.LimitReached)
                .containsExactly(new CaseFact.LimitReached(it, cast.ferryCommunity, Step.dispatch, true, 0));
        assertThat(cast.load(it).wakeAt()).isNull();
    }

    @Test
    void an_appeal_goes_to_the_desk_above_once_and_in_time() {
        var it = declined();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> endings.disagree(it, "桥一半是我们的", worker()));
        endings.disagree(it, "桥一半是我们的", Cast.reporter(it));
        var appealed = cast.load(it);
        assertThat(appealed.stage).isEqualTo(Stage.REPORTED);
        assertThat(appealed.holder).isEqualTo(cast.wharf);
        assertThat(cast.facts(it)).contains(new CaseFact.Appealed(it, cast.wharf, "declined"));
        var above = cast.holding("watch", cast.wharf);
        endings.decline(it, "elsewhere", "桥确在邻县", above);
        refused("case.disagreed-too-late", () -> endings.disagree(it, "还是不同意", Cast.reporter(it)));

        var late = declined();
        cast.clock.moveTo(cast.the(Deadlines.class).disagree(closed(late)).plusSeconds(1));
        refused("case.disagreed-too-late", () -> endings.disagree(late, "不同意", Cast.reporter(late)));
    }

    private static Instant closed(CaseId id) {
        return requireNonNull(cast.load(id).closedAt);
    }

    @Test
    void a_matter_of_a_court_is_handed_on_with_where_to_go() {
        var it = cast.reported("邻居欠钱不还，我要告他");
        refused("case.reason", () -> endings.handOn(it, "moon", "请去月亮上", cast.desk()));
        endings.handOn(it, "magistrate", "请到县衙递状", cast.desk());
        assertThat(cast.load(it).outcome).isEqualTo(Outcome.handedOn);
    }

    @Test
    void what_cannot_be_solved_is_closed_in_a_class_of_its_own_when_the_desk_agrees() {
        var it = cast.lanternDispatched();
        cases.sign(it, worker());
        refused("case.reason", () -> cases.ask(it, Asked.toCloseUnsolved("lazy"), "不想办", worker()));
        cases.ask(it, Asked.toCloseUnsolved("no-stone"), "采石场停了，没有石料", worker());
        cases.decide(it, true, cast.desk());
        assertThat(cast.load(it).outcome).isEqualTo(Outcome.closedUnsolved);
        assertThat(cast.facts(it))
                .contains(new CaseFact.ClosedUnsolved(it, cast.wharf, "no-stone", true))
                .noneMatch(fact -> fact instanceof CaseFact.Confirmed);
        assertThat(cast.the(CaseDetails.class).replies(it))
                .extracting(CaseDetails.Reply::text)
                .containsExactly("采石场停了，没有石料");
        cast.clock.forward(ofDays(40));
        cast.sweep().run();
        assertThat(cast.facts(it)).noneMatch(fact -> fact instanceof CaseFact.LimitReached fell && !fell.inTime());
    }

    @Test
    void who_does_not_agree_has_it_opened_again_for_the_unit_that_did_it() {
        var it = cast.lanternFinished();
        cases.answer(it, new ResidentAnswer(true, 0, 0, false, "", "link"), Cast.reporter(it));
        endings.disagree(it, "昨晚又灭了", Cast.reporter(it));
        var again = cast.load(it);
        assertThat(again.stage).isEqualTo(Stage.DISPATCHED);
        assertThat(again.holder).isEqualTo(cast.wharf);
        assertThat(again.reworks).isEqualTo(1);
        assertThat(again.due).isAfter(cast.clock.instant());
        assertThat(cast.facts(it)).contains(new CaseFact.Reopened(it, cast.wharf, "closedSolved"));
        var kept = cast.the(DSLContext.class)
                .fetchSingle("SELECT delete_after FROM cases.words WHERE case_id = {0}", it.value())
                .get(0, Instant.class);
        assertThat(kept)
                .as("kept until it is closed anew")
                .isAfter(cast.clock.instant().plus(ofDays(700)));
        cases.finish(it, "换了新线", null, worker());
        cases.answer(it, new ResidentAnswer(true, 5, 5, false, "", "link"), Cast.reporter(it));
        assertThat(cast.load(it).outcome).isEqualTo(Outcome.closedSolved);
    }
}
