package lianxin.bodies;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps on the page of a joint body; what was typed comes back with the sentence that refuses it. */
@Controller
@Needs({May.MANAGE_UNITS, May.LEAD_BODIES})
class BodyStepsPage {

    private final Bodies bodies;
    private final Covers covers;
    private final Partners partners;
    private final BodyBook book;
    private final BodySteps steps;
    private final Trees trees;
    private final Areas areas;
    private final Days days;
    private final Clock clock;

    BodyStepsPage(
            Bodies bodies,
            Covers covers,
            Partners partners,
            BodyBook book,
            BodySteps steps,
            Trees trees,
            Areas areas,
            Days days,
            Clock clock) {
        this.bodies = bodies;
        this.covers = covers;
        this.partners = partners;
        this.book = book;
        this.steps = steps;
        this.trees = trees;
        this.areas = areas;
        this.days = days;
        this.clock = clock;
    }

    @PostMapping("/bodies/{number}/{step:approval|activity|members|partners|lead|agreement|ending|areas|income}")
    ModelAndView step(
            @PathVariable("number") int number,
            @PathVariable("step") String step,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "shared", required = false) @Nullable Set<String> shared,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var it = steps.of(number, fields, by, shell, redirect);
        var typed = it.typed();
        var id = it.body();
        return steps.take(it, "bodies.step." + step + ".done", () -> {
            switch (step) {
                case "approval" -> bodies.approve(id, typed.from("from", days), typed.text("reason"), by);
                case "activity" -> bodies.activate(id, typed.from("from", days), typed.text("reason"), by);
                case "members" ->
                    bodies.admit(
                            id,
                            typed.unit("unit", trees),
                            typed.text("seat"),
                            typed.from("from", days),
                            typed.text("reason"),
                            by);
                case "partners" ->
                    partners.join(
                            id,
                            typed.text("name"),
                            typed.text("kind"),
                            typed.text("seat"),
                            typed.from("from", days),
                            typed.text("reason"),
                            by);
                case "lead" ->
                    bodies.changeLead(
                            id, typed.unit("unit", trees), typed.from("from", days), typed.text("reason"), by);
                case "agreement" ->
                    bodies.agree(
                            id,
                            typed.text("agreement"),
                            typed.text("plan"),
                            shared == null ? Set.of() : new TreeSet<>(shared),
                            by);
                case "ending" ->
                    bodies.dissolve(id, typed.unit("heir", trees), typed.from("from", days), typed.text("reason"), by);
                case "areas" -> covers.coverAll(id, typed.areas("area", areas, days), clock.instant(), by);
                default ->
                    covers.recordIncome(
                            id,
                            Objects.requireNonNullElse(typed.day("day"), days.today()),
                            typed.needed("ratio"),
                            typed.text("source"),
                            by);
            }
        });
    }

    @PostMapping("/bodies/{number}/members/{unit}/end")
    ModelAndView leave(
            @PathVariable("number") int number,
            @PathVariable("unit") int unit,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var it = steps.of(number, Map.of(), by, shell, redirect);
        return steps.take(it, "bodies.left", () -> bodies.leave(it.body(), new UnitId(unit), clock.instant(), by));
    }

    @PostMapping("/bodies/{number}/areas/{area}/end")
    ModelAndView uncover(
            @PathVariable("number") int number,
            @PathVariable("area") int area,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var it = steps.of(number, Map.of(), by, shell, redirect);
        return steps.take(
                it, "bodies.uncovered", () -> covers.uncover(it.body(), new AreaId(area), clock.instant(), by));
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @GetMapping({
        "/bodies/{number}/{step:approval|activity|members|partners|lead|agreement|ending|areas|income}",
        "/bodies/{number}/accounts"
    })
    String open(@PathVariable("number") int number) {
        return "redirect:/bodies/" + number;
    }

    /** The password is told once, on this answer only. */
    @PostMapping("/bodies/{number}/accounts")
    ModelAndView openAccount(
            @PathVariable("number") int number,
            @RequestParam Map<String, String> fields,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        by.must(May.MANAGE_UNITS, book.must(new BodyId(number), clock.instant()).lead());
        var it = steps.of(number, fields, by, shell, redirect);
        try {
            var unit = it.typed().unit("unit", trees);
            var given = partners.openAccount(
                    it.body(), unit, it.typed().text("name"), it.typed().text("signIn"), by);
            return steps.page(it, null, given);
        } catch (RuleBroken refused) {
            var page = steps.page(it, shell.t(refused.key(), refused.details()), null);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }
}
