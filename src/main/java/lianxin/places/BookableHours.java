package lianxin.places;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import lianxin.platform.RuleBroken;
import lianxin.platform.WorkingCalendar;
import lianxin.territory.Days;
import org.springframework.stereotype.Component;

/** When a group may be promised that somebody opens: by the hours of the place, public holidays and the days it is shut. */
@Component
class BookableHours {
    private final WorkingCalendar calendar;
    private final Closures closures;
    private final PlaceRules rules;
    private final Days days;

    BookableHours(WorkingCalendar calendar, Closures closures, PlaceRules rules, Days days) {
        this.calendar = calendar;
        this.closures = closures;
        this.rules = rules;
        this.days = days;
    }

    /** Refuses what cannot be asked for: past, too far off, too long, or while the door is shut. */
    void must(Place place, LocalDateTime begins, LocalDateTime ends) {
        var limits = rules.bookings();
        if (!begins.isAfter(days.local())) throw new RuleBroken("places.booking.past");
        var last = days.today().plusDays(limits.daysAhead());
        if (begins.toLocalDate().isAfter(last)) throw new RuleBroken("places.booking.too-far", last);
        if (Duration.between(begins, ends).toMinutes() > limits.longestHours() * 60L)
            throw new RuleBroken("places.booking.too-long", limits.longestHours());
        open(place, begins, ends);
    }

    /** Refuses hours in which the door is not known to be open. */
    void open(Place place, LocalDateTime begins, LocalDateTime ends) {
        var day = begins.toLocalDate();
        var is = place.details();
        if (!is.status().receives()) throw new RuleBroken("places.booking.suspended", place.name());
        for (var it : closures.of(place.id()))
            if (it.on(day)) throw new RuleBroken("places.booking.closure", it.first(), it.last(), it.reason());
        if (is.hours().untold(day, calendar)) throw new RuleBroken("places.booking.holiday-untold", day);
        var stretches = is.hours().on(day, calendar);
        if (stretches.isEmpty())
            throw new RuleBroken(calendar.holiday(day) ? "places.booking.holiday" : "places.booking.shut-day", day);
        int from = minute(day, begins);
        int to = minute(day, ends);
        if (stretches.stream().noneMatch(it -> it.from() <= from && to <= it.to()))
            throw new RuleBroken("places.booking.shut-hours", day);
    }

    private static int minute(LocalDate day, LocalDateTime at) {
        return (int) Duration.between(day.atStartOfDay(), at).toMinutes();
    }
}
