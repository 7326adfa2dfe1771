package lianxin.places;

import static lianxin.places.PlaceDrafts.place;
import static lianxin.places.tables.BookingTable.BOOKING;
import static lianxin.territory.Yunhe.HEHUA;
import static lianxin.territory.Yunhe.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.territory.Yunhe;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows 2.04 and 3.53: groups ask for visits and rooms; what tells who they are goes again. */
class BookingTests {

    private static final String NUMBER = "13800002206";

    @AutoClose
    static final Yunhe town = new Yunhe().settled(List.of());

    final Bookings bookings = town.the(Bookings.class);
    final BookingBook book = town.the(BookingBook.class);
    final Rooms rooms = town.the(Rooms.class);
    final DSLContext db = town.the(DSLContext.class);

    @BeforeEach
    void on_monday_morning() {
        town.clock.moveTo("2026-03-02T09:00");
    }

    private PlaceId center(String name, String community) {
        return town.the(Places.class)
                .open(place(name, "service-center", town.area(community)), Yunhe.LONG_AGO, Actor.SYSTEM);
    }

    private static Bookings.Ask ask(PlaceId place, @Nullable Integer room, String from, String to, int people) {
        var begins = LocalDateTime.parse(from);
        var ends = begins.toLocalDate().atTime(Integer.parseInt(to), 0);
        return new Bookings.Ask(UUID.randomUUID(), place, room, begins, ends, people, "reading", "王女士", NUMBER);
    }

    private UUID asked(PlaceId place, @Nullable Integer room, String from, String to) {
        var it = ask(place, room, from, to, 12);
        bookings.ask(it);
        return it.id();
    }

    private Booking found(UUID id) {
        return book.find(id).orElseThrow();
    }

    @Test
    void a_group_asks_the_keeper_confirms_and_the_heads_that_came_count_among_the_visits_of_the_day() {
        var center = center("运河党群服务中心", YUNHE);
        var id = asked(center, null, "2026-03-04T10:00", "11");
        assertThat(found(id).state()).isEqualTo(Booking.State.ASKED);
        assertThat(found(id).telephone()).isEqualTo("138****2206");
        assertThatThrownBy(() -> bookings.confirm(center, id, "", Actor.reporter(center.ref())))
                .isInstanceOf(Forbidden.class);
        bookings.confirm(center, id, "请从东门进", Actor.SYSTEM);
        assertThat(found(id).sentence()).isEqualTo("请从东门进");
        refused("places.booking.answered", () -> bookings.confirm(center, id, "", Actor.SYSTEM));
        refused("places.booking.not-yet", () -> bookings.tookPlace(center, id, 9, Actor.SYSTEM));

        town.clock.moveTo("2026-03-05T09:00");
        bookings.tookPlace(center, id, 9, Actor.SYSTEM);
        refused("places.booking.answered", () -> bookings.tookPlace(center, id, 9, Actor.SYSTEM));
        assertThat(found(id).telephone()).isNull();
        assertThat(town.the(PlaceVisits.class).since(center, LocalDate.of(2026, 3, 4)))
                .extracting(PlaceVisits.Day::count)
                .containsExactly(9, 0);
        assertThat(kinds(center))
                .contains("place.booking-asked", "place.booking-confirmed", "place.booking-took-place");
    }

    @Test
    void nobody_is_promised_an_hour_in_which_the_door_is_shut() {
        var center = center("荷花党群服务中心", HEHUA);
        refused("places.booking.shut-hours", () -> asked(center, null, "2026-03-04T16:30", "18"));
        refused("places.booking.shut-day", () -> asked(center, null, "2026-03-07T10:00", "11"));
        refused("places.booking.past", () -> asked(center, null, "2026-03-02T08:30", "10"));
        refused("places.booking.too-far", () -> asked(center, null, "2026-04-02T10:00", "11"));
        refused("places.booking.too-long", () -> asked(center, null, "2026-03-04T09:00", "14"));
        var id = asked(center, null, "2026-03-05T10:00", "11");
        var thursday = LocalDate.of(2026, 3, 5);
        town.the(Closures.class).shut(center, thursday, thursday, "维修", Actor.SYSTEM);
        refused("places.booking.closure", () -> asked(center, null, "2026-03-05T14:00", "15"));
        refused("places.booking.closure", () -> bookings.confirm(center, id, "", Actor.SYSTEM));
        refused("places.booking.why", () -> bookings.decline(center, id, " ", Actor.SYSTEM));
        bookings.decline(center, id, "当天维修，请改日", Actor.SYSTEM);
        assertThat(found(id).state()).isEqualTo(Booking.State.DECLINED);

        town.clock.moveTo("2026-03-30T09:00");
        refused("places.booking.holiday-untold", () -> asked(center, null, "2026-04-06T10:00", "11"));
    }

