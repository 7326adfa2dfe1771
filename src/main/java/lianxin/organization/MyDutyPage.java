package lianxin.organization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import lianxin.platform.AnyStaff;
import lianxin.platform.Flash;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own shifts, and whether residents may see one's own number. */
@Controller
class MyDutyPage {

    private final RosterViews rosters;
    private final DutyDesks desks;

    MyDutyPage(RosterViews rosters, DutyDesks desks) {
        this.rosters = rosters;
        this.desks = desks;
    }

    @AnyStaff
    @GetMapping("/account/duty")
    ModelAndView show(Actor actor, Shell shell) {
        return page(actor, shell, Refusal.NONE);
    }

    private ModelAndView page(Actor actor, Shell shell, Refusal refused) {
        var own = actor.person().flatMap(desks::ownTelephone).orElse("");
        var view = new View(rosters.of(actor, shell), own, desks.mayBeShown(actor));
        return new ModelAndView("organization/my-duty", Map.of("it", view, "refused", refused));
    }

    @AnyStaff
    @GetMapping("/account/duty/{step:telephone|no-telephone}")
    String open() {
        return "redirect:/account/duty";
    }

    @ExceptionHandler
    ModelAndView refused(RuleBroken broken, HttpServletRequest request, Actor actor, Shell shell) {
        var page = page(actor, shell, Refusal.of(broken, request, shell));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @AnyStaff
    @PostMapping("/account/duty/telephone")
    String show(
            @RequestParam String telephone,
            @RequestParam(defaultValue = "false") boolean agree,
            Actor actor,
            RedirectAttributes redirect) {
        if (!agree) throw new RuleBroken("roster.own.not-agreed");
        desks.showOwnTelephone(telephone, actor);
        redirect.addFlashAttribute("flash", Flash.of("roster.own.done.shown"));
        return "redirect:/account/duty";
    }

    @AnyStaff
    @PostMapping("/account/duty/no-telephone")
    String hide(Actor actor, RedirectAttributes redirect) {
        desks.hideOwnTelephone(actor);
        redirect.addFlashAttribute("flash", Flash.of("roster.own.done.hidden"));
        return "redirect:/account/duty";
    }

    /** @param shown whether the reader holds a post whose holders residents may see */
    record View(List<RosterViews.Mine> shifts, String telephone, boolean shown) {}
}
