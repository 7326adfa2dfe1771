package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Eight seconds in which whoever moved a case in 临江 may think better of it. */
class UndoTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Undos undos = cast.the(Undos.class);
    private CaseId lantern;

    @BeforeEach
    void a_lantern_went_out() {
        cast.nextMonday();
        lantern = cast.lanternReported();
    }

    @Test
    void a_dispatch_taken_back_leaves_the_case_as_it_was_and_its_facts_voided() {
        undone(cast.desk(), () -> cast.cases().dispatch(lantern, "lantern", cast.desk()));
        assertThat(cast.load(lantern).holder).isEqualTo(cast.ferryCommunity);
        assertThat(told("case.dispatched"))
                .singleElement()
                .satisfies(it -> assertThat(it.voided()).isTrue());
        assertThat(told("case.reported")).noneMatch(Recorded::voided);
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        assertThat(told("case.dispatched"))
                .hasSize(2)
                .filteredOn(Recorded::voided)
                .hasSize(1);
    }

    @Test
    void a_signature_is_taken_back_with_the_limit_it_met() {
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        var worker = cast.worker(cast.wharf);
        undone(worker, () -> cast.cases().sign(lantern, worker));
        assertThat(cast.load(lantern).lead().signedAt).isNull();
        cast.clock.moveTo(cast.load(lantern).lead().signDue);
        cast.sweep().run();
        assertThat(cast.load(lantern).lead().signedAt).isEqualTo(cast.clock.instant());
    }

    @Test
    void a_finish_is_taken_back_with_what_it_told_the_reporter() {
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        var worker = cast.worker(cast.wharf);
        cast.cases().progress(lantern, "灯笼已经订了", worker);
        undone(worker, () -> cast.cases().finish(lantern, "换了新灯笼", "码头的灯笼修好了", worker));
        assertThat(cast.the(CaseDetails.class).replies(lantern))
                .extracting(CaseDetails.Reply::text)
                .containsExactly("灯笼已经订了");
        assertThat(told("case.finished")).allMatch(Recorded::voided);
    }

    @Test
    void a_decision_is_taken_back_and_the_request_waits_again() {
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        var worker = cast.worker(cast.wharf);
        cast.cases().askReturn(lantern, "homes", "不归街道", worker);
        undone(cast.desk(), () -> cast.cases().decide(lantern, true, cast.desk()));
        assertThat(cast.load(lantern).asked).isEqualTo(Relief.RETURN);
        undone(cast.desk(), () -> cast.cases().decide(lantern, false, cast.desk()));
        cast.cases().decide(lantern, false, cast.desk());
        assertThat(cast.load(lantern).asked).isNull();
        assertThat(reason()).isEqualTo("不归街道");
    }

    @Test
    void after_eight_seconds_the_step_stands() {
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        cast.clock.forward(Duration.ofSeconds(8).plusMillis(1));
        refused("case.undo-over", cast.desk());
        cast.the(Undos.class).forget();
        assertThat(cast.the(DSLContext.class).fetchCount(lianxin.cases.tables.UndoTable.UNDO))
                .isZero();
    }

    @Test
    void nobody_takes_back_what_somebody_else_did_or_what_went_on_since() {
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        refused("case.undo-over", cast.worker(cast.wharf));
        cast.reporters().urge(lantern, Cast.reporter(lantern));
        refused("case.undo-changed", cast.desk());
        assertThat(cast.load(lantern).stage).isEqualTo(Stage.DISPATCHED);
    }

    @Test
    void a_decision_that_closed_the_case_is_for_good() {
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        cast.cases().sign(lantern, cast.worker(cast.wharf));
        cast.cases().ask(lantern, Asked.toCloseUnsolved("no-stone"), "没有配件了", cast.worker(cast.wharf));
        assertThat(cast.cases().decide(lantern, true, cast.desk())).isFalse();
        refused("case.undo-over", cast.desk());
        assertThat(cast.load(lantern).outcome).isEqualTo(Outcome.closedUnsolved);
    }

    @Test
    void what_is_undone_is_undone_once() {
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        undos.undo(lantern, cast.desk());
        refused("case.undo-over", cast.desk());
    }

    /** Takes the step, and takes it back within the time; all rows of the case are as they were, but for the version. */
    private void undone(Actor by, Runnable step) {
        var before = rows();
        step.run();
        assertThat(rows()).isNotEqualTo(before);
        cast.clock.forward(Duration.ofSeconds(8));
        undos.undo(lantern, by);
        assertThat(rows()).isEqualTo(before);
    }

    private String rows() {
        return cast.the(DSLContext.class).fetchSingle("""
                        SELECT jsonb_build_array(to_jsonb(c) - 'version',
                            (SELECT jsonb_agg(to_jsonb(a) ORDER BY a.id) FROM cases.assignment a WHERE a.case_id = c.id),
                            (SELECT jsonb_agg(to_jsonb(l) ORDER BY l.id) FROM cases.time_limit l WHERE l.case_id = c.id),
                            (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.id) FROM cases.request r WHERE r.case_id = c.id),
                            (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.id) FROM cases.reply r WHERE r.case_id = c.id))::text
                        FROM cases.case_file c WHERE c.id = ?""", lantern.value()).get(0, String.class);
    }

    private String reason() {
        return cast.the(DSLContext.class)
                .fetchSingle("SELECT reason FROM cases.request WHERE case_id = ?", lantern.value())
                .get(0, String.class);
    }

    private List<Recorded> told(String kind) {
        return cast.the(Journal.class).about(lantern.ref()).stream()
                .filter(it -> it.kind().equals(kind))
                .toList();
    }

    private void refused(String key, Actor by) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> undos.undo(lantern, by))
                .satisfies(it -> assertThat(it.key()).isEqualTo(key));
    }
}
