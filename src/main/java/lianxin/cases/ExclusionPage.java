package lianxin.cases;

import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A unit asks that a case be left out of statistics; the level above decides, and the one above that settles it for good. */
@Controller
@RequestMapping("/cases/{uuid}")
class ExclusionPage extends CaseForms {

    private final Exclusions exclusions;

    ExclusionPage(Exclusions exclusions, CasePage page) {
        super(page);
        this.exclusions = exclusions;
    }

    @Needs(value = May.HANDLE, inSomeLine = true)
    @PostMapping("/" + ExclusionPart.ASK)
    String ask(
            @PathVariable UUID uuid,
            @RequestParam String cause,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes redirect) {
        exclusions.ask(new CaseId(uuid), cause, reason, actor);
        return back(uuid, "exclusions.done.asked", redirect);
    }

    @Needs(value = May.SUPERVISE, inSomeLine = true)
    @PostMapping("/" + ExclusionPart.DECIDE)
    String decide(
            @PathVariable UUID uuid,
            @RequestParam boolean exclude,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        exclusions.decide(new CaseId(uuid), exclude, text, actor);
        return back(uuid, exclude ? "exclusions.done.excluded" : "exclusions.done.refused", redirect);
    }

    @Needs(value = May.SUPERVISE, inSomeLine = true)
    @PostMapping("/" + ExclusionPart.SETTLE)
    String settle(
            @PathVariable UUID uuid,
            @RequestParam boolean keep,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        exclusions.settle(new CaseId(uuid), keep, text, actor);
        return back(uuid, keep ? "exclusions.done.kept" : "exclusions.done.lifted", redirect);
    }
}
