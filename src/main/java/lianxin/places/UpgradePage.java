package lianxin.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.platform.AsOf;
import lianxin.platform.Flash;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import lianxin.territory.Responsibilities;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Places being raised to a higher grade: county by county, each with its day; and the steps that plan and end one. */
@Controller
class UpgradePage {
    private static final int SHOWN = 200;

    private final Upgrades upgrades;
    private final UpgradeBook book;
    private final PlaceBook places;
    private final PlaceRules rules;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final Days days;

    UpgradePage(
            Upgrades upgrades,
            UpgradeBook book,
            PlaceBook places,
            PlaceRules rules,
            Areas areas,
            Responsibilities responsibilities,
            Trees trees,
            Days days) {
        this.upgrades = upgrades;
        this.book = book;
        this.places = places;
        this.rules = rules;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.days = days;
    }

    record View(
            AsOf asOf,
            Area chosen,
            List<Area> path,
            List<Row> rows,
            String state,
            List<Line> lines,
            int all,
            PlaceRules rules) {

        int sum(Upgrade.State state) {
            return rows.stream().mapToInt(it -> it.of(state)).sum();
        }
    }

    /** How many there are of each state in one part of the ground. */
    record Row(Area area, Map<Upgrade.State, Integer> counts) {

        int of(Upgrade.State state) {
            return counts.getOrDefault(state, 0);
        }
    }

    record Line(Upgrade upgrade, Place place, Unit unit, Upgrade.State state) {

        /** The last part of the keys of its messages. */
        String key() {
            return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/places/upgrades")
    ModelAndView show(
            @RequestParam(name = "area", required = false) @Nullable Integer number,
            @RequestParam(name = "state", defaultValue = "") String state,
            AsOf asked) {
        var asOf = asked.knownNow();
        var at = asOf.at();
        var tops = areas.tops();
        if (number == null && tops.isEmpty()) return new ModelAndView("territory/map-empty");
        var chosen = number == null ? tops.getFirst() : areas.find(new AreaId(number), at);
        var standing = new LinkedHashMap<PlaceId, Place>();
        for (var it : places.at(at)) standing.put(it.id(), it);
        var rows = new LinkedHashMap<AreaId, Row>();
        for (var it : areas.children(chosen.id(), at)) rows.put(it.id(), new Row(it, new LinkedHashMap<>()));
        var today = days.or(asOf.on());
        var tree = trees.at(at);
        var lines = new ArrayList<Line>();
        for (var it : book.all(at)) {
            var place = standing.get(it.place());
            if (place == null) continue;
            var around = areas.around(place.area(), at);
            if (around.stream().noneMatch(area -> area.id().equals(chosen.id()))) continue;
            var line =
                    new Line(it, place, tree.unit(responsibilities.responsible(place.area(), "", at)), it.state(today));
            for (var area : around)
                if (rows.containsKey(area.id())) rows.get(area.id()).counts().merge(line.state(), 1, Integer::sum);
            if (state.isEmpty() || line.key().equals(state)) lines.add(line);
        }
        var view = new View(
                asOf,
                chosen,
                areas.path(chosen.id(), at),
                List.copyOf(rows.values()),
                state,
                lines.stream().limit(SHOWN).toList(),
                lines.size(),
                rules);
        return new ModelAndView("places/upgrades", "it", view);
    }

    @Needs(May.MANAGE_UNITS)
    @PostMapping("/places/{number}/grade")
    String grade(
            @PathVariable("number") int number,
            @RequestParam("grade") String grade,
            @RequestParam(name = "from", required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            Actor actor,
            RedirectAttributes redirect) {
        upgrades.grade(new PlaceId(number), grade, days.or(from), actor);
        return back(number, "places.upgrade.graded", redirect);
    }

    @Needs(May.MANAGE_UNITS)
    @PostMapping("/places/{number}/upgrades")
    String plan(
            @PathVariable("number") int number,
            @RequestParam("aim") String aim,
            @RequestParam("work") String work,
            @RequestParam("due") @DateTimeFormat(iso = ISO.DATE) LocalDate due,
            Actor actor,
            RedirectAttributes redirect) {
        upgrades.plan(new PlaceId(number), aim, work, due, actor);
        return back(number, "places.upgrade.planned", redirect);
    }

    @Needs(May.MANAGE_UNITS)
    @PostMapping("/places/{number}/upgrades/{upgrade}/done")
    String finish(
            @PathVariable("number") int number,
            @PathVariable("upgrade") int upgrade,
            @RequestParam(name = "on", required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            Actor actor,
            RedirectAttributes redirect) {
        upgrades.finish(new PlaceId(number), upgrade, days.or(on), actor);
        return back(number, "places.upgrade.finished", redirect);
    }

    @Needs(May.MANAGE_UNITS)
    @PostMapping("/places/{number}/upgrades/{upgrade}/drop")
    String drop(
            @PathVariable("number") int number,
            @PathVariable("upgrade") int upgrade,
            @RequestParam("reason") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        upgrades.drop(new PlaceId(number), upgrade, reason, actor);
        return back(number, "places.upgrade.given-up", redirect);
    }

    private static String back(int number, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(done));
        return "redirect:/places/" + number + "#upgrades";
    }
}
