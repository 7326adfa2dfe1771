package lianxin.places;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.AsOf;
import lianxin.platform.Flash;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import lianxin.territory.Responsibilities;
import lianxin.territory.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The atlas: each type of place in each county, where one is missing, and what was planned against what stands. */
@Controller
class PlaceAtlasPage {
    private static final int SHOWN = 60;

    private final PlaceAtlas atlas;
    private final PlaceGoals goals;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final PlaceRules rules;
    private final Town town;
    private final Days days;

    PlaceAtlasPage(
            PlaceAtlas atlas,
            PlaceGoals goals,
            Areas areas,
            Responsibilities responsibilities,
            PlaceRules rules,
            Town town,
            Days days) {
        this.atlas = atlas;
        this.goals = goals;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.rules = rules;
        this.town = town;
        this.days = days;
    }

    /** @param missing the areas without a place of the type that was asked for, as many as are shown at once */
    record View(
            AsOf asOf,
            Area chosen,
            List<Area> path,
            List<PlaceAtlas.Row> rows,
            String type,
            List<Area> missing,
            int missingAll,
            List<PlaceAtlas.Modes> modes,
            List<Goal> goals,
            boolean mayPlan,
            PlaceRules rules,
            Town town) {

        int built(String type) {
            return rows.stream()
                    .mapToInt(it -> Objects.requireNonNull(it.cells().get(type)).built())
                    .sum();
        }
    }

    record Goal(PlaceGoals.Progress progress, GoalPicture picture) {

        String key() {
            return progress.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/places/atlas")
    ModelAndView show(
            @RequestParam(name = "area", required = false) @Nullable Integer number,
            @RequestParam(name = "type", defaultValue = "") String type,
            AsOf asked,
            Actor actor) {
        var asOf = asked.knownNow();
        var at = asOf.at();
        var tops = areas.tops();
        if (number == null && tops.isEmpty()) return new ModelAndView("territory/map-empty");
        var chosen = number == null ? tops.getFirst() : areas.find(new AreaId(number), at);
        var rows = atlas.of(chosen.id(), at);
        var missing = rows.stream()
                .map(it -> it.cells().get(type))
                .filter(Objects::nonNull)
                .flatMap(it -> it.missing().stream())
                .toList();
        var day = asOf.on() == null ? days.today() : asOf.on();
        var progress = goals.of(chosen.id(), at).stream()
                .map(it -> new Goal(it, GoalPicture.of(it, day)))
                .toList();
        var view = new View(
                asOf,
                chosen,
                areas.path(chosen.id(), at),
                rows,
                type,
                missing.stream().limit(SHOWN).toList(),
                missing.size(),
                atlas.modes(chosen.id(), at),
                progress,
                asOf.now() && actor.may(May.MANAGE_UNITS, responsibilities.responsible(chosen.id(), "", at)),
                rules,
                town);
        return new ModelAndView("places/atlas", "it", view);
    }

    @Needs(May.MANAGE_UNITS)
    @PostMapping("/places/goals")
    String plan(
            @RequestParam("area") int number,
            @RequestParam("type") String type,
            @RequestParam("planned") int planned,
            @RequestParam("due") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due,
            Actor actor,
            RedirectAttributes redirect) {
        goals.set(new AreaId(number), type, planned, due, days.now(), actor);
        return back(number, "places.goal.done", redirect);
    }

    @Needs(May.MANAGE_UNITS)
    @PostMapping("/places/goals/end")
    String end(
            @RequestParam("area") int number,
            @RequestParam("type") String type,
            Actor actor,
            RedirectAttributes redirect) {
        goals.end(new AreaId(number), type, days.now(), actor);
        return back(number, "places.goal.ended", redirect);
    }

    private static String back(int area, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(done));
        return "redirect:/places/atlas?area=" + area;
    }
}
