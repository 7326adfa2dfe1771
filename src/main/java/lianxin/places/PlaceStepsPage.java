package lianxin.places;

import java.time.Instant;
import java.time.LocalDate;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Flash;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import lianxin.territory.Responsibilities;
import lianxin.territory.Spot;
import lianxin.territory.Town;
import lianxin.territory.Whereabouts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps that open, change and close a place; what was typed comes back with the sentence that refuses it. */
@Controller
@Needs(May.MANAGE_UNITS)
class PlaceStepsPage {
    private final Places places;
    private final PlaceBook book;
    private final Areas areas;
    private final Whereabouts whereabouts;
    private final Responsibilities responsibilities;
    private final PlaceRules rules;
    private final Town town;
    private final Days days;

    PlaceStepsPage(
            Places places,
            PlaceBook book,
            Areas areas,
            Whereabouts whereabouts,
            Responsibilities responsibilities,
            PlaceRules rules,
            Town town,
            Days days) {
        this.places = places;
        this.book = book;
        this.areas = areas;
        this.whereabouts = whereabouts;
        this.responsibilities = responsibilities;
        this.rules = rules;
        this.town = town;
        this.days = days;
    }

    /** @param place null for a new one */
    record View(
            @Nullable Place place, PlaceForm form, @Nullable String problem, PlaceRules rules, Town town) {}

    @GetMapping("/places/new")
    ModelAndView blank(@RequestParam(name = "area", required = false) @Nullable Integer number) {
        var area = number == null ? null : areas.find(new AreaId(number));
        var form = PlaceForm.blank(area == null ? "" : area.code(), area == null ? "" : area.kind());
        return page(null, form, null);
    }

    @PostMapping("/places")
    ModelAndView open(@ModelAttribute PlaceForm form, Actor actor, Shell shell, RedirectAttributes redirect) {
        try {
            var opened = places.open(details(form, false), from(form), actor);
            return back("redirect:/places/" + opened, "places.opened", redirect);
        } catch (RuleBroken refused) {
            return refused(null, form, refused, shell);
        }
    }

    @GetMapping("/places/{number}/change")
    ModelAndView change(@PathVariable("number") int number, Actor actor) {
        var place = changeable(number, actor);
        var code = areas.find(place.area()).code();
        return page(place, PlaceForm.of(place.details(), code), null);
    }

    @PostMapping("/places/{number}")
    ModelAndView change(
            @PathVariable("number") int number,
            @ModelAttribute PlaceForm form,
            Actor actor,
            Shell shell,
            RedirectAttributes redirect) {
        var place = changeable(number, actor);
        try {
            places.change(place.id(), details(form, place.details().generated()), from(form), actor);
            return back("redirect:/places/" + number, "places.changed", redirect);
        } catch (RuleBroken refused) {
            return refused(place, form, refused, shell);
        }
    }

    @PostMapping("/places/{number}/close")
    ModelAndView close(@PathVariable("number") int number, Actor actor, RedirectAttributes redirect) {
        var place = changeable(number, actor);
        places.close(place.id(), days.now(), actor);
        return back("redirect:/places", "places.closed", redirect);
    }

    private Place changeable(int number, Actor actor) {
        var id = new PlaceId(number);
        var place = book.find(id, days.now()).orElseThrow(() -> new NotFound(id.ref()));
        var now = days.now();
        actor.must(May.MANAGE_UNITS, responsibilities.responsible(place.area(), "", now));
        return place;
    }

    private Instant from(PlaceForm form) {
        LocalDate day = form.from();
        return day == null ? days.now() : days.startOf(day);
    }

    private PlaceDetails details(PlaceForm form, boolean generated) {
        var spot = form.spot();
        return form.details(where(PlaceForm.said(form.area()), spot), spot, generated);
    }

    /** The area of the code; without one that in which the point lies. */
    private AreaId where(String code, @Nullable Spot spot) {
        if (!code.isEmpty())
            return areas.byCode(code).map(Area::id).orElseThrow(() -> new RuleBroken("places.wrong.area", code));
        if (spot == null) throw new RuleBroken("places.wrong.where");
        var now = days.now();
        return whereabouts
                .of(spot.lon(), spot.lat(), "", now)
                .map(it -> it.area().id())
                .orElseThrow(() -> new RuleBroken("places.wrong.point"));
    }

    private ModelAndView page(@Nullable Place place, PlaceForm form, @Nullable String problem) {
        return new ModelAndView("places/place-form", "it", new View(place, form, problem, rules, town));
    }

    private ModelAndView refused(@Nullable Place place, PlaceForm form, RuleBroken refused, Shell shell) {
        var page = page(place, form, shell.t(refused.key(), refused.details()));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView back(String to, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(done));
        return new ModelAndView(to);
    }
}
