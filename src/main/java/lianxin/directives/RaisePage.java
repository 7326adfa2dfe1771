package lianxin.directives;

import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Unit;
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

/** The form in which a unit raises what it cannot settle, to a unit right above. */
@Controller
@Needs(May.DO_TASKS)
class RaisePage {

    private final Tasks tasks;
    private final Below below;
    private final Sight sight;

    RaisePage(Tasks tasks, Below below, Sight sight) {
        this.tasks = tasks;
        this.below = below;
        this.sight = sight;
    }

    /** @param ways from which own unit to which unit above */
    record View(List<Way> ways, Typed typed, @Nullable String problem) {}

    record Way(Unit from, Unit to) {

        String value() {
            return from.id().number() + "-" + to.id().number();
        }
    }

    @GetMapping("/tasks/raise")
    ModelAndView blank(Actor by) {
        return page(Typed.NOTHING, by, null);
    }

    @PostMapping("/tasks/raise")
    ModelAndView raise(
            @RequestParam MultiValueMap<String, String> fields, Actor by, Shell shell, RedirectAttributes redirect) {
        var typed = new Typed(fields);
        try {
            var way = ways(by).stream()
                    .filter(it -> it.value().equals(typed.text("way")))
                    .findFirst()
                    .orElseThrow(() -> new RuleBroken("directives.wrong.not-above"));
            var draft =
                    new Tasks.Draft(typed.text("title"), typed.text("goal"), typed.text("basis"), typed.needed("due"));
            var id = tasks.raise(draft, way.from.id(), way.to.id(), by);
            redirect.addFlashAttribute("flash", Flash.of("directives.flash.raised"));
            return new ModelAndView("redirect:/tasks/" + id);
        } catch (RuleBroken refused) {
            var page = page(typed, by, shell.t(refused.key(), refused.details()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private List<Way> ways(Actor by) {
        var tree = below.now();
        return sight.own(by).stream()
                .filter(it -> by.may(May.DO_TASKS, it))
                .flatMap(it -> tree.superior(it).stream().map(to -> new Way(tree.tree.unit(it), to)))
                .toList();
    }

    private ModelAndView page(Typed typed, Actor by, @Nullable String problem) {
        return new ModelAndView("directives/raise", "it", new View(ways(by), typed, problem));
    }
}
