package lianxin.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of estates on the pages of areas: a new one in a community, what belongs to it from which day, its name, its end. */
@Controller
@Needs(May.MANAGE_UNITS)
@RequestMapping("/areas/{number}")
class EstatePage {
    private final Estates estates;
    private final EstateParts parts;
    private final Surveying surveying;
    private final Days days;

    EstatePage(Estates estates, EstateParts parts, Surveying surveying, Days days) {
        this.estates = estates;
        this.parts = parts;
        this.surveying = surveying;
        this.days = days;
    }

    private Instant from(@Nullable LocalDate day) {
        return days.startOf(days.or(day));
    }

    @PostMapping("/estates")
    String found(
            @PathVariable("number") int number,
            @RequestParam("name") String name,
            @RequestParam(name = "from", required = false) @Nullable LocalDate from,
            Actor actor,
            RedirectAttributes redirect) {
        var estate = estates.found(name, new AreaId(number), from(from), actor);
        return back(estate.number(), "territory.estate.founded", redirect);
    }

    @PostMapping("/estate/name")
    String rename(
            @PathVariable("number") int number,
            @RequestParam("name") String name,
            Actor actor,
            RedirectAttributes redirect) {
        surveying.rename(new AreaId(number), name, days.now(), actor);
        return back(number, "territory.estate.renamed", redirect);
    }

    @PostMapping("/estate/end")
    String end(@PathVariable("number") int number, Actor actor, RedirectAttributes redirect) {
        var around = estates.end(new AreaId(number), days.now(), actor);
        return back(around.number(), "territory.estate.ended", redirect);
    }

    @PostMapping("/parts")
    String join(
            @PathVariable("number") int number,
            @RequestParam(name = "ground", defaultValue = "") List<Integer> chosen,
            @RequestParam(name = "from", required = false) @Nullable LocalDate from,
            Actor actor,
            RedirectAttributes redirect) {
        parts.join(chosen.stream().map(AreaId::new).toList(), new AreaId(number), from(from), actor);
        return back(number, "territory.part.joined", redirect);
    }

    @PostMapping("/parts/end")
    String leave(
            @PathVariable("number") int number,
            @RequestParam("ground") int part,
            Actor actor,
            RedirectAttributes redirect) {
        parts.leave(new AreaId(part), days.now(), actor);
        return back(number, "territory.part.left", redirect);
    }

    private static String back(int number, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(done));
        return "redirect:/areas/" + number;
    }
}
