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

/** Somebody who did not do the work says what he found. */
@Controller
@RequestMapping("/cases/{uuid}")
@Needs(value = May.DISPATCH, inSomeLine = true)
class CheckPage extends CaseForms {

    private final Checks checks;

    CheckPage(Checks checks, CasePage page) {
        super(page);
        this.checks = checks;
    }

    @PostMapping("/check")
    String check(
            @PathVariable UUID uuid,
            @RequestParam boolean done,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            RedirectAttributes redirect) {
        checks.found(new CaseId(uuid), done, text, actor);
        return back(uuid, done ? "checks.done.passed" : "checks.done.failed", redirect);
    }
}
