package lianxin.places;

import static lianxin.places.PlaceDrafts.of;
import static lianxin.places.PlaceDrafts.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lianxin.organization.Actor;
import lianxin.platform.MovableClock;
import lianxin.territory.Jiaxing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlaceGoalsTests {
    private static final String WARM = "warm-station";

    private static Jiaxing jiaxing;
    private static Places places;
    private static PlaceBook book;
    private static PlaceGoals goals;

    @BeforeAll
    static void settle() {
        jiaxing = new Jiaxing().settled();
        places = jiaxing.the(Places.class);
        book = jiaxing.the(PlaceBook.class);
        goals = jiaxing.the(PlaceGoals.class);
    }

    @AfterAll
    static void close() {
        jiaxing.close();
    }

    /** 11 stood when it was published, 20 were planned by the end of June 2021, 17 stood in early autumn. */
    @Test
    void eleven_then_seventeen_of_twenty_stations_are_a_missed_milestone_of_85_percent() {
        var county = jiaxing.area("330481");
        var spring = MovableClock.city("2021-03-01T00:00");
        var autumn = MovableClock.city("2021-09-01T00:00");
        goals.set(county, WARM, 20, LocalDate.of(2021, 6, 30), spring, Actor.SYSTEM);
        for (int i = 1; i <= 20; i++) {
            var planned =
                    of(place("温暖嘉" + i, WARM, county), "township", i > 17 ? PlaceStatus.BUILDING : PlaceStatus.OPEN);
            places.open(planned, i <= 11 ? spring : autumn, Actor.SYSTEM);
        }

        var may = goals.of(county, MovableClock.city("2021-05-01T12:00")).getFirst();
        assertThat(may.built()).isEqualTo(11);
        assertThat(may.percent()).isEqualTo(55);
        assertThat(may.state()).isEqualTo(PlaceGoals.State.RUNNING);

        var july = goals.of(county, MovableClock.city("2021-07-01T00:00")).getFirst();
        assertThat(july.state()).isEqualTo(PlaceGoals.State.MISSED);
        assertThat(july.built()).isEqualTo(11);

        var september = goals.of(county, MovableClock.city("2021-09-20T12:00")).getFirst();
        assertThat(september.planned()).isEqualTo(20);
        assertThat(september.built()).isEqualTo(17);
        assertThat(september.percent()).isEqualTo(85);
        assertThat(september.state()).isEqualTo(PlaceGoals.State.MISSED);
        assertThat(september.steps())
                .containsExactly(
                        new PlaceGoals.Step(LocalDate.of(2021, 3, 1), 11),
                        new PlaceGoals.Step(LocalDate.of(2021, 9, 1), 17));

        var building = book.at(autumn).stream()
                .filter(it -> it.details().status() == PlaceStatus.BUILDING
                        && it.type().equals(WARM))
                .toList();
        for (var it : building)
            places.change(
                    it.id(),
                    of(it.details(), "township", PlaceStatus.OPEN),
                    MovableClock.city("2022-01-10T00:00"),
                    Actor.SYSTEM);
        assertThat(goals.of(county, MovableClock.city("2022-02-01T00:00"))
                        .getFirst()
                        .state())
                .isEqualTo(PlaceGoals.State.REACHED_LATE);
        assertThat(goals.of(county, MovableClock.city("2021-09-20T12:00"))
                        .getFirst()
                        .state())
                .as("what was missed stays missed")
                .isEqualTo(PlaceGoals.State.MISSED);
    }
}
