package lianxin.routes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.Flash;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import lianxin.territory.Responsibilities;
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

/**
 * The steps that open, change, take back and retire a route. Stops are moved by buttons that send the whole form and save
 * nothing, so that the order can be made with the keyboard and without a script; one button saves all of it.
 */
@Controller
@Needs(May.MANAGE_UNITS)
class RouteStepsPage {
    private final Routes routes;
    private final RouteBook book;
    private final RouteHalts halts;
    private final RouteCandidates candidates;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final RouteRules rules;
    private final Days days;

    RouteStepsPage(
            Routes routes,
            RouteBook book,
            RouteHalts halts,
            RouteCandidates candidates,
            Areas areas,
            Responsibilities responsibilities,
            Trees trees,
            RouteRules rules,
            Days days) {
        this.routes = routes;
        this.book = book;
        this.halts = halts;
        this.candidates = candidates;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.rules = rules;
        this.days = days;
    }

    /**
     * @param route null for a new one
     * @param focus the button to go on from
     */
    record View(
            @Nullable Route route,
            RouteForm form,
            List<Row> rows,
            List<RouteCandidates.Candidate> found,
            boolean searched,
            String focus,
            @Nullable String problem,
            RouteRules rules) {

        String address() {
            return route == null ? "/routes" : "/routes/" + route.id();
        }

        String back() {
            return route == null && !form.kind().isEmpty() ? "/routes?kind=" + form.kind() : address();
        }
    }

    record Row(RouteForm.StopForm form, Halt halt) {}

    @GetMapping("/routes/new")
    ModelAndView blank(@RequestParam(name = "kind", defaultValue = "") String kind, Actor actor, Shell shell) {
        var chosen = rules.kind(kind).isPresent() || rules.kinds().isEmpty()
                ? kind
                : rules.kinds().getFirst().key();
        var color = rules.colors().isEmpty() ? "" : rules.colors().getFirst().key();
        return page(null, RouteForm.blank(chosen, color, home(actor)), "", null, shell.locale());
    }

    /** The area of the first unit that the reader organizes. */
    private String home(Actor actor) {
        for (int unit : actor.where(May.MANAGE_UNITS)) {
            var code = trees.now().unit(new UnitId(unit)).code();
            if (areas.byCode(code).isPresent()) return code;
        }
        return "";
    }

    @PostMapping("/routes")
    ModelAndView open(
            @RequestParam MultiValueMap<String, String> typed, Actor actor, Shell shell, RedirectAttributes redirect) {
        var form = RouteForm.of(typed);
        var step = step(typed);
        if (!step.equals("save")) return edited(null, form, step, shell);
        try {
            var opened = routes.open(form.details(where(form), false), from(form), form.reason(), actor);
            return done("/routes/" + opened, "routes.opened", redirect);
        } catch (RuleBroken refused) {
            return refused(null, form, refused, shell);
        }
    }

    @GetMapping("/routes/{number}/change")
    ModelAndView change(@PathVariable("number") int number, Actor actor, Shell shell) {
        var route = changeable(number, actor);
        var form =
                RouteForm.of(route.details(), areas.find(route.details().area()).code());
        return page(route, form, "", null, shell.locale());
    }

    @PostMapping("/routes/{number}")
    ModelAndView change(
            @PathVariable("number") int number,
            @RequestParam MultiValueMap<String, String> typed,
            Actor actor,
            Shell shell,
            RedirectAttributes redirect) {
        var route = changeable(number, actor);
        var form = RouteForm.of(typed);
        var step = step(typed);
        if (!step.equals("save")) return edited(route, form, step, shell);
        try {
            var details = form.details(where(form), route.details().generated());
            routes.change(route.id(), details, from(form), form.reason(), actor);
            return done("/routes/" + number, "routes.changed", redirect);
        } catch (RuleBroken refused) {
            return refused(route, form, refused, shell);
        }
    }

    @PostMapping("/routes/{number}/retire")
    ModelAndView retire(@PathVariable("number") int number, Actor actor, RedirectAttributes redirect) {
        var route = changeable(number, actor);
        routes.retire(route.id(), days.now(), actor);
        return done("/routes?kind=" + route.kind(), "routes.retired", redirect);
    }

    @PostMapping("/routes/{number}/back")
    ModelAndView takeBack(@PathVariable("number") int number, Actor actor, RedirectAttributes redirect) {
        routes.takeBack(new RouteId(number), actor);
        return done("/routes/" + number, "routes.taken-back", redirect);
    }

    private static String step(MultiValueMap<String, String> typed) {
        var step = typed.getFirst("do");
        return step == null ? "look" : step;
    }

    /** One of up-2, down-2, out-2, add-area-4711; anything else only looks again. */
    private ModelAndView edited(@Nullable Route route, RouteForm form, String step, Shell shell) {
        var words = step.split("-", 2);
        if (words.length < 2) return page(route, form, "search", null, shell.locale());
        if (words[0].equals("add")) {
            var what = new RouteForm.StopForm(words[1], "", "", "", "").ref();
            return page(route, form.and(what), "search", null, shell.locale());
        }
        int number = words[1].matches("\\d{1,3}") ? Integer.parseInt(words[1]) : -1;
        return switch (words[0]) {
            case "up" -> page(route, form.moved(number, -1), "up-" + (number - 1), null, shell.locale());
            case "down" -> page(route, form.moved(number, 1), "down-" + (number + 1), null, shell.locale());
            case "out" -> page(route, form.without(number), "search", null, shell.locale());
            default -> page(route, form, "", null, shell.locale());
        };
    }

    private Route changeable(int number, Actor actor) {
        var id = new RouteId(number);
        var route = book.standing(id).orElseThrow(() -> new NotFound(id.ref()));
        var now = days.now();
        actor.must(
                May.MANAGE_UNITS, responsibilities.responsible(route.details().area(), "", now));
        return route;
    }

    private AreaId where(RouteForm form) {
        var code = form.area().strip();
        return areas.byCode(code).map(Area::id).orElseThrow(() -> new RuleBroken("places.wrong.area", code));
    }

    private Instant from(RouteForm form) {
        var day = form.day();
        return day == null ? days.now() : days.startOf(day);
    }

    private ModelAndView page(
            @Nullable Route route, RouteForm form, String focus, @Nullable String problem, Locale locale) {
        var now = days.now();
        var since = route == null ? now : route.since();
        var draft = new RouteDetails("", form.kind(), "", new AreaId(0), "", form.drafts(), false);
        var found = halts.of(draft, now, since);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < found.size(); i++) rows.add(new Row(form.stops().get(i), found.get(i)));
        var there = form.stops().stream().map(RouteForm.StopForm::ref).toList();
        var could = rules.kind(form.kind())
                .map(kind -> candidates.like(form.search(), kind, now, locale).stream()
                        .filter(it -> isNew(it.what(), there))
                        .toList())
                .orElse(List.of());
        var view = new View(route, form, rows, could, !form.search().isBlank(), focus, problem, rules);
        return new ModelAndView("routes/route-form", "it", view);
    }

    private static boolean isNew(Ref what, List<Ref> there) {
        return !there.contains(what);
    }

    private ModelAndView refused(@Nullable Route route, RouteForm form, RuleBroken refused, Shell shell) {
        var page = page(route, form, "", shell.t(refused.key(), refused.details()), shell.locale());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView done(String to, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(done));
        return new ModelAndView("redirect:" + to);
    }
}
