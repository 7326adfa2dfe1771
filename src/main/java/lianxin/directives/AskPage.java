package lianxin.directives;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.Violations;
import lianxin.platform.Flash;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which a unit asks units below; before it goes out the page says how much each of them has open already. */
@Controller
@Needs(May.GIVE_TASKS)
class AskPage {

    private final Tasks tasks;
    private final Below below;
    private final BurdenGate gate;
    private final Sight sight;
    private final OrganizationRules words;
    private final Violations violations;
    private final Clock clock;

    AskPage(
            Tasks tasks,
            Below below,
            BurdenGate gate,
            Sight sight,
            OrganizationRules words,
            Violations violations,
            Clock clock) {
        this.tasks = tasks;
        this.below = below;
        this.gate = gate;
        this.sight = sight;
        this.words = words;
        this.violations = violations;
        this.clock = clock;
    }

    /**
     * @param from all units for which the actor asks
     * @param direct units right below, with what they have open
     * @param blocks units of the territory that can keep it together, the own first
     * @param look what would be asked of whom; null before the first look
     */
    record View(
            Unit unit,
            List<Unit> from,
            List<BurdenGate.Load> direct,
            List<Kind> kinds,
            List<Unit> lines,
            List<Unit> blocks,
            List<Kind> rules,
            @Nullable Look look,
            Typed typed,
            @Nullable String problem) {}

    record Kind(String key, String name) {}

    /**
     * @param over units that have too much open already
     * @param alike units that were asked the same, by what the other task is called
     */
    record Look(int units, List<BurdenGate.Load> over, List<BurdenGate.Load> alike) {

        static Look of(List<BurdenGate.Load> loads) {
            return new Look(
                    loads.size(),
                    loads.stream().filter(BurdenGate.Load::over).toList(),
                    loads.stream().filter(it -> !it.alike().isEmpty()).toList());
        }
    }

    @GetMapping("/tasks/new")
    ModelAndView blank(@RequestParam MultiValueMap<String, String> fields, Actor by, Shell shell) {
        return page(new Typed(fields), by, shell, null, null);
    }

    @PostMapping("/tasks/new")
    ModelAndView ask(
            @RequestParam MultiValueMap<String, String> fields, Actor by, Shell shell, RedirectAttributes redirect) {
        var typed = new Typed(fields);
        var unit = from(typed, by);
        try {
            if (!typed.text("step").equals("send")) return page(typed, by, shell, look(typed, unit), null);
            var draft = new Tasks.Draft(
                    typed.text("title"),
                    typed.text("goal"),
                    typed.text("basis"),
                    typed.needed("due"),
                    typed.unit("line"),
                    typed.unit("block"),
                    typed.has("rule") ? typed.text("rule") : null);
            var id = tasks.issue(draft, unit, typed.addressed(), by);
            redirect.addFlashAttribute("flash", Flash.of("directives.flash.issued"));
            return new ModelAndView("redirect:/tasks/" + id);
        } catch (RuleBroken refused) {
            var look = refused.key().startsWith("directives.too-much") ? look(typed, unit) : null;
            var page = page(typed, by, shell, look, shell.t(refused.key(), refused.details()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private Look look(Typed typed, UnitId unit) {
        var tree = below.now();
        var units = tasks.addressees(unit, typed.addressed());
        return Look.of(gate.loads(units, typed.text("title"), tree, clock.instant()));
    }

    private UnitId from(Typed typed, Actor by) {
        var asked = typed.unit("from");
        if (asked != null) {
            by.must(May.GIVE_TASKS, asked);
            return asked;
        }
        var own = giving(by);
        return own.isEmpty() ? mustNot(by) : own.getFirst();
    }

    private List<UnitId> giving(Actor by) {
        return sight.own(by).stream().filter(it -> by.may(May.GIVE_TASKS, it)).toList();
    }

    private static UnitId mustNot(Actor by) {
        by.must(May.GIVE_TASKS, null);
        throw new RuleBroken("directives.wrong.unit");
    }

    private ModelAndView page(Typed typed, Actor by, Shell shell, @Nullable Look look, @Nullable String problem) {
        var tree = below.now();
        var unit = from(typed, by);
        var direct = tree.direct(unit).stream().map(Unit::id).toList();
        var view = new View(
                tree.tree.unit(unit),
                giving(by).stream().map(tree.tree::unit).toList(),
                gate.loads(direct, typed.text("title"), tree, clock.instant()),
                tree.kinds(unit).stream()
                        .map(it -> new Kind(it, words.kind(it).name().in(shell.locale())))
                        .toList(),
                tree.departments(unit),
                tree.blocks(unit),
                violations.rules().entrySet().stream()
                        .map(it -> new Kind(
                                it.getKey(),
                                Objects.requireNonNull(it.getValue()).in(shell.locale())))
                        .toList(),
                look,
                typed,
                problem);
        return new ModelAndView("directives/ask", "it", view);
    }
}
