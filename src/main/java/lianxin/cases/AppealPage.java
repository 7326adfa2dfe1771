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

/** The desk above files what was appealed for, or confirms how it was ended. */
@Controller
@RequestMapping("/cases/{uuid}")
@Needs(value = May.DISPATCH, inSomeLine = true)
class AppealPage extends CaseForms {

    private final Disagreements disagreements;

    AppealPage(Disagreements disagreements, CasePage page) {
        super(page);
        this.disagreements = disagreements;
    }

    @PostMapping("/filing")
    String sendBack(@PathVariable UUID uuid, Actor actor, RedirectAttributes redirect) {
        disagreements.sendBack(new CaseId(uuid), actor);
        return back(uuid, "endings.done.filed", redirect);
    }

    @PostMapping("/confirmation")
    String confirm(@PathVariable UUID uuid, @RequestParam String text, Actor actor, RedirectAttributes redirect) {
        disagreements.confirm(new CaseId(uuid), text, actor);
        return back(uuid, "endings.done.confirmed", redirect);
    }
}
