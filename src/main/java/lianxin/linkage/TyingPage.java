package lianxin.linkage;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import lianxin.linkage.LinkageRules.LinkSystem;
import lianxin.organization.Actor;
import lianxin.organization.Chairs;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.platform.Attempt;
import lianxin.platform.Attempt.Done;
import lianxin.platform.NotFound;
import lianxin.platform.Shell;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which a seat is tied to an object. */
@Controller
@Needs(May.KEEP_LINKS)
class TyingPage {

    private final Links links;
    private final LinkageRules rules;
    private final Chairs chairs;
    private final LinkNames names;
    private final Trees trees;
    private final Days days;
    private final Clock clock;

    TyingPage(Links links, LinkageRules rules, Chairs chairs, LinkNames names, Trees trees, Days days, Clock clock) {
        this.links = links;
        this.rules = rules;
        this.chairs = chairs;
        this.names = names;
        this.trees = trees;
        this.days = days;
        this.clock = clock;
    }

    record View(
            LinkSystem system,
            List<Seat> seats,
            Written typed,
            @Nullable String problem) {}

    record Seat(String value, String name) {}

    @GetMapping("/links/systems/{system}/new")
    ModelAndView blank(
            @PathVariable("system") String system, @RequestParam Map<String, String> fields, Actor by, Shell shell) {
        return page(known(system), new Written(fields), by, shell, null);
    }

    @PostMapping("/links/systems/{system}/new")
    ModelAndView tie(
            @PathVariable("system") String key,
            @RequestParam Map<String, String> fields,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var system = known(key);
        var typed = new Written(fields);
        return Attempt.at(
                shell,
                redirect,
                () -> {
                    var draft = new Links.Draft(
                            key,
                            typed.text("category"),
                            typed.seat("seat"),
                            typed.unit("object", trees),
                            typed.text("title"));
                    var id = links.tie(draft, typed.from("from", days), typed.text("reason"), by);
                    return Done.at("/links/" + id, "linkage.tied");
                },
                problem -> page(system, typed, by, shell, problem));
    }

    private LinkSystem known(String key) {
        return rules.maybeSystem(key).orElseThrow(() -> new NotFound("system of links " + key));
    }

    private ModelAndView page(LinkSystem system, Written typed, Actor by, Shell shell, @Nullable String problem) {
        var now = clock.instant();
        var seats = chairs.inRoles(system.seats(), now).stream()
                .filter(it -> by.may(May.KEEP_LINKS, it.chair().unit()))
                .map(it -> new Seat(
                        Written.written(it.chair()),
                        names.at(it.chair().unit(), now) + " " + names.seat(it.chair(), shell.locale()) + " "
                                + it.name()))
                .toList();
        return new ModelAndView("linkage/tying", "it", new View(system, seats, typed, problem));
    }
}
