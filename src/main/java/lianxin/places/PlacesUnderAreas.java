package lianxin.places;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lianxin.organization.BuiltPlaces;
import lianxin.territory.Areas;
import lianxin.territory.Dated;
import org.springframework.stereotype.Component;

/** How many places of a type stand on the ground of each area, for the rules that ask for so many. */
@Component
class PlacesUnderAreas implements BuiltPlaces {
    private final PlaceBook places;
    private final PlaceEdition edition;
    private final Areas areas;

    PlacesUnderAreas(PlaceBook places, PlaceEdition edition, Areas areas) {
        this.places = places;
        this.edition = edition;
        this.areas = areas;
    }

    @Override
    public Built built(Set<String> types, Instant at) {
        long moment = Dated.micros(at);
        long until = Long.MAX_VALUE;
        var under = new HashMap<String, Map<String, Integer>>();
        for (var it : places.versions()) {
            var place = it.place();
            if (!types.contains(place.type()) || !place.details().status().built()) continue;
            if (it.from() > moment) until = Math.min(until, it.from());
            else if (it.to() > moment) {
                until = Math.min(until, it.to());
                for (var area : areas.around(place.area(), at))
                    under.computeIfAbsent(area.code(), _ -> new HashMap<>(4)).merge(place.type(), 1, Integer::sum);
            }
        }
        return new Built(under, Dated.instant(until));
    }

    @Override
    public Object edition() {
        return edition.lately();
    }
}
