package lianxin.cases;

import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.UnitId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk says what is wanted with a matter, and passes praise on. */
@Controller
@Needs(value = May.DISPATCH, inSomeLine = true)
class KindPage extends CaseForms {

    private final Kinds kinds;

    KindPage(Kinds kinds, CasePage page) {
        super(page);
        this.kinds = kinds;
    }

    @PostMapping("/cases/{uuid}/kind")
    String correct(@PathVariable UUID uuid, @RequestParam String kind, Actor actor, RedirectAttributes redirect) {
        kinds.correct(new CaseId(uuid), kind, actor);
        return back(uuid, "intake.kind.done", redirect);
    }

    @PostMapping("/cases/{uuid}/praise")
    String pass(
            @PathVariable UUID uuid,
            @RequestParam int unit,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        kinds.pass(new CaseId(uuid), new UnitId(unit), text, actor);
        return back(uuid, "intake.praise.done", redirect);
    }
}
