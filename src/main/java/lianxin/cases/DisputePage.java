package lianxin.cases;

import java.util.UUID;
import lianxin.cases.Disputes.Answering;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.UnitId;
import lianxin.territory.AreaId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking to confer, what came of it, and the final decision. */
@Controller
@RequestMapping("/cases/{uuid}")
class DisputePage extends CaseForms {

    private final Cases cases;
    private final Disputes disputes;

    DisputePage(CasePage page, Cases cases, Disputes disputes) {
        super(page);
        this.cases = cases;
        this.disputes = disputes;
    }

    @Needs(value = May.HANDLE, inSomeLine = true)
    @PostMapping("/conference-request")
    String ask(@PathVariable UUID uuid, @RequestParam String reason, Actor actor, RedirectAttributes redirect) {
        cases.ask(new CaseId(uuid), new Asked(Relief.CONFER, null, null), reason, actor);
        return back(uuid, "cases.done.confer-asked", redirect);
    }

    /** @param agreed yes or no; without agreement unit and item mean nothing */
    @Needs(value = May.DISPATCH, inSomeLine = true)
    @PostMapping("/conference")
    String confer(
            @PathVariable UUID uuid,
            @RequestParam boolean agreed,
            @RequestParam int unit,
            @RequestParam String dutyItem,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        var answering = agreed ? new Answering(new UnitId(unit), dutyItem) : null;
        disputes.confer(new CaseId(uuid), answering, text, actor);
        return back(uuid, agreed ? "cases.done.conferred" : "cases.done.brought-up", redirect);
    }

    @Needs(value = May.SUPERVISE, inSomeLine = true)
    @PostMapping("/arbitration")
    String arbitrate(
            @PathVariable UUID uuid,
            @RequestParam int unit,
            @RequestParam String dutyItem,
            @RequestParam boolean founded,
            @RequestParam int area,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        disputes.arbitrate(
                new CaseId(uuid), new Answering(new UnitId(unit), dutyItem), founded, new AreaId(area), text, actor);
        return back(uuid, "cases.done.arbitrated", redirect);
    }
}
