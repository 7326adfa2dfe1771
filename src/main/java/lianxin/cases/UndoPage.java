package lianxin.cases;

import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the last step on a case back, for the one who took it. */
@Controller
class UndoPage extends CaseForms {

    private final Undos undos;

    UndoPage(Undos undos, CasePage page) {
        super(page);
        this.undos = undos;
    }

    @Needs(
            value = {May.DISPATCH, May.HANDLE, May.SUPERVISE},
            inSomeLine = true)
    @PostMapping("/cases/{uuid}/undo")
    String undo(@PathVariable UUID uuid, Actor actor, RedirectAttributes redirect) {
        page.mustBeOpenTo(new CaseId(uuid), actor);
        undos.undo(new CaseId(uuid), actor);
        return back(uuid, "cases.done.undone", redirect);
    }
}
