package lianxin.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.places.Bookings;
import lianxin.places.PlaceBook;
import lianxin.places.PlaceId;
import lianxin.places.PlaceRules;
import lianxin.places.Rooms;
import lianxin.platform.Ids;
import lianxin.platform.WorkingCalendar;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A few groups that ask for a visit or a room at one place, in the shown community if it has one. */
@Component
class ShownBookings {
    private final Bookings bookings;
    private final Rooms rooms;
    private final PlaceBook places;
    private final PlaceRules rules;
    private final WorkingCalendar calendar;
    private final Areas areas;
    private final Ids ids;
    private final Clock clock;

    ShownBookings(
            Bookings bookings,
            Rooms rooms,
            PlaceBook places,
            PlaceRules rules,
            WorkingCalendar calendar,
            Areas areas,
            Ids ids,
            Clock clock) {
        this.bookings = bookings;
        this.rooms = rooms;
        this.places = places;
        this.rules = rules;
        this.calendar = calendar;
        this.areas = areas;
        this.ids = ids;
        this.clock = clock;
    }

    /** The first place in the book is shut for some days and left out. */
    void asked(Area community) {
        var open = places.at(clock.instant()).stream()
                .skip(1)
                .filter(it -> rules.visits(it.type()))
                .max(Comparator.comparing(it -> areas.path(it.area()).contains(community)));
        if (open.isEmpty() || rules.places().functions().isEmpty()) return;
        var place = open.get().id();
        var purpose = rules.places().functions().getLast().key();
        int hall = rooms.add(place, "议事厅（示例）", 20, List.of(), Actor.SYSTEM);
        var first = calendar.workingDayAfter(LocalDate.ofInstant(clock.instant(), clock.getZone()), 3);
        var second = calendar.workingDayAfter(first, 1);
        ask(place, null, first.atTime(9, 0), 25, purpose, "第二支部");
        ask(place, hall, first.atTime(10, 0), 12, purpose, "读书会");
        var promised = ask(place, hall, second.atTime(9, 0), 15, purpose, "楼组长");
        bookings.confirm(place, promised, "请从东门进。", Actor.SYSTEM);
        var declined = ask(place, null, second.atTime(10, 0), 40, purpose, "参观团");
        bookings.decline(place, declined, "当天讲解员不在，请另选一天。", Actor.SYSTEM);
    }

    private UUID ask(
            PlaceId place, @Nullable Integer room, LocalDateTime begins, int people, String purpose, String called) {
        var id = ids.next();
        bookings.ask(new Bookings.Ask(id, place, room, begins, begins.plusHours(1), people, purpose, called, ""));
        return id;
    }
}
