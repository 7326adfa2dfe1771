package lianxin.places;

import java.time.LocalDate;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Flash;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps that shut a place for some days and open it again before they are over. */
@Controller
@Needs(May.MANAGE_UNITS)
class PlaceClosuresPage {
    private final Closures closures;

    PlaceClosuresPage(Closures closures) {
        this.closures = closures;
    }

    @PostMapping("/places/{number}/closures")
    String shut(
            @PathVariable("number") int number,
            @RequestParam("closedFrom") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate first,
            @RequestParam("closedUntil") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate last,
            @RequestParam("reason") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        closures.shut(new PlaceId(number), first, last, reason, actor);
        return back(number, "places.closure.done", redirect);
    }

    @PostMapping("/places/{number}/closures/{closure}/lift")
    String lift(
            @PathVariable("number") int number,
            @PathVariable("closure") long closure,
            Actor actor,
            RedirectAttributes redirect) {
        closures.lift(new PlaceId(number), closure, actor);
        return back(number, "places.closure.lifted", redirect);
    }

    private static String back(int number, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(done));
        return "redirect:/places/" + number;
    }
}