    @Test
    void a_room_has_seats_and_purposes_and_one_that_is_gone_is_not_to_be_had() {
        var center = center("第一网格客厅", YUNHE + "-01");
        int room = rooms.add(center, "议事厅", 20, List.of("council", "reading"), Actor.SYSTEM);
        refused("places.room.twice", () -> rooms.add(center, "议事厅", 5, List.of(), Actor.SYSTEM));
        refused("places.booking.seats", () -> bookings.ask(ask(center, room, "2026-03-04T10:00", "11", 21)));
        var it = ask(center, room, "2026-03-04T10:00", "11", 20);
        refused("places.booking.purpose", () -> bookings.ask(said(it, "talks", "王女士", "")));
        refused("places.booking.called", () -> bookings.ask(said(it, "reading", " ", "")));
        refused("places.booking.called-number", () -> bookings.ask(said(it, "reading", "王女士" + NUMBER, "")));
        refused("places.booking.telephone", () -> bookings.ask(said(it, "reading", "王女士", "12")));
        bookings.ask(it);
        bookings.ask(it);
        assertThat(book.of(center, LocalDate.of(2026, 3, 4))).as("sent twice").hasSize(1);
        town.clock.moveTo("2026-03-02T09:01");
        rooms.remove(center, room, Actor.SYSTEM);
        refused("places.booking.room", () -> asked(center, room, "2026-03-05T10:00", "11"));
        bookings.confirm(center, it.id(), "", Actor.SYSTEM);
        assertThat(rooms.ever(center)).containsKey(room);
        var station =
                town.the(Places.class).open(place("小站", "station", town.area(YUNHE)), Yunhe.LONG_AGO, Actor.SYSTEM);
        refused("places.booking.not-here", () -> asked(station, null, "2026-03-04T10:00", "11"));
    }

    @Test
    void of_many_who_ask_at_the_same_moment_one_has_the_room_and_withdrawing_gives_it_back() throws Exception {
        var center = center("第二网格客厅", YUNHE + "-02");
        int room = rooms.add(center, "阅览室", 20, List.of(), Actor.SYSTEM);
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<Future<String>>();
        try (var people = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                var from = i % 2 == 0 ? "2026-03-04T10:00" : "2026-03-04T10:30";
                outcomes.add(people.submit(() -> {
                    start.await();
                    try {
                        asked(center, room, from, "12");
                        return "held";
                    } catch (RuleBroken no) {
                        return no.key();
                    }
                }));
            }
            start.countDown();
        }
        var heard = new ArrayList<String>();
        for (var it : outcomes) heard.add(it.get());
        assertThat(heard)
                .containsExactlyInAnyOrder(
                        "held", "places.booking.taken", "places.booking.taken", "places.booking.taken");
        var held = book.held(center).getFirst();
        assertThatThrownBy(() -> db.execute(
                        "INSERT INTO places.booking SELECT gen_random_uuid(), place, room, begins, ends, people, purpose,"
                                + " state, asked_at, called, sentence, telephone, telephone_until, name_until"
                                + " FROM places.booking WHERE id = ?",
                        held.id()))
                .as("past the program")
                .hasMessageContaining("booking_room_once");
        asked(center, null, "2026-03-04T10:00", "11");
        asked(center, room, "2026-03-04T13:00", "14");
        bookings.withdraw(held.id());
        assertThat(found(held.id()).called()).isNull();
        assertThat(found(held.id()).telephone()).isNull();
        asked(center, room, "2026-03-04T10:00", "12");
    }

    @Test
    void the_telephone_goes_first_then_the_name_and_a_number_of_people_stays() {
        var center = center("荷花客厅", HEHUA + "-01");
        var came = asked(center, null, "2026-03-04T10:00", "11");
        var never = asked(center, null, "2026-03-04T13:00", "14");
        assertThat(raw(came)).contains("王女士").doesNotContain(NUMBER);
        assertThat(bookings.readTelephone(center, came, Actor.SYSTEM)).isEqualTo(NUMBER);
        assertThat(kinds(center)).contains("place.booking-number-read");
        bookings.confirm(center, came, "王女士请进", Actor.SYSTEM);

        town.clock.moveTo("2026-03-07T10:59");
        purge();
        assertThat(found(came).telephone()).isNotNull();
        town.clock.moveTo("2026-03-07T11:00");
        purge();
        assertThat(found(came).telephone()).isNull();
        assertThat(found(never).telephone()).as("ended later").isNotNull();
        assertThat(found(came).called()).isEqualTo("王女士");
        bookings.tookPlace(center, came, 12, Actor.SYSTEM);

        town.clock.moveTo("2026-04-03T14:00");
        purge();
        assertThat(book.find(never)).isEmpty();
        assertThat(found(came).people()).isEqualTo(12);
        assertThat(raw(came)).doesNotContain("王女士");
        assertThat(db.fetch("SELECT attributes FROM facts.journal").format(1000))
                .doesNotContain("王女士", NUMBER);
    }

    private void purge() {
        town.the(BookingPurge.class).run();
    }

    private String raw(UUID id) {
        return db.selectFrom(BOOKING).where(BOOKING.ID.eq(id)).fetch().format();
    }

    private List<String> kinds(PlaceId place) {
        return db.fetch("SELECT kind FROM facts.journal WHERE about_kind = 'place' AND about_id = ?", place + "")
                .getValues(0, String.class);
    }

    private static Bookings.Ask said(Bookings.Ask it, String purpose, String called, String telephone) {
        return new Bookings.Ask(
                it.id(), it.place(), it.room(), it.begins(), it.ends(), it.people(), purpose, called, telephone);
    }

    private static void refused(String key, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo(key));
    }
}
