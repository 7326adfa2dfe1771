package lianxin.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.platform.AsOf;
import lianxin.territory.Responsibilities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All routes of a kind: a map of them, a table of the same, and whether every stop counts once. */
@Controller
class RoutesPage {
    private final RouteBook book;
    private final RouteHalts halts;
    private final RouteChecks checks;
    private final RouteMap map;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final RouteRules rules;

    RoutesPage(
            RouteBook book,
            RouteHalts halts,
            RouteChecks checks,
            RouteMap map,
            Responsibilities responsibilities,
            Trees trees,
            RouteRules rules) {
        this.book = book;
        this.halts = halts;
        this.checks = checks;
        this.map = map;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.rules = rules;
    }

    /**
     * @param stops how many stops the routes have together
     * @param doubled those of them that stand on several routes though each counts once
     */
    record View(
            AsOf asOf,
            List<Tab> tabs,
            RouteRules.@Nullable Kind kind,
            List<Line> lines,
            int stops,
            List<String> doubled,
            RouteMap.@Nullable Sheet sheet,
            boolean mayOpen) {

        Map<String, Object> keep() {
            return kind == null ? Map.of() : Map.of("kind", kind.key());
        }

        String address() {
            return kind == null ? "/routes" : "/routes?kind=" + kind.key();
        }
    }

    record Tab(RouteRules.Kind kind, int routes) {}

    /** @param doubled the names of its stops that stand on another route of the kind too */
    record Line(
            int number,
            Route route,
            RouteRules.Color color,
            int stops,
            long planned,
            long meters,
            long withoutPoint,
            long gone,
            Unit unit,
            List<String> doubled) {}

    @Needs(May.LOOK_UP)
    @GetMapping("/routes")
    ModelAndView list(@RequestParam(name = "kind", defaultValue = "") String kindKey, AsOf asked, Actor actor) {
        var asOf = asked.knownNow();
        var at = asOf.at();
        var all = book.at(at);
        var kind =
                rules.kind(kindKey).or(() -> rules.kinds().stream().findFirst()).orElse(null);
        var drawn = all.stream()
                .filter(it -> kind == null || it.kind().equals(kind.key()))
                .map(it -> new RouteMap.Drawn(it, halts.of(it, at)))
                .toList();
        var doubled = checks.doubled(drawn.stream().map(RouteMap.Drawn::route).toList());
        var lines = new ArrayList<Line>();
        for (var it : drawn) {
            var twice = it.halts().stream()
                    .filter(halt -> doubled.containsKey(halt.stop().what()))
                    .map(Halt::name)
                    .toList();
            lines.add(line(lines.size() + 1, it, twice, asOf));
        }
        var view = new View(
                asOf,
                rules.kinds().stream()
                        .map(it -> new Tab(it, (int) all.stream()
                                .filter(route -> route.kind().equals(it.key()))
                                .count()))
                        .toList(),
                kind,
                lines,
                lines.stream().mapToInt(Line::stops).sum(),
                lines.stream().flatMap(it -> it.doubled.stream()).distinct().toList(),
                map.of(drawn, at).orElse(null),
                asOf.now() && actor.where(May.MANAGE_UNITS).length > 0);
        return new ModelAndView("routes/routes", "it", view);
    }

    private Line line(int number, RouteMap.Drawn it, List<String> doubled, AsOf asOf) {
        var details = it.route().details();
        var unit = responsibilities.responsible(details.area(), "", asOf.at());
        return new Line(
                number,
                it.route(),
                rules.colorOf(details),
                it.halts().size(),
                Halt.planned(it.halts()),
                Halt.meters(it.halts()),
                Halt.withoutPoint(it.halts()),
                it.halts().stream().filter(Halt::gone).count(),
                trees.at(asOf.at()).unit(unit),
                doubled);
    }
}
