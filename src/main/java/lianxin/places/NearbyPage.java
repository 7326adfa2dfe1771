package lianxin.places;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lianxin.places.PlaceFinder.Found;
import lianxin.places.PlaceFinder.Wanted;
import lianxin.platform.NotFound;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import lianxin.territory.Spot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the nearest toilet, charger or shower is, for whoever stands before a code: a place's or a building's. Nobody is asked who. */
@Controller
class NearbyPage {
    private static final int SHOWN = 12;

    private final PlaceFinder finder;
    private final PlaceBook book;
    private final Areas areas;
    private final PlaceRules rules;
    private final Days days;

    NearbyPage(PlaceFinder finder, PlaceBook book, Areas areas, PlaceRules rules, Days days) {
        this.finder = finder;
        this.book = book;
        this.areas = areas;
        this.rules = rules;
        this.days = days;
    }

    /**
     * What is near.
     *
     * @param door the page behind the code, from which distances count
     * @param from what one calls where one stands
     * @param amenity the key of what is needed; empty for anything
     */
    record View(
            String door,
            String from,
            String amenity,
            boolean openOnly,
            List<PlaceRules.Tag> amenities,
            List<Found> found,
            PlaceRules rules) {}

    @GetMapping("/r/p/{code}/near")
    ModelAndView fromPlace(
            @PathVariable("code") String code,
            @RequestParam(name = "amenity", defaultValue = "") String amenity,
            @RequestParam(name = "open", defaultValue = "false") boolean open) {
        var now = days.now();
        var place = book.behind(code, now).orElseThrow(() -> new NotFound("place code"));
        var spot = place.details().spot();
        var from = spot == null ? spot(place.area(), now) : spot;
        var others = near(from, amenity, open, now).stream()
                .filter(it -> !it.place().id().equals(place.id()))
                .toList();
        return page("/r/p/" + place.code(), place.name(), amenity, open, others);
    }

    @GetMapping("/r/{code}/near")
    ModelAndView fromBuilding(
            @PathVariable("code") String code,
            @RequestParam(name = "amenity", defaultValue = "") String amenity,
            @RequestParam(name = "open", defaultValue = "false") boolean open) {
        var now = days.now();
        var building = areas.building(code).orElseThrow(() -> new NotFound("building code"));
        var found = near(spot(building.id(), now), amenity, open, now);
        return page("/r/" + code, areas.address(building.id(), now), amenity, open, found);
    }

    private ModelAndView page(String door, String from, String amenity, boolean open, List<Found> found) {
        var shown = found.stream().limit(SHOWN).toList();
        var view = new View(door, from, amenity, open, rules.places().amenities(), shown, rules);
        return new ModelAndView("places/near", "it", view);
    }

    /** A building without a point of its own lies where the ground around it does. */
    private @Nullable Spot spot(AreaId area, Instant at) {
        return areas.path(area, at).reversed().stream()
                .map(Area::spot)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Doors that one may walk to; what is not yet built or online is none. */
    private List<Found> near(@Nullable Spot from, String amenity, boolean open, Instant at) {
        var point = from == null ? null : new Coordinate(from.lon(), from.lat());
        return finder.find(new Wanted(null, "", "", amenity, open, "", point), at).stream()
                .filter(it -> it.place().details().status().receives())
                .filter(it -> it.place().details().mode().door())
                .toList();
    }

    @ExceptionHandler(NotFound.class)
    ModelAndView lost() {
        return PlaceDoorPage.nowhere();
    }
}
