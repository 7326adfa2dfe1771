package lianxin.directives;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lianxin.directives.PartSteps.Report;
import lianxin.directives.TaskFact.Why;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.AsOf;
import lianxin.platform.Flash;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A task and its parts, and the steps on them; what was typed comes back with the sentence that refuses it. */
@Controller
@Needs({May.DO_TASKS, May.GIVE_TASKS, May.READ})
class TaskStepsPage {

    private final TaskPage pages;
    private final Tasks tasks;
    private final PartSteps steps;
    private final Pointers pointers;
    private final Clock clock;

    TaskStepsPage(TaskPage pages, Tasks tasks, PartSteps steps, Pointers pointers, Clock clock) {
        this.pages = pages;
        this.tasks = tasks;
        this.steps = steps;
        this.pointers = pointers;
        this.clock = clock;
    }

    @GetMapping("/tasks/{task}")
    ModelAndView show(@PathVariable("task") int number, AsOf asOf, Actor reader, Shell shell) {
        return pages.of(new TaskId(number), null, asOf.knownNow(), reader, shell, Typed.NOTHING, null);
    }

    @GetMapping("/tasks/{task}/parts/{part}")
    ModelAndView show(
            @PathVariable("task") int number, @PathVariable("part") int part, AsOf asOf, Actor reader, Shell shell) {
        return pages.of(new TaskId(number), new PartId(part), asOf.knownNow(), reader, shell, Typed.NOTHING, null);
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @GetMapping({
        "/tasks/{task}/parts/{part}/{step:report|split|decline|wish|postpone|refuse|confirm|return|withdraw}",
        "/tasks/{task}/{step:withdraw|confirm|agree|stop}"
    })
    String again(
            @PathVariable("task") int task, @PathVariable(name = "part", required = false) @Nullable Integer part) {
        return "redirect:/tasks/" + task + (part == null ? "" : "/parts/" + part);
    }

    @PostMapping("/tasks/{task}/parts/{part}/{step:report|split|decline|wish|postpone|refuse|confirm|return|withdraw}")
    ModelAndView step(
            @PathVariable("task") int task,
            @PathVariable("part") int number,
            @PathVariable("step") String step,
            @RequestParam MultiValueMap<String, String> fields,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var part = new PartId(number);
        var typed = new Typed(fields);
        var said = typed.text("said");
        return take(new TaskId(task), part, typed, "part." + step, by, shell, redirect, () -> {
            switch (step) {
                case "report" ->
                    steps.report(part, new Report(said, pointers.read(typed.text("pointers")), typed.text("left")), by);
                case "split" -> tasks.split(part, typed.addressed(), typed.needed("due"), by);
                case "decline" -> steps.decline(part, why(typed.text("why")), said, by);
                case "wish" -> steps.wish(part, typed.needed("due"), said, by);
                case "postpone" -> steps.postpone(part, by);
                case "refuse" -> steps.refuseToPostpone(part, said, by);
                case "confirm" -> steps.confirm(List.of(part), by);
                case "return" -> steps.sendBack(part, said, typed.needed("due"), by);
                default -> steps.withdraw(part, said, by);
            }
        });
    }

    @PostMapping("/tasks/{task}/{step:withdraw|confirm|agree|stop}")
    ModelAndView step(
            @PathVariable("task") int task,
            @PathVariable("step") String step,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "part", defaultValue = "") List<Integer> parts,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var id = new TaskId(task);
        var typed = new Typed(fields);
        return take(id, null, typed, "task." + step, by, shell, redirect, () -> {
            switch (step) {
                case "withdraw" -> steps.withdraw(id, typed.text("said"), by);
                case "confirm" -> steps.confirm(ticked(id, parts, typed, by), by);
                default -> steps.decide(id, step.equals("agree"), typed.text("said"), by);
            }
        });
    }

    /** Those that were ticked, or all that wait right below the task or the part. */
    private List<PartId> ticked(TaskId task, List<Integer> parts, Typed typed, Actor by) {
        if (!typed.has("all")) return parts.stream().map(PartId::new).toList();
        var above = typed.has("above") ? new PartId(Typed.number(typed.text("above"))) : null;
        return pages.reported(task, above, by, clock.instant());
    }

    private static Why why(String typed) {
        return Stream.of(Why.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("directives.wrong.why"));
    }

    private ModelAndView take(
            TaskId task,
            @Nullable PartId part,
            Typed typed,
            String step,
            Actor by,
            Shell shell,
            RedirectAttributes redirect,
            Runnable verb) {
        try {
            verb.run();
        } catch (RuleBroken refused) {
            var why = shell.t(refused.key(), refused.details());
            var page = pages.of(task, part, AsOf.of(null, null, clock), by, shell, typed, why);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        redirect.addFlashAttribute("flash", Flash.of("directives.flash." + step));
        var back = typed.text("back");
        return new ModelAndView("redirect:"
                + (back.matches("/tasks[a-z/?=&0-9-]*")
                        ? back
                        : "/tasks/" + task + (part == null ? "" : "/parts/" + part)));
    }
}
