package lianxin.cases;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import lianxin.cases.Disputes.Answering;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 码头街道 says the lantern is 工务局's; the desk of 渡口社区 said no twice. */
class DisputeTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Cases cases = cast.cases();
    private final Disputes disputes = cast.the(Disputes.class);
    private final Answering works = new Answering(cast.works, "riverside");

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
        var precedents = cast.the(Precedents.class);
        precedents.all().forEach(it -> precedents.end(it.id(), judge()));
    }

    private static Actor worker() {
        return cast.worker(cast.wharf);
    }

    private static Actor judge() {
        return cast.holding("head", cast.wharf);
    }

    private CaseId refusedTwice() {
        var lantern = cast.lanternDispatched();
        for (int i = 0; i < 2; i++) {
            cases.askReturn(lantern, "riverside", "归工务局", worker());
            cases.decide(lantern, false, cast.desk());
        }
        return lantern;
    }

    private CaseId conferring() {
        var lantern = refusedTwice();
        cases.ask(lantern, new Asked(Relief.CONFER, null, null), "清单写的是江岸", worker());
        return lantern;
    }

    private Area ground(CaseId id) {
        return cast.the(Areas.class).path(cast.load(id).place).stream()
                .filter(it -> it.kind().equals("community"))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    @Test
    void a_conference_is_asked_for_after_two_returns_were_refused() {
        var lantern = cast.lanternDispatched();
        var confer = new Asked(Relief.CONFER, null, null);
        refused("case.return-first", () -> cases.ask(lantern, confer, "清单写的是江岸", worker()));
        var twice = conferring();
        assertThat(cast.load(twice).holder).isEqualTo(cast.wharf);
        refused("case.conferred-elsewhere", () -> cases.decide(twice, true, cast.desk()));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> disputes.confer(twice, works, "工务局同意接", worker()));
    }

    @Test
    void what_the_units_agree_on_happens_and_makes_no_precedent() {
        var lantern = conferring();
        disputes.confer(lantern, works, "工务局同意接", cast.desk());
        var it = cast.load(lantern);
        assertThat(it.holder).isEqualTo(cast.works);
        assertThat(it.asked).isNull();
        assertThat(cast.the(Precedents.class)
                        .of(it.place, "lantern", cast.clock.instant().plus(ofDays(2))))
                .isEmpty();

        var kept = conferring();
        disputes.confer(kept, new Answering(cast.wharf, "streets"), "街道继续办", cast.desk());
        assertThat(cast.load(kept).holder).isEqualTo(cast.wharf);
        cases.finish(kept, "换了新灯笼", null, worker());
    }

    @Test
    void a_final_decision_moves_the_case_and_from_the_next_day_the_duty_list() {
        var lantern = conferring();
        disputes.confer(lantern, null, "工务局不同意", cast.desk());
        assertThat(cast.load(lantern).arbiter).isEqualTo(cast.wharf);
        var ground = ground(lantern).id();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> disputes.arbitrate(lantern, works, true, ground, "归工务局", cast.desk()));
        disputes.arbitrate(lantern, works, true, ground, "江岸三十米内归工务局", judge());
        assertThat(cast.load(lantern).holder).isEqualTo(cast.works);
        assertThat(cast.facts(lantern))
                .contains(new RequestFact.Arbitrated(lantern, cast.wharf, cast.works, cast.wharf, true))
                .noneMatch(it -> it instanceof RequestFact.Shuffled);

        var today = cast.lanternDispatched();
        assertThat(cast.load(today).holder).isEqualTo(cast.wharf);
        cast.clock.forward(ofDays(1));
        var tomorrow = cast.lanternDispatched();
        assertThat(cast.load(tomorrow).holder).isEqualTo(cast.works);
        var precedents = cast.the(Precedents.class);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> precedents.end(precedents.all().getFirst().id(), worker()));
        precedents.end(precedents.all().getFirst().id(), judge());
        cast.clock.forward(ofDays(1));
        assertThat(cast.load(cast.lanternDispatched()).holder).isEqualTo(cast.wharf);
    }

    @Test
    void a_return_that_was_unfounded_is_shuffling_and_the_unit_keeps_the_case() {
        var lantern = conferring();
        var due = cast.load(lantern).due;
        disputes.confer(lantern, null, "工务局不同意", cast.desk());
        disputes.arbitrate(
                lantern,
                new Answering(cast.wharf, "streets"),
                false,
                ground(lantern).id(),
                "属街道",
                judge());
        var it = cast.load(lantern);
        assertThat(it.holder).isEqualTo(cast.wharf);
        assertThat(it.due).isEqualTo(due);
        assertThat(cast.facts(lantern)).contains(new RequestFact.Shuffled(lantern, cast.wharf));
    }

    @Test
    void silence_settles_nothing_and_asks_the_next_one_above() {
        var deadlines = cast.the(Deadlines.class);
        var lantern = conferring();
        for (var arbiter : List.of(cast.wharf, cast.county, cast.county)) {
            cast.clock.moveTo(cast.load(lantern).decideBy.plusSeconds(10));
            cast.sweep().run();
            assertThat(cast.load(lantern).arbiter).isEqualTo(arbiter);
        }
        assertThat(cast.load(lantern).holder).isEqualTo(cast.wharf);
        assertThat(cast.load(lantern).decideBy).isAfter(cast.clock.instant());
        assertThat(deadlines.request("arbitrate").times()).isEqualTo(1);
    }

    @Test
    void what_a_level_took_back_is_not_given_to_those_below() {
        var ferry = cast.reported("渡船没按班次开");
        refused("case.reclaimed", () -> cases.dispatch(ferry, "ferry", cast.wharf, "ferries", cast.desk()));
        cases.dispatch(ferry, "ferry", cast.desk());
        assertThat(cast.load(ferry).holder).isEqualTo(cast.works);
    }

    @Test
    void in_an_assisting_duty_the_department_leads_and_the_street_assists() {
        var stall = cast.reported("台阶上摆摊占道");
        var charged = cases.dispatch(stall, "stall", cast.desk());
        assertThat(charged.lead()).isEqualTo(cast.unit("990101-order-bureau"));
        assertThat(charged.assisting()).containsExactly(cast.wharf);
        assertThat(Assistance.of(cast.load(stall), cast.wharf)).isPresent();
    }
}
