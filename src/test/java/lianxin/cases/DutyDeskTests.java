package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.PersonId;
import lianxin.organization.Rosters;
import lianxin.organization.UnitId;
import lianxin.platform.MovableClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot wait goes to who is on duty that minute: 渡口社区 keeps no watch at night, 码头街道 does. */
class DutyDeskTests {

    @AutoClose
    static final Cast cast = new Cast();

    Actor lampKeeper;

    @BeforeEach
    void the_street_keeps_watch_this_week() {
        cast.nextMonday();
        lampKeeper = cast.holding("worker", cast.wharf);
        plan(cast.wharf, lampKeeper);
    }

    private static void plan(UnitId desk, Actor on) {
        var today = LocalDate.ofInstant(cast.clock.instant(), MovableClock.CITY);
        List<PersonId> people = List.of(on.person().orElseThrow());
        cast.the(Rosters.class).plan(new Rosters.Plan(desk, today, today.plusDays(7), people, List.of()), Actor.SYSTEM);
    }

    private void at(String time) {
        cast.clock.moveTo(LocalDate.ofInstant(cast.clock.instant(), MovableClock.CITY) + "T" + time);
    }

    private UnitId deskOf(CaseId id) {
        return cast.the(CaseRepository.class).find(id).orElseThrow().desk;
    }

    @Test
    void a_crack_in_the_dike_at_night_is_in_the_hands_of_the_street_and_whoever_is_on_duty_dispatches_it() {
        at("23:30");
        var crack = cast.reported("大堤有裂缝，在渗水");

        assertThat(deskOf(crack)).isEqualTo(cast.wharf);
        cast.the(Cases.class).dispatch(crack, "dike-crack", lampKeeper);
        assertThat(cast.the(CaseRepository.class).find(crack).orElseThrow().stage)
                .isEqualTo(Stage.DISPATCHED);
    }

    @Test
    void in_office_hours_the_desk_of_the_place_takes_it_itself() {
        at("10:30");
        assertThat(deskOf(cast.reported("大堤有裂缝，在渗水"))).isEqualTo(cast.ferryCommunity);
    }

    @Test
    void what_can_wait_waits_for_the_own_desk() {
        at("23:30");
        assertThat(deskOf(cast.lanternReported())).isEqualTo(cast.ferryCommunity);
    }

    @Test
    void a_desk_that_keeps_watch_itself_is_not_passed_over() {
        plan(cast.ferryCommunity, cast.worker(cast.ferryCommunity));
        at("23:30");
        assertThat(deskOf(cast.reported("大堤有裂缝，在渗水"))).isEqualTo(cast.ferryCommunity);
    }

    @Test
    void where_nobody_is_on_duty_anywhere_the_desk_of_the_place_keeps_it() {
        cast.nextMonday();
        at("23:30");
        assertThat(deskOf(cast.reported("大堤有裂缝，在渗水"))).isEqualTo(cast.ferryCommunity);
    }
}
