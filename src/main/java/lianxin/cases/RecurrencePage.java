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

/** A desk says that the same trouble is back, or that it is not the same after all. */
@Controller
@RequestMapping("/cases/{uuid}")
@Needs(value = May.DISPATCH, inSomeLine = true)
class RecurrencePage extends CaseForms {

    private final SameTrouble same;

    RecurrencePage(SameTrouble same, CasePage page) {
        super(page);
        this.same = same;
    }

    @PostMapping("/recurrence")
    String mark(
            @PathVariable UUID uuid,
            @RequestParam UUID earlier,
            @RequestParam(defaultValue = "true") boolean same,
            Actor actor,
            RedirectAttributes redirect) {
        if (same) this.same.mark(new CaseId(uuid), new CaseId(earlier), actor);
        else this.same.unmark(new CaseId(uuid), new CaseId(earlier), actor);
        return back(uuid, same ? "endings.done.same" : "endings.done.not-same", redirect);
    }
}
