package lianxin.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.places.PlaceId;
import lianxin.platform.AsOf;
import lianxin.platform.Messages;
import lianxin.platform.NotFound;
import lianxin.platform.PublicAddress;
import lianxin.platform.QrCode;
import lianxin.platform.Shell;
import lianxin.territory.AreaId;
import lianxin.territory.Days;
import lianxin.territory.Responsibilities;
import lianxin.territory.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One route as its unit sees it: its line on the map, a table of its stops, and its guide for visitors on paper. */
@Controller
@Needs(May.LOOK_UP)
class RoutePage {
    private final RouteBook book;
    private final RouteHalts halts;
    private final RouteMap map;
    private final RouteHistory history;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final RouteRules rules;
    private final Town town;
    private final Days days;
    private final Messages messages;
    private final PublicAddress addresses;

    RoutePage(
            RouteBook book,
            RouteHalts halts,
            RouteMap map,
            RouteHistory history,
            Responsibilities responsibilities,
            Trees trees,
            RouteRules rules,
            Town town,
            Days days,
            Messages messages,
            PublicAddress addresses) {
        this.book = book;
        this.halts = halts;
        this.map = map;
        this.history = history;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.rules = rules;
        this.town = town;
        this.days = days;
        this.messages = messages;
        this.addresses = addresses;
    }

    /** @param mayChange whether the reader organizes it, and looks at today */
    record View(
            Route route,
            AsOf asOf,
            RouteRules.Color color,
            String kind,
            List<Halt> halts,
            RouteMap.@Nullable Sheet sheet,
            Unit unit,
            List<RouteHistory.Line> history,
            boolean mayTakeBack,
            boolean mayChange) {

        /** The page of what a stop is. */
        String page(Halt halt) {
            var what = halt.stop().what();
            var folder = switch (what.kind()) {
                case AreaId.KIND -> "/areas/";
                case PlaceId.KIND -> "/places/";
                default -> "/units/";
            };
            return asOf.in(folder + what.id());
        }
    }

    /** A guide is handed to everybody: Chinese large, English small below. */
    record Guide(
            Route route,
            RouteRules.Color color,
            String kindZh,
            String kindEn,
            List<Halt> halts,
            RouteMap.@Nullable Sheet sheet,
            String unit,
            String url,
            QrCode qr,
            Town town,
            Messages messages) {

        String zh(String key, Object... details) {
            return messages.text(Messages.CHINESE, "routes." + key, details);
        }

        String en(String key, Object... details) {
            return messages.text(Messages.ENGLISH, "routes." + key, details);
        }
    }

    @GetMapping("/routes/{number}")
    ModelAndView show(@PathVariable("number") int number, AsOf asked, Actor actor, Shell shell) {
        var asOf = asked.knownNow();
        var route = route(number, asOf);
        var found = halts.of(route, asOf.at());
        var unit = responsibilities.responsible(route.details().area(), "", asOf.at());
        boolean mayChange = asOf.now() && actor.may(May.MANAGE_UNITS, unit);
        var view = new View(
                route,
                asOf,
                rules.colorOf(route.details()),
                rules.kindName(route.kind(), shell.locale()),
                found,
                sheet(route, found, asOf),
                trees.at(asOf.at()).unit(unit),
                history.of(route.id()),
                mayChange && history.beforeLast(route.id()) != null,
                mayChange);
        return new ModelAndView("routes/route", "it", view);
    }

    @GetMapping("/routes/{number}/guide")
    ModelAndView guide(@PathVariable("number") int number, AsOf asOf, HttpServletRequest request) {
        var route = route(number, asOf);
        var found = new ArrayList<>(halts.of(route, asOf.at()));
        found.removeIf(Halt::gone);
        var now = days.now();
        var unit =
                trees.at(now).unit(responsibilities.responsible(route.details().area(), "", now));
        var url = addresses.whole("/r/route/" + route.code(), request);
        var guide = new Guide(
                route,
                rules.colorOf(route.details()),
                rules.kindName(route.kind(), Messages.CHINESE),
                rules.kindName(route.kind(), Messages.ENGLISH),
                found,
                sheet(route, found, asOf),
                unit.name(),
                url,
                QrCode.of(url),
                town,
                messages);
        return new ModelAndView("routes/route-guide", "it", guide);
    }

    private RouteMap.@Nullable Sheet sheet(Route route, List<Halt> found, AsOf asOf) {
        return map.of(List.of(new RouteMap.Drawn(route, found)), asOf.at()).orElse(null);
    }

    private Route route(int number, AsOf asOf) {
        var id = new RouteId(number);
        return book.find(id, asOf.at()).orElseThrow(() -> new NotFound(id.ref()));
    }
}
