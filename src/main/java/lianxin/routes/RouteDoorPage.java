package lianxin.routes;

import java.util.List;
import lianxin.organization.UnitId;
import lianxin.places.PlaceFinder;
import lianxin.places.PlaceFinder.Found;
import lianxin.places.PlaceFinder.Wanted;
import lianxin.places.PlaceRules;
import lianxin.platform.NotFound;
import lianxin.platform.Shell;
import lianxin.territory.Days;
import lianxin.territory.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What visitors read behind the code on a guide: the route, and a page for each stop. Nothing is asked of them. */
@Controller
class RouteDoorPage {
    private static final int PLACES_SHOWN = 8;

    private final RouteBook book;
    private final RouteHalts halts;
    private final RouteMap map;
    private final PlaceFinder finder;
    private final RouteRules rules;
    private final PlaceRules placeRules;
    private final Town town;
    private final Days days;

    RouteDoorPage(
            RouteBook book,
            RouteHalts halts,
            RouteMap map,
            PlaceFinder finder,
            RouteRules rules,
            PlaceRules placeRules,
            Town town,
            Days days) {
        this.book = book;
        this.halts = halts;
        this.map = map;
        this.finder = finder;
        this.rules = rules;
        this.placeRules = placeRules;
        this.town = town;
        this.days = days;
    }

    record View(
            Route route,
            RouteRules.Color color,
            String kind,
            List<Halt> halts,
            RouteMap.@Nullable Sheet sheet,
            Town town) {}

    /** @param places open to the public there */
    record StopView(
            Route route, RouteRules.Color color, List<Halt> halts, Halt halt, List<Found> places, PlaceRules rules) {

        @Nullable
        Halt before() {
            return beside(-1);
        }

        @Nullable
        Halt after() {
            return beside(1);
        }

        private @Nullable Halt beside(int by) {
            int at = halts.indexOf(halt) + by;
            return at < 0 || at >= halts.size() ? null : halts.get(at);
        }
    }

    @GetMapping("/r/route/{code}")
    ModelAndView show(@PathVariable("code") String code, Shell shell) {
        var route = behind(code);
        var found = still(route);
        var view = new View(
                route,
                rules.colorOf(route.details()),
                rules.kindName(route.kind(), shell.locale()),
                found,
                map.of(List.of(new RouteMap.Drawn(route, found)), days.now()).orElse(null),
                town);
        return new ModelAndView("routes/route-door", "it", view);
    }

    @GetMapping("/r/route/{code}/{number:\\d{1,3}}")
    ModelAndView stop(@PathVariable("code") String code, @PathVariable("number") int number) {
        var route = behind(code);
        var found = still(route);
        var halt =
                found.stream().filter(it -> it.number() == number).findFirst().orElseThrow(() -> new NotFound("stop"));
        var view = new StopView(route, rules.colorOf(route.details()), found, halt, places(halt), placeRules);
        return new ModelAndView("routes/route-stop", "it", view);
    }

    /** Nobody is sent to what is no more. */
    private List<Halt> still(Route route) {
        return halts.of(route, days.now()).stream().filter(it -> !it.gone()).toList();
    }

    /** The place itself, or those in the area. */
    private List<Found> places(Halt halt) {
        if (halt.path().isEmpty()) return List.of();
        if (halt.stop().what().kind().equals(UnitId.KIND)) return List.of();
        var wanted = new Wanted(halt.path().getLast().id(), "", "", false, "", null);
        return finder.find(wanted, days.now()).stream()
                .filter(it -> it.place().details().status().receives())
                .filter(it -> halt.place() == null
                        || it.place().id().equals(halt.place().id()))
                .limit(PLACES_SHOWN)
                .toList();
    }

    private Route behind(String code) {
        return book.behind(code, days.now()).orElseThrow(() -> new NotFound("route code"));
    }

    @ExceptionHandler(NotFound.class)
    ModelAndView lost() {
        var page = new ModelAndView("routes/route-lost");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
