package lianxin.cases;

import java.util.Map;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.PersonId;
import lianxin.platform.Flash;
import lianxin.platform.Forbidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Names lists of cases for the one who is signed in; the list itself stands in the address of the form. */
@Controller
@Needs(
        value = {May.READ, May.READ_PUBLIC_SPACE},
        inSomeLine = true)
@RequestMapping("/cases/views")
class SavedViewsPage {

    private final SavedViews saved;

    SavedViewsPage(SavedViews saved) {
        this.saved = saved;
    }

    @PostMapping
    String save(
            @RequestParam Map<String, String> address,
            @RequestParam String name,
            Actor actor,
            RedirectAttributes redirect) {
        saved.save(person(actor), name, Filter.of(address));
        return back(address, "cases.views.saved", redirect);
    }

    @PostMapping("/{id}/name")
    String rename(
            @PathVariable UUID id,
            @RequestParam Map<String, String> address,
            @RequestParam String name,
            Actor actor,
            RedirectAttributes redirect) {
        saved.rename(person(actor), id, name);
        return back(address, "cases.views.renamed", redirect);
    }

    @PostMapping("/{id}/removal")
    String remove(
            @PathVariable UUID id,
            @RequestParam Map<String, String> address,
            Actor actor,
            RedirectAttributes redirect) {
        saved.remove(person(actor), id);
        return back(address, "cases.views.removed", redirect);
    }

    private static String back(Map<String, String> address, String sentence, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(sentence));
        return "redirect:" + Filter.of(address).list();
    }

    private static PersonId person(Actor actor) {
        return actor.person().orElseThrow(() -> new Forbidden("saved views"));
    }
}
