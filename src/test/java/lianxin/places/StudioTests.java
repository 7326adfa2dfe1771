package lianxin.places;

import static lianxin.places.PlaceDrafts.place;
import static lianxin.territory.Yunhe.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.DutyDesks;
import lianxin.organization.Posts;
import lianxin.organization.Rosters;
import lianxin.organization.Trees;
import lianxin.territory.Yunhe;
import org.junit.jupiter.api.Test;

/** Row 0.41: the studio of a grid works by the roster of the desk that keeps it. */
class StudioTests {

    @Test
    void at_a_studio_is_on_duty_who_is_at_its_desk_that_minute_and_a_center_has_no_roster() {
        try (var town = new Yunhe().settled(List.of())) {
            var places = town.the(Places.class);
            var studio =
                    places.open(place("红帆工作室", "grid-studio", town.area(YUNHE + "-01")), Yunhe.LONG_AGO, Actor.SYSTEM);
            var center = places.open(place("党群服务中心", "service-center", town.area(YUNHE)), Yunhe.LONG_AGO, Actor.SYSTEM);
            var desk = town.the(Trees.class).now().unit(town.unit(YUNHE));
            var posts = town.the(Posts.class);
            var people = posts.register(List.of("沈采荷", "陆小满"), true, Actor.SYSTEM);
            for (var it : people)
                posts.fill(new Posts.Seat(it, desk.id(), "handler", Yunhe.LONG_AGO, null), "任职", Actor.SYSTEM);
            town.the(DutyDesks.class).setTelephone(desk.id(), "0573-0000 0001", Actor.SYSTEM);
            var tuesday = LocalDate.of(2026, 3, 3);
            town.the(Rosters.class)
                    .plan(
                            new Rosters.Plan(
                                    desk.id(), tuesday, tuesday, List.of(people.get(0)), List.of(people.get(1))),
                            Actor.SYSTEM);

            var duty = town.the(DoorDuty.class);
            var book = town.the(PlaceBook.class);
            town.clock.moveTo("2026-03-03T10:00");
            var now = town.clock.instant();
            var there = duty.at(book.find(studio, now).orElseThrow(), desk, now).orElseThrow();
            assertThat(there.first()).isEqualTo("沈采荷");
            assertThat(there.second()).isEqualTo("陆小满");
            assertThat(there.until()).hasToString("2026-03-03T17:30");
            assertThat(there.telephone()).isEqualTo("0573-0000 0001");
            assertThat(duty.at(book.find(center, now).orElseThrow(), desk, now)).isEmpty();

            town.clock.moveTo("2026-03-05T12:00");
            var nobody = duty.at(book.find(studio, town.clock.instant()).orElseThrow(), desk, town.clock.instant());
            assertThat(nobody.orElseThrow().first()).isNull();
        }
    }
}
