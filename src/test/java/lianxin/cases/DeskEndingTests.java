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
    private final Disagreements disagreements = cast.the(Disagreements.class);

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
        assertThat(cast.facts(it)).contains(new EndingFact.Declined(it, cast.ferryCommunity, "elsewhere", false));
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
                .filteredOn(fact -> fact instanceof WorkFact.LimitReached)
                .containsExactly(new WorkFact.LimitReached(it, cast.ferryCommunity, Step.dispatch, true, 0));
        assertThat(cast.load(it).wakeAt()).isNull();
    }

    @Test
    void an_appeal_goes_to_the_desk_above_once_and_in_time() {
        var it = declined();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> disagreements.say(it, "桥一半是我们的", worker()));
        disagreements.say(it, "桥一半是我们的", Cast.reporter(it));
        var appealed = cast.load(it);
        assertThat(appealed.stage).isEqualTo(Stage.REPORTED);
        assertThat(appealed.holder).isEqualTo(cast.wharf);
        assertThat(cast.facts(it)).contains(new EndingFact.Appealed(it, cast.wharf, "declined"));
        var above = cast.holding("watch", cast.wharf);
        refused("case.appeal-waits", () -> endings.decline(it, "elsewhere", "桥确在邻县", above));
        disagreements.confirm(it, "桥确在邻县，已问过邻县", above);
        var confirmed = cast.load(it);
        assertThat(confirmed.outcome).isEqualTo(Outcome.declined);
        assertThat(confirmed.wakeAt()).isNotNull();
        assertThat(cast.facts(it)).contains(new EndingFact.EndingConfirmed(it, cast.wharf, "declined"));
        refused("case.disagreed-too-late", () -> disagreements.say(it, "还是不同意", Cast.reporter(it)));
        refused("case.no-appeal", () -> disagreements.confirm(cast.lanternReported(), "不办", cast.desk()));

        var late = declined();
        cast.clock.moveTo(cast.the(Deadlines.class).appeal(closed(late)).plusSeconds(1));
        refused("case.disagreed-too-late", () -> disagreements.say(late, "不同意", Cast.reporter(late)));
    }

    @Test
    void the_desk_above_dispatches_what_was_appealed_for_or_sends_it_back_and_no_desk_ends_it_again() {
        var above = cast.holding("watch", cast.wharf);
        var dispatched = declined();
        disagreements.say(dispatched, "是我们的灯笼", Cast.reporter(dispatched));
        cases.dispatch(dispatched, "lantern", above);
        assertThat(cast.facts(dispatched))
                .contains(new EndingFact.FiledOnAppeal(dispatched, cast.wharf, "declined"))
                .anyMatch(fact -> fact instanceof WorkFact.Dispatched it && it.first());

        var sentBack = declined();
        disagreements.say(sentBack, "是我们的灯笼", Cast.reporter(sentBack));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> disagreements.sendBack(sentBack, cast.desk()));
        disagreements.sendBack(sentBack, above);
        assertThat(cast.load(sentBack).holder).isEqualTo(cast.ferryCommunity);
        refused("case.filed-on-appeal", () -> endings.answer(sentBack, "不归我们管", cast.desk()));
        cases.dispatch(sentBack, "lantern", cast.desk());
        assertThat(cast.load(sentBack).stage).isEqualTo(Stage.DISPATCHED);
    }

    @Test
    void nobody_confirms_what_he_ended_himself() {
        var it = cast.reported("街面太吵");
        cases.about(it, cast.ferryCommunity, cast.desk());
        var above = cast.holding("watch", cast.wharf);
        endings.answer(it, "知道了", above);
        disagreements.say(it, "没有答复我", Cast.reporter(it));
        assertThat(cast.load(it).desk).isEqualTo(cast.county);
        var promoted = cast.alsoHolding(above, "watch", cast.county);
        refused("case.own-ending", () -> disagreements.confirm(it, "答复过了", promoted));
        disagreements.confirm(it, "答复过了", cast.holding("watch", cast.county));
        assertThat(cast.load(it).outcome).isEqualTo(Outcome.answeredDirectly);
    }

    @Test
    void a_return_that_ends_with_another_office_cancels_what_was_filed() {
        var it = cast.lanternDispatched();
        cases.askReturn(it, "stalls", "灯笼是县衙的", worker());
        cases.decide(it, true, cast.desk());
        endings.handOn(it, "magistrate", "请到县衙", cast.desk());
        assertThat(cast.facts(it)).contains(new EndingFact.HandedOn(it, cast.ferryCommunity, "magistrate", true));
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
                .contains(new EndingFact.ClosedUnsolved(it, cast.wharf, "no-stone", true))
                .noneMatch(fact -> fact instanceof EndingFact.Confirmed);
        assertThat(cast.the(CaseDetails.class).replies(it))
                .extracting(CaseDetails.Reply::text)
                .containsExactly("采石场停了，没有石料");
        cast.clock.forward(ofDays(40));
        cast.sweep().run();
        assertThat(cast.facts(it)).noneMatch(fact -> fact instanceof WorkFact.LimitReached fell && !fell.inTime());
    }

    @Test
    void who_does_not_agree_has_it_opened_again_for_the_unit_that_did_it() {
        var it = cast.lanternFinished();
        cases.answer(it, new ResidentAnswer(true, 0, 0, false, "", "link"), Cast.reporter(it));
        disagreements.say(it, "昨晚又灭了", Cast.reporter(it));
        var again = cast.load(it);
        assertThat(again.stage).isEqualTo(Stage.DISPATCHED);
        assertThat(again.holder).isEqualTo(cast.wharf);
        assertThat(again.reworks).isEqualTo(1);
        assertThat(again.due).isAfter(cast.clock.instant());
        assertThat(cast.facts(it)).contains(new EndingFact.Reopened(it, cast.wharf, "closedSolved"));
        var kept = cast.the(DSLContext.class)
                .fetchSingle("SELECT delete_after FROM cases.words WHERE case_id = {0}", it.value())
                .get(0, Instant.class);
        assertThat(kept)
                .as("kept until it is closed anew")
                .isAfter(cast.clock.instant().plus(ofDays(700)));
        cases.finish(it, "换了新线", null, worker());
        cases.answer(it, new ResidentAnswer(true, 5, 5, false, "", "link"), Cast.reporter(it));
        assertThat(cast.load(it).outcome).isEqualTo(Outcome.closedSolved);
        cast.clock.forward(ofDays(60));
        cast.sweep().run();
        assertThat(cast.facts(it))
                .as("due to be closed once, and as rework")
                .filteredOn(fact -> fact instanceof WorkFact.LimitReached fell && fell.step() == Step.close)
                .containsExactly(new WorkFact.LimitReached(it, cast.wharf, Step.close, true, 1));
        refused("case.disagreed-too-late", () -> disagreements.say(it, "又灭了", Cast.reporter(it)));
    }
}
