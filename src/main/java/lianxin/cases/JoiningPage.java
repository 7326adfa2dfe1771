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

/** A desk joins a report to an open case about the same, or parts them again. */
@Controller
@RequestMapping("/cases/{uuid}")
@Needs(value = May.DISPATCH, inSomeLine = true)
class JoiningPage extends CaseForms {

    private final Joinings joinings;

    JoiningPage(Joinings joinings, CasePage page) {
        super(page);
        this.joinings = joinings;
    }

    @PostMapping("/joining")
    String join(@PathVariable UUID uuid, @RequestParam UUID lead, Actor actor, RedirectAttributes redirect) {
        joinings.join(new CaseId(uuid), new CaseId(lead), actor);
        return back(lead, "joining.done.joined", redirect);
    }

    /** @param uuid the case from which the report is parted */
    @PostMapping("/parting")
    String part(@PathVariable UUID uuid, @RequestParam UUID report, Actor actor, RedirectAttributes redirect) {
        joinings.part(new CaseId(report), new CaseId(uuid), actor);
        return back(report, "joining.done.parted", redirect);
    }
}
