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

/** A desk passes a matter up to the lowest superior of all whom it may concern. */
@Controller
@RequestMapping("/cases/{uuid}")
@Needs(value = May.DISPATCH, inSomeLine = true)
class PassUpPage extends CaseForms {

    private final PassesUp passes;

    PassUpPage(PassesUp passes, CasePage page) {
        super(page);
        this.passes = passes;
    }

    /** @param border code of the other unit in charge; empty where there is none */
    @PostMapping("/superior")
    String up(
            @PathVariable UUID uuid,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String border,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            RedirectAttributes redirect) {
        passes.up(new CaseId(uuid), reason, border, text, actor);
        return back(uuid, "passes.done", redirect);
    }
}
