package lianxin.bodies;

import java.util.Arrays;
import java.util.Map;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.territory.Days;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of what a joint body agrees, on its page: plan, finish, drop, give. */
@Controller
@Needs({May.MANAGE_UNITS, May.LEAD_BODIES})
class UndertakingStepsPage {

    private final Undertakings undertakings;
    private final UndertakingBook book;
    private final BodySteps steps;
    private final Trees trees;
    private final Days days;

    UndertakingStepsPage(Undertakings undertakings, UndertakingBook book, BodySteps steps, Trees trees, Days days) {
        this.undertakings = undertakings;
        this.book = book;
        this.steps = steps;
        this.trees = trees;
        this.days = days;
    }

    @PostMapping("/bodies/{number}/undertakings")
    ModelAndView plan(
            @PathVariable("number") int number,
            @RequestParam Map<String, String> fields,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var it = steps.running(number, fields, by, shell, redirect);
        var typed = it.typed();
        return steps.take(it, "bodies.planned", () -> {
            var part = Arrays.stream(Part.values())
                    .filter(one -> one.key().equals(typed.text("part")))
                    .findFirst()
                    .orElseThrow(() -> new RuleBroken("bodies.wrong.part"));
            var draft = new Draft(
                    part,
                    typed.text("title"),
                    typed.maybeUnit("unit", trees).orElse(null),
                    typed.has("link") ? typed.text("link") : null,
                    typed.day("due"),
                    typed.number("amount"),
                    typed.text("measure"),
                    typed.count("place"),
                    null);
            undertakings.plan(it.body(), draft, by);
        });
    }

    @PostMapping("/undertakings/{number}/{step:done|drop|gift}")
    ModelAndView change(
            @PathVariable("number") int number,
            @PathVariable("step") String step,
            @RequestParam Map<String, String> fields,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var id = new UndertakingId(number);
        var it = steps.of(book.find(id).body().number(), fields, by, shell, redirect);
        var typed = it.typed();
        return steps.take(it, "bodies.undertaking." + step, () -> {
            switch (step) {
                case "done" -> undertakings.finish(id, days.or(typed.day("day")), typed.text("result"), by);
                case "drop" -> undertakings.drop(id, typed.text("result"), by);
                default -> undertakings.give(id, typed.needed("amount"), by);
            }
        });
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @GetMapping("/bodies/{number}/undertakings")
    String open(@PathVariable("number") int number) {
        return "redirect:/bodies/" + number;
    }

    @GetMapping("/undertakings/{number}/{step:done|drop|gift}")
    String openOf(@PathVariable("number") int number) {
        return "redirect:/bodies/" + book.find(new UndertakingId(number)).body();
    }
}
