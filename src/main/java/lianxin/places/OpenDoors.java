package lianxin.places;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianxin.platform.WorkingCalendar;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which doors stand open at this moment: by the hours of the place, the official calendar and the days it is shut. */
@Component
class OpenDoors {
    private final WorkingCalendar calendar;
    private final Closures closures;
    private final Days days;

    OpenDoors(WorkingCalendar calendar, Closures closures, Days days) {
        this.calendar = calendar;
        this.closures = closures;
        this.days = days;
    }

    /** Of all places. */
    Moment now() {
        return new Moment(days.local(), calendar, closures.standing());
    }

    Moment now(PlaceId place) {
        return new Moment(days.local(), calendar, Map.of(place.number(), closures.of(place)));
    }

    /** @param closures by the number of the place, the earliest first */
    record Moment(LocalDateTime time, WorkingCalendar calendar, Map<Integer, List<Closure>> closures) {

        /** Whether somebody who stands before the door gets in, as far as is known. */
        boolean open(Place place) {
            var is = place.details();
            return is.status().receives()
                    && closure(place) == null
                    && is.hours().openAt(time, calendar);
        }

        /** Why it is shut today out of turn; null when it is not. */
        @Nullable
        Closure closure(Place place) {
            return closure(place, time);
        }

        private @Nullable Closure closure(Place place, LocalDateTime at) {
            return closures(place).stream()
                    .filter(it -> it.on(at.toLocalDate()))
                    .findFirst()
                    .orElse(null);
        }

        List<Closure> closures(Place place) {
            return closures.getOrDefault(place.id().number(), List.of());
        }

        /** Whether today is a public holiday about which the place says nothing. */
        boolean untold(Place place) {
            return place.details().hours().untold(time.toLocalDate(), calendar);
        }

        /** When it shuts, or opens next. */
        Optional<LocalDateTime> turns(Place place) {
            var hours = place.details().hours();
            if (open(place)) return shuts(place, hours);
            var from = time;
            for (int i = 0; i <= 2 * closures(place).size(); i++) {
                var shut = closure(place, from);
                if (shut == null) {
                    var next = hours.turnsAfter(from, calendar);
                    if (next.isEmpty() || closure(place, next.get()) == null) return next;
                    from = next.get();
                } else {
                    from = shut.last().plusDays(1).atStartOfDay();
                    if (closure(place, from) == null && hours.openAt(from, calendar)) return Optional.of(from);
                }
            }
            return Optional.empty();
        }

        private Optional<LocalDateTime> shuts(Place place, OpeningHours hours) {
            var next = hours.turnsAfter(time, calendar);
            var shut = closures(place).stream()
                    .map(it -> it.first().atStartOfDay())
                    .filter(it -> it.isAfter(time) && hours.openAt(it.minusMinutes(1), calendar))
                    .findFirst();
            return shut.isPresent() && (next.isEmpty() || shut.get().isBefore(next.get())) ? shut : next;
        }
    }
}
