package lianxin.organization;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.platform.Flash;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The roster of one desk: who is on duty when, what one shift leaves to the next, and the number residents call. */
@Controller
class RosterPage {

    private final Rosters rosters;
    private final DutyDesks desks;
    private final RosterViews views;

    RosterPage(Rosters rosters, DutyDesks desks, RosterViews views) {
        this.rosters = rosters;
        this.desks = desks;
        this.views = views;
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/units/{number}/roster")
    ModelAndView show(
            @PathVariable int number,
            @RequestParam(required = false) @Nullable LocalDate from,
            Actor actor,
            Shell shell) {
        return page(number, from, actor, shell, Refusal.NONE);
    }

    private ModelAndView page(int number, @Nullable LocalDate from, Actor actor, Shell shell, Refusal refused) {
        var board = views.board(new UnitId(number), from, actor, shell);
        return new ModelAndView("organization/roster", Map.of("it", board, "refused", refused));
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @Needs(May.LOOK_UP)
    @GetMapping({
        "/units/{number}/roster/{step:plan|telephone}",
        "/units/{number}/roster/{id}/{step:change|cancel|hand-over|take-over}"
    })
    String open(@PathVariable int number) {
        return "redirect:/units/" + number + "/roster";
    }

    @ExceptionHandler
    ModelAndView refused(RuleBroken broken, HttpServletRequest request, Actor actor, Shell shell) {
        var address = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var number = Integer.parseInt(String.valueOf(address.get("number")));
        var page = page(number, null, actor, shell, Refusal.of(broken, request, shell));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @Needs(May.PLAN_DUTY)
    @PostMapping("/units/{number}/roster/plan")
    String plan(
            @PathVariable int number,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "") List<Integer> firsts,
            @RequestParam(defaultValue = "") List<Integer> seconds,
            Actor actor,
            RedirectAttributes redirect) {
        var plan = new Rosters.Plan(new UnitId(number), from, to, people(firsts), people(seconds));
        rosters.plan(plan, actor);
        return back(number, "roster.done.planned", redirect);
    }

    private static List<PersonId> people(List<Integer> numbers) {
        return numbers.stream().map(PersonId::new).toList();
    }

    @Needs(May.PLAN_DUTY)
    @PostMapping("/units/{number}/roster/{id}/change")
    String change(
            @PathVariable int number,
            @PathVariable UUID id,
            @RequestParam int first,
            @RequestParam(required = false) @Nullable Integer second,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes redirect) {
        var stepsIn = second == null ? null : new PersonId(second);
        rosters.change(new ShiftId(id), new PersonId(first), stepsIn, reason, actor);
        return back(number, "roster.done.changed", redirect);
    }

    @Needs(May.PLAN_DUTY)
    @PostMapping("/units/{number}/roster/{id}/cancel")
    String cancel(
            @PathVariable int number,
            @PathVariable UUID id,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes redirect) {
        rosters.cancel(new ShiftId(id), reason, actor);
        return back(number, "roster.done.cancelled", redirect);
    }

    @Needs(May.LOOK_UP)
    @PostMapping("/units/{number}/roster/{id}/hand-over")
    String handOver(
            @PathVariable int number,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            Actor actor,
            RedirectAttributes redirect) {
        rosters.handOver(new ShiftId(id), note, actor);
        return back(number, "roster.done.handed", redirect);
    }

    @Needs(May.LOOK_UP)
    @PostMapping("/units/{number}/roster/{id}/take-over")
    String takeOver(@PathVariable int number, @PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        rosters.takeOver(new ShiftId(id), actor);
        return back(number, "roster.done.taken", redirect);
    }

    @Needs(May.PLAN_DUTY)
    @PostMapping("/units/{number}/roster/telephone")
    String telephone(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String telephone,
            Actor actor,
            RedirectAttributes redirect) {
        desks.setTelephone(new UnitId(number), telephone, actor);
        return back(number, "roster.done.telephone", redirect);
    }

    private static String back(int number, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(done));
        return "redirect:/units/" + number + "/roster";
    }
}
