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

/** Whoever called the reporter of a drawn case again enters what was said. */
@Controller
@RequestMapping("/cases/{uuid}")
@Needs(value = May.CALL_BACK, inSomeLine = true)
class RecheckPage extends CaseForms {

    private final Rechecks rechecks;

    RecheckPage(Rechecks rechecks, CasePage page) {
        super(page);
        this.rechecks = rechecks;
    }

    @PostMapping("/recheck")
    String said(
            @PathVariable UUID uuid,
            @RequestParam boolean agrees,
            @RequestParam(defaultValue = "false") boolean pressed,
            Actor actor,
            RedirectAttributes redirect) {
        rechecks.said(new CaseId(uuid), agrees, pressed, actor);
        return back(uuid, "checks.recheck.done", redirect);
    }
}
