package lianxin.places;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import lianxin.organization.DutyDesks;
import lianxin.organization.Unit;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is on duty behind the door of a place that works by a roster, such as the studio of a grid (网格工作室): that of its desk. */
@Component
class DoorDuty {
    private final DutyDesks desks;
    private final PlaceRules rules;
    private final Days days;

    DoorDuty(DutyDesks desks, PlaceRules rules, Days days) {
        this.desks = desks;
        this.rules = rules;
        this.days = days;
    }

    /**
     * @param first the colleague on duty, for the town's own people; null while nobody is
     * @param until the end of the shift
     * @param telephone of the desk; null where none is told
     */
    record Now(
            Unit desk,
            @Nullable String first,
            @Nullable String second,
            @Nullable LocalDateTime until,
            @Nullable String telephone) {}

    /** Empty for places without a roster. */
    Optional<Now> at(Place place, Unit desk, Instant now) {
        var type = rules.type(place.type());
        if (type.isEmpty() || !type.get().duty()) return Optional.empty();
        var telephone = desks.telephone(desk.id(), now).orElse(null);
        return Optional.of(desks.onDuty(desk.id(), now)
                .map(it -> new Now(desk, it.first(), it.second(), days.local(it.until()), telephone))
                .orElseGet(() -> new Now(desk, null, null, null, telephone)));
    }
}
