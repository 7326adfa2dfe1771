package lianxin.places;

import java.time.Clock;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.NotFound;
import lianxin.territory.Responsibilities;
import org.springframework.stereotype.Component;

/** Who keeps a place: the unit that answers now where it stands. Whoever organizes that unit may take steps at the place. */
@Component
class Keepers {
    private final PlaceBook book;
    private final Responsibilities responsibilities;
    private final Clock clock;

    Keepers(PlaceBook book, Responsibilities responsibilities, Clock clock) {
        this.book = book;
        this.responsibilities = responsibilities;
        this.clock = clock;
    }

    UnitId of(Place place) {
        return responsibilities.responsible(place.area(), "", clock.instant());
    }

    Place standing(PlaceId id) {
        return book.standing(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    /** The place as the database has it; refused to whoever may not keep it. */
    Place kept(PlaceId id, Actor by) {
        var place = standing(id);
        by.must(May.MANAGE_UNITS, of(place));
        return place;
    }
}
