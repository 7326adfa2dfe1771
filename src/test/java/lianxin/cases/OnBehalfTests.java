package lianxin.cases;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An old woman of 渡口社区 comes to the counter with her neighbor; the watch takes her matter down. */
class OnBehalfTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private static final Said NEIGHBOR = new Said("neighbor", Concerned.resident, null, "", null);
    private static final ResidentAnswer YES = new ResidentAnswer(true, 5, 5, false, "", "paper");

    private final OnBehalf onBehalf = cast.the(OnBehalf.class);
    private final Cases cases = cast.cases();

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    private static Report lantern() {
        return new Report(new CaseId(UUID.randomUUID()), cast.yard, "码头的灯笼灭了", "台阶边", "window");
    }

    /** Done by the street office. */
    private CaseId finished(Actor typist) {
        var id = onBehalf.take(lantern(), NEIGHBOR, typist);
        cases.dispatch(id, "lantern", cast.desk());
        cases.finish(id, "换了新灯笼", null, cast.worker(cast.wharf));
        return id;
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    @Test
    void asker_person_concerned_and_typist_are_three_things_and_none_is_a_name() {
        var id = onBehalf.take(lantern(), NEIGHBOR, cast.desk());
        assertThat(cast.load(id).channel).isEqualTo("window");
        assertThat(cast.facts(id))
                .contains(
                        new ReportFact.TakenDown(id, cast.ferryCommunity, cast.ferryCommunity, "neighbor", "resident"));
        var taken = cast.the(TakenDownRows.class).find(id).orElseThrow();
        assertThat(taken.by(cast.desk())).isTrue();
        assertThat(cast.the(DSLContext.class)
                        .fetch("SELECT column_name FROM information_schema.columns WHERE table_schema = 'cases'"
                                + " AND table_name = 'taken_down'")
                        .getValues(0, String.class))
                .containsExactlyInAnyOrder(
                        "case_id", "asker", "concerned", "enterprise", "typed_by", "typed_in", "typed_at");
    }

    @Test
    void the_telephone_is_kept_only_when_the_person_concerned_agreed() {
        var without = new Said("self", Concerned.resident, null, "13800138000", null);
        refused("intake.consent-missing", () -> onBehalf.take(lantern(), without, cast.desk()));
        var agreed = new Said("self", Concerned.resident, null, "13800138000", GivenTo.CALL_BACK_DESK);
        var id = onBehalf.take(lantern(), agreed, cast.desk());
        var details = cast.the(CaseDetails.class);
        assertThat(details.maskedContact(id, cast.load(id), cast.holding("caller", cast.county)))
                .isPresent();
        assertThat(details.maskedContact(id, cast.load(id), cast.desk())).isEmpty();
    }

    @Test
    void a_form_sent_twice_is_one_report_and_nobody_takes_over_the_report_of_another() {
        var report = lantern();
        onBehalf.take(report, NEIGHBOR, cast.desk());
        onBehalf.take(report, NEIGHBOR, cast.desk());
        assertThat(cast.facts(report.id())).hasSize(2);
        var own = cast.lanternReported();
        var taken = new Report(own, cast.yard, "别的", "", "window");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> onBehalf.take(taken, NEIGHBOR, cast.desk()));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> onBehalf.take(report, NEIGHBOR, cast.worker(cast.wharf)));
        assertThatThrownBy(() -> onBehalf.slip(own, cast.desk())).isInstanceOf(RuntimeException.class);
    }

    @Test
    void only_channels_and_askers_of_the_playbook_are_taken_and_only_from_staff() {
        var byCode = new Report(new CaseId(UUID.randomUUID()), cast.yard, "灯灭了", "", "qr");
        refused("intake.channel-missing", () -> onBehalf.take(byCode, NEIGHBOR, cast.desk()));
        var nobody = new Said("cousin", Concerned.resident, null, "", null);
        refused("intake.asker-missing", () -> onBehalf.take(lantern(), nobody, cast.desk()));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> onBehalf.take(lantern(), NEIGHBOR, cast.holding("visitor", cast.ferryCommunity)));
    }

    @Test
    void the_typist_hears_no_answer_neither_on_the_telephone_nor_on_paper() {
        var caller = cast.holding("caller", cast.county);
        cast.posts.put("typist", twoPosts());
        var typist = cast.posts.get("typist");
        var id = finished(typist);
        refused("case.typist-hears-nobody", () -> cases.answer(id, YES, typist));
        var phone = new ResidentAnswer(true, 0, 0, false, "", "phone");
        refused("case.typist-hears-nobody", () -> cases.answer(id, phone, typist));
        assertThat(cast.the(Callers.class).ways(cast.load(id), id, typist)).isEmpty();
        assertThat(cast.the(Callers.class).ways(cast.load(id), id, caller)).containsExactly("phone", "paper");
        cases.answer(id, phone, caller);
        assertThat(cast.load(id).stage).isEqualTo(Stage.CLOSED);
    }

    /** At the counter and at the call-back desk. */
    private static Actor twoPosts() {
        var posts = cast.the(lianxin.organization.Posts.class);
        var person =
                posts.register(java.util.List.of("钱小满"), true, Actor.SYSTEM).getFirst();
        for (var seat : java.util.List.of("watch", "caller")) {
            var unit = seat.equals("watch") ? cast.ferryCommunity : cast.county;
            posts.fill(
                    new lianxin.organization.Posts.Seat(person, unit, seat, Cast.LONG_AGO, null), "test", Actor.SYSTEM);
        }
        return cast.the(lianxin.organization.Actors.class).of(person);
    }

    @Test
    void the_slip_that_came_back_is_entered_at_the_desk_by_somebody_who_neither_typed_nor_handled() {
        var typist = cast.worker(cast.ferryCommunity);
        var id = finished(typist);
        assertThat(cast.the(Callers.class).ways(cast.load(id), id, cast.desk())).containsExactly("paper");
        var phone = new ResidentAnswer(true, 5, 5, false, "", "phone");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> cases.answer(id, phone, cast.desk()));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> cases.answer(id, YES, cast.worker(cast.wharf)));
        cases.answer(id, YES, cast.desk());
        assertThat(cast.load(id).outcome).isEqualTo(Outcome.closedSolved);
        assertThat(cast.facts(id)).contains(new EndingFact.Rated(id, cast.wharf, 5, 5));
        refused("case.answered-already", () -> cases.answer(id, YES, cast.holding("caller", cast.county)));
    }

    @Test
    void a_desk_whose_own_unit_did_the_work_enters_no_slip() {
        var typist = cast.worker(cast.works);
        var id = onBehalf.take(lantern(), NEIGHBOR, typist);
        cases.dispatch(id, "lantern", cast.ferryCommunity, "homes", cast.desk());
        cases.finish(id, "换了", null, cast.worker(cast.ferryCommunity));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> cases.answer(id, YES, cast.desk()));
        assertThat(cast.the(Callers.class).ways(cast.load(id), id, cast.desk())).isEmpty();
    }

    @Test
    void a_slip_that_comes_late_is_heard_and_changes_nothing() {
        var id = finished(cast.worker(cast.ferryCommunity));
        cast.clock.moveTo(cast.load(id).answerUntil.plusSeconds(60));
        cast.sweep().run();
        assertThat(cast.the(Callers.class).ways(cast.load(id), id, cast.desk())).containsExactly("paper");
        cases.answer(id, YES, cast.desk());
        assertThat(cast.load(id).outcome).isEqualTo(Outcome.closedUnanswered);
        assertThat(cast.facts(id)).contains(new EndingFact.Confirmed(id, cast.wharf));
    }

    @Test
    void the_slip_is_shown_to_the_typist_alone_for_a_short_time_and_each_time_is_written_down() {
        var id = onBehalf.take(lantern(), NEIGHBOR, cast.desk());
        onBehalf.slip(id, cast.desk());
        assertThat(cast.facts(id)).contains(new ReportFact.SlipShown(id, cast.ferryCommunity));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> onBehalf.slip(id, cast.worker(cast.wharf)));
        cast.clock.forward(ofMinutes(90));
        refused("intake.slip-over", () -> onBehalf.slip(id, cast.desk()));
    }
}
