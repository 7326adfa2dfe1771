package lianxin.bodies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import lianxin.organization.Accounts.OneTime;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.AsOf;
import lianxin.platform.Flash;
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
    private final Undertakings undertakings;
    private final UndertakingBook undertakingBook;
    private final Covers covers;
    private final Partners partners;
    private final BodyBook book;
    private final BodyViews views;
    private final Trees trees;
    private final Areas areas;
    private final Days days;
    private final Clock clock;

    BodyStepsPage(
            Bodies bodies,
            Undertakings undertakings,
            UndertakingBook undertakingBook,
            Covers covers,
            Partners partners,
            BodyBook book,
            BodyViews views,
            Trees trees,
            Areas areas,
            Days days,
            Clock clock) {
        this.bodies = bodies;
        this.undertakings = undertakings;
        this.undertakingBook = undertakingBook;
        this.covers = covers;
        this.partners = partners;
        this.book = book;
        this.views = views;
        this.trees = trees;
        this.areas = areas;
        this.days = days;
        this.clock = clock;
    }

    /** What a request brings along for every step. */
    private record Step(BodyId body, Typed typed, Actor by, Shell shell, RedirectAttributes redirect) {}

    @PostMapping("/bodies/{number}/{step:approval|activity|members|partners|lead|agreement|ending|areas|income}")
    ModelAndView step(
            @PathVariable("number") int number,
            @PathVariable("step") String step,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "shared", required = false) @Nullable Set<String> shared,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var it = step(number, fields, by, shell, redirect);
        var typed = it.typed;
        var id = it.body;
        return take(it, "bodies.step." + step + ".done", () -> {
            switch (step) {
                case "approval" -> bodies.approve(id, from(typed), typed.text("reason"), by);
                case "activity" -> bodies.activate(id, from(typed), typed.text("reason"), by);
                case "members" ->
                    bodies.admit(
                            id, typed.unit("unit", trees), typed.text("seat"), from(typed), typed.text("reason"), by);
                case "partners" ->
                    partners.join(
                            id,
                            typed.text("name"),
                            typed.text("kind"),
                            typed.text("seat"),
                            from(typed),
                            typed.text("reason"),
                            by);
                case "lead" -> bodies.changeLead(id, typed.unit("unit", trees), from(typed), typed.text("reason"), by);
                case "agreement" ->
                    bodies.agree(
                            id,
                            typed.text("agreement"),
                            typed.text("plan"),
                            shared == null ? Set.of() : new TreeSet<>(shared),
                            by);
                case "ending" -> bodies.dissolve(id, typed.unit("heir", trees), from(typed), typed.text("reason"), by);
                case "areas" -> covers.cover(id, area(typed), clock.instant(), by);
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
        var it = step(number, Map.of(), by, shell, redirect);
        return take(it, "bodies.left", () -> bodies.leave(it.body, new UnitId(unit), clock.instant(), by));
    }

    @PostMapping("/bodies/{number}/areas/{area}/end")
    ModelAndView uncover(
            @PathVariable("number") int number,
            @PathVariable("area") int area,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var it = step(number, Map.of(), by, shell, redirect);
        return take(it, "bodies.uncovered", () -> covers.uncover(it.body, new AreaId(area), clock.instant(), by));
    }

    @PostMapping("/bodies/{number}/undertakings")
    ModelAndView plan(
            @PathVariable("number") int number,
            @RequestParam Map<String, String> fields,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var it = running(number, fields, by, shell, redirect);
        var typed = it.typed;
        return take(it, "bodies.planned", () -> {
            var part = Arrays.stream(Part.values())
                    .filter(one -> one.key().equals(typed.text("part")))
                    .findFirst()
                    .orElseThrow(() -> new RuleBroken("bodies.wrong.part"));
            var draft = new Undertakings.Draft(
                    part,
                    typed.text("title"),
                    typed.maybeUnit("unit", trees).orElse(null),
                    typed.has("link") ? typed.text("link") : null,
                    typed.day("due"),
                    typed.number("amount"),
                    typed.text("measure"));
            undertakings.plan(it.body, draft, by);
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
        var it = step(undertakingBook.find(id).body().number(), fields, by, shell, redirect);
        var typed = it.typed;
        return take(it, "bodies.undertaking." + step, () -> {
            switch (step) {
                case "done" -> {
                    LocalDate day = typed.day("day");
                    undertakings.finish(id, day == null ? days.today() : day, typed.text("result"), by);
                }
                case "drop" -> undertakings.drop(id, typed.text("result"), by);
                default -> undertakings.give(id, typed.needed("amount"), by);
            }
        });
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @GetMapping({
        "/bodies/{number}/{step:approval|activity|members|partners|lead|agreement|ending|areas|income}",
        "/bodies/{number}/undertakings",
        "/bodies/{number}/accounts"
    })
    String open(@PathVariable("number") int number) {
        return "redirect:/bodies/" + number;
    }

    @GetMapping("/undertakings/{number}/{step:done|drop|gift}")
    String openOf(@PathVariable("number") int number) {
        return "redirect:/bodies/"
                + undertakingBook.find(new UndertakingId(number)).body();
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
        var it = step(number, fields, by, shell, redirect);
        try {
            var unit = it.typed.unit("unit", trees);
            var given = partners.openAccount(it.body, unit, it.typed.text("name"), it.typed.text("signIn"), by);
            return page(it, null, given);
        } catch (RuleBroken refused) {
            return refused(it, refused);
        }
    }

    /** For whoever may run the body; asked before anything that was typed is read. */
    private Step running(int number, Map<String, String> fields, Actor by, Shell shell, RedirectAttributes redirect) {
        var id = new BodyId(number);
        BodyGuard.mustRun(by, book.must(id, clock.instant()).lead());
        return new Step(id, new Typed(fields), by, shell, redirect);
    }

    private Step step(int number, Map<String, String> fields, Actor by, Shell shell, RedirectAttributes redirect) {
        return new Step(new BodyId(number), new Typed(fields), by, shell, redirect);
    }

    private ModelAndView take(Step step, String done, Runnable verb) {
        try {
            verb.run();
        } catch (RuleBroken refused) {
            return refused(step, refused);
        }
        step.redirect.addFlashAttribute("flash", Flash.of(done));
        return new ModelAndView("redirect:/bodies/" + step.body);
    }

    private ModelAndView refused(Step step, RuleBroken refused) {
        var page = page(step, step.shell.t(refused.key(), refused.details()), null);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Step step, @Nullable String problem, @Nullable OneTime given) {
        var asOf = AsOf.of(null, null, clock);
        var body = book.must(step.body, asOf.at());
        var view = views.of(body, asOf, step.by, step.shell, step.typed, problem, given);
        return new ModelAndView("bodies/body", "it", view);
    }

    private Instant from(Typed typed) {
        var day = typed.day("from");
        return day == null || day.equals(days.today()) ? clock.instant() : days.startOf(day);
    }

    private AreaId area(Typed typed) {
        return areas.byCode(typed.text("area"))
                .map(it -> it.id())
                .orElseThrow(() -> new RuleBroken("bodies.unknown-area", typed.text("area")));
    }
}
