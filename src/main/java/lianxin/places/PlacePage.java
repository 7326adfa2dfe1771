package lianxin.places;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.platform.AsOf;
import lianxin.platform.Messages;
import lianxin.platform.NotFound;
import lianxin.platform.PublicAddress;
import lianxin.platform.QrCode;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import lianxin.territory.Responsibilities;
import lianxin.territory.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One place as its unit sees it, how often people said they were there, and the poster for its door. */
@Controller
@Needs(May.LOOK_UP)
class PlacePage {
    private static final int DAYS_SHOWN = 30;

    private final PlaceBook book;
    private final PlaceVisits visits;
    private final DoorDuty duty;
    private final UpgradeBook upgrades;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final PlaceRules rules;
    private final Town town;
    private final Days days;
    private final OpenDoors doors;
    private final Messages messages;
    private final PublicAddress addresses;

    PlacePage(
            PlaceBook book,
            PlaceVisits visits,
            DoorDuty duty,
            UpgradeBook upgrades,
            Areas areas,
            Responsibilities responsibilities,
            Trees trees,
            PlaceRules rules,
            Town town,
            Days days,
            OpenDoors doors,
            Messages messages,
            PublicAddress addresses) {
        this.book = book;
        this.visits = visits;
        this.duty = duty;
        this.upgrades = upgrades;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.rules = rules;
        this.town = town;
        this.days = days;
        this.doors = doors;
        this.messages = messages;
        this.addresses = addresses;
    }

    record View(
            Place place,
            AsOf asOf,
            List<Area> path,
            String address,
            Unit unit,
            boolean openNow,
            @Nullable Closure closure,
            List<Closure> closures,
            List<PlaceVisits.Day> visits,
            DoorDuty.@Nullable Now duty,
            String grade,
            List<Upgrade> upgrades,
            LocalDate today,
            boolean mayChange,
            PlaceRules rules,
            Town town) {

        long visitsAll() {
            return visits.stream().mapToLong(PlaceVisits.Day::count).sum();
        }

        /** The plan that goes on; null where none does. */
        @Nullable
        Upgrade running() {
            return upgrades.stream()
                    .filter(it -> it.ended() == null)
                    .findFirst()
                    .orElse(null);
        }

        String state(Upgrade it) {
            return it.state(today).name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Grades above the one it has. */
        List<PlaceRules.Tag> higher() {
            return rules.grades().subList(rules.grade(grade), rules.grades().size());
        }

        /** The highest bar of the picture. */
        int busiest() {
            return visits.stream()
                    .map(PlaceVisits.Day::count)
                    .max(Comparator.naturalOrder())
                    .map(it -> Math.max(1, it))
                    .orElse(1);
        }
    }

    /** A poster hangs where nobody chooses a language: Chinese large, English small below. */
    record Poster(Place place, String address, String unit, String url, QrCode qr, Town town, Messages messages) {

        String zh(String key) {
            return messages.text(Messages.CHINESE, "places.poster." + key);
        }

        String en(String key) {
            return messages.text(Messages.ENGLISH, "places.poster." + key);
        }
    }

    @GetMapping("/places/{number}")
    ModelAndView show(@PathVariable("number") int number, AsOf asked, Actor actor) {
        var asOf = asked.knownNow();
        var place = place(number, asOf);
        var unit = responsibilities.responsible(place.area(), "", asOf.at());
        var doors = this.doors.now(place.id());
        var view = new View(
                place,
                asOf,
                areas.path(place.area(), asOf.at()),
                areas.address(place.area(), asOf.at()),
                trees.at(asOf.at()).unit(unit),
                doors.open(place),
                doors.closure(place),
                doors.closures(place),
                visits.since(place.id(), days.today().minusDays(DAYS_SHOWN - 1)),
                asOf.now() ? duty.at(place, trees.now().unit(unit), days.now()).orElse(null) : null,
                upgrades.grade(place.id(), asOf.at()),
                upgrades.of(place.id(), asOf.at()),
                days.or(asOf.on()),
                actor.may(May.MANAGE_UNITS, unit) && asOf.now(),
                rules,
                town);
        return new ModelAndView("places/place", "it", view);
    }

    @GetMapping("/places/{number}/poster")
    ModelAndView poster(@PathVariable("number") int number, AsOf asOf, HttpServletRequest request) {
        var place = place(number, asOf);
        var now = days.now();
        var unit = trees.at(now).unit(responsibilities.responsible(place.area(), "", now));
        var url = addresses.whole("/r/p/" + place.code(), request);
        var poster = new Poster(place, areas.address(place.area()), unit.name(), url, QrCode.of(url), town, messages);
        return new ModelAndView("places/place-poster", "it", poster);
    }

    private Place place(int number, AsOf asOf) {
        var id = new PlaceId(number);
        return book.find(id, asOf.at()).orElseThrow(() -> new NotFound(id.ref()));
    }
}
