package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import lianxin.organization.Unit;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people want with a matter; and praise, which asks for nothing. */
class KindTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Kinds kinds = cast.the(Kinds.class);

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    private CaseId praise() {
        var id = new CaseId(UUID.randomUUID());
        return cast.reports().report(new Report(id, cast.yard, "工务局修堤又快又好", "", "phone", null, "praise"));
    }

    @Test
    void the_category_says_the_kind_until_somebody_says_another() {
        var lantern = cast.lanternReported();
        assertThat(cast.load(lantern).kind).isEqualTo("help");
        assertThat(cast.load(praise()).kind).isEqualTo("praise");
        kinds.correct(lantern, "complaint", cast.desk());
        assertThat(cast.load(lantern).kind).isEqualTo("complaint");
        assertThat(cast.the(CaseQueries.class).find(lantern).orElseThrow().kind())
                .isEqualTo("complaint");
        assertThat(cast.facts(lantern))
                .contains(new ReportFact.KindCorrected(lantern, cast.ferryCommunity, "help", "complaint"));
        refused("case.kind-same", () -> kinds.correct(lantern, "complaint", cast.desk()));
        refused("case.kind", () -> kinds.correct(lantern, "grumble", cast.desk()));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> kinds.correct(lantern, "help", cast.worker(cast.wharf)));
        cast.cases().dispatch(lantern, "lantern", cast.desk());
        refused("case.stage", () -> kinds.correct(lantern, "help", cast.desk()));
    }

    @Test
    void praise_is_passed_to_the_unit_praised_and_closed_as_answered_without_a_limit_to_handle() {
        var praise = praise();
        assertThat(kinds.mayBePraised(cast.load(praise))).extracting(Unit::id).contains(cast.works, cast.wharf);
        kinds.pass(praise, cast.works, "谢谢，已转告工务局", cast.desk());
        var it = cast.load(praise);
        assertThat(it.outcome).isEqualTo(Outcome.answeredDirectly);
        assertThat(it.holder).as("so the unit reads it").isEqualTo(cast.works);
        cast.clock.forward(java.time.Duration.ofDays(60));
        cast.sweep().run();
        assertThat(cast.load(praise).wakeAt()).isNull();
        assertThat(cast.facts(praise))
                .contains(new ReportFact.Praised(praise, cast.works, cast.ferryCommunity))
                .contains(new EndingFact.Closed(praise, cast.ferryCommunity, Outcome.answeredDirectly, true))
                .filteredOn(WorkFact.LimitReached.class::isInstance)
                .extracting(fact -> ((WorkFact.LimitReached) fact).step())
                .isEqualTo(List.of(Step.dispatch));
        assertThat(cast.the(CaseDetails.class).replies(praise)).hasSize(1);
    }

    @Test
    void what_is_no_praise_is_not_ended_by_passing_it_on() {
        var lantern = cast.lanternReported();
        refused("case.no-praise", () -> kinds.pass(lantern, cast.works, "谢谢", cast.desk()));
        assertThat(cast.load(lantern).stage).isEqualTo(Stage.REPORTED);
        var praise = praise();
        refused("case.text-empty", () -> kinds.pass(praise, cast.works, " ", cast.desk()));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> kinds.pass(praise, cast.works, "谢谢", cast.worker(cast.works)));
    }
}
