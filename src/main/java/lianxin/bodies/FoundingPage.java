package lianxin.bodies;

import java.util.Map;
import lianxin.bodies.Bodies.Charter;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.platform.Attempt;
import lianxin.platform.Attempt.Done;
import lianxin.platform.Shell;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import lianxin.territory.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which a joint body is founded; first its kind, because each kind asks for other things. */
@Controller
@Needs(May.MANAGE_UNITS)
class FoundingPage {

    private final Bodies bodies;
    private final BodyRules rules;
    private final Trees trees;
    private final Areas areas;
    private final Days days;
    private final Town town;

    FoundingPage(Bodies bodies, BodyRules rules, Trees trees, Areas areas, Days days, Town town) {
        this.bodies = bodies;
        this.rules = rules;
        this.trees = trees;
        this.areas = areas;
        this.days = days;
        this.town = town;
    }

    /** @param kind null while none is chosen */
    record View(
            BodyRules.@Nullable Kind kind,
            Typed typed,
            @Nullable String problem,
            BodyRules rules,
            Town town) {}

    @GetMapping("/bodies/new")
    ModelAndView blank(@RequestParam Map<String, String> fields) {
        return page(new Typed(fields), null);
    }

    @PostMapping("/bodies")
    ModelAndView found(@RequestParam Map<String, String> fields, Actor by, Shell shell, RedirectAttributes redirect) {
        var typed = new Typed(fields);
        return Attempt.at(
                shell,
                redirect,
                () -> {
                    var lead = trees.now().unit(typed.unit("lead", trees));
                    by.must(May.MANAGE_UNITS, lead.id());
                    var charter = new Charter(
                            typed.text("kind"),
                            typed.text("name"),
                            lead.id(),
                            typed.area("area", lead, areas, days),
                            typed.count("place"),
                            typed.has("mode") ? typed.text("mode") : null,
                            typed.text("agreement"),
                            typed.day("ends"),
                            typed.maybeUnit("heir", trees).orElse(null));
                    var id = bodies.found(charter, typed.from("from", days), typed.text("reason"), by);
                    return Done.at("/bodies/" + id, "bodies.founded");
                },
                problem -> page(typed, problem));
    }

    private ModelAndView page(Typed typed, @Nullable String problem) {
        var kind = rules.kinds().stream()
                .filter(it -> it.key().equals(typed.text("kind")))
                .findFirst()
                .orElse(null);
        return new ModelAndView("bodies/founding", "it", new View(kind, typed, problem, rules, town));
    }
}
