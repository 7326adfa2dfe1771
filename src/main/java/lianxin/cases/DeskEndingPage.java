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

/** Declining, handing on, and answering at once. */
@Controller
@RequestMapping("/cases/{uuid}")
class DeskEndingPage extends CaseForms {

    private final DeskEndings endings;

    DeskEndingPage(CasePage page, DeskEndings endings) {
        super(page);
        this.endings = endings;
    }

    @Needs(value = May.DISPATCH, inSomeLine = true)
    @PostMapping("/decline")
    String decline(
            @PathVariable UUID uuid,
            @RequestParam String reason,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        endings.decline(new CaseId(uuid), reason, text, actor);
        return back(uuid, "cases.done.declined", redirect);
    }

    @Needs(value = May.DISPATCH, inSomeLine = true)
    @PostMapping("/handing-on")
    String handOn(
            @PathVariable UUID uuid,
            @RequestParam String to,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        endings.handOn(new CaseId(uuid), to, text, actor);
        return back(uuid, "cases.done.handed-on", redirect);
    }

    @Needs(value = May.DISPATCH, inSomeLine = true)
    @PostMapping("/direct-answer")
    String answer(
            @PathVariable UUID uuid,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String kept,
            Actor actor,
            RedirectAttributes redirect) {
        endings.answer(new CaseId(uuid), kept, text, actor);
        return back(uuid, "cases.done.answered-directly", redirect);
    }
}
