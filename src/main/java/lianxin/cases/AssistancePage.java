package lianxin.cases;

import java.util.List;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.UnitId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calling others into a case, whistling for those above, and what those who were called say. */
@Controller
@RequestMapping("/cases/{uuid}")
class AssistancePage extends CaseForms {

    private final Assistants assistants;

    AssistancePage(CasePage page, Assistants assistants) {
        super(page);
        this.assistants = assistants;
    }

    @Needs(
            value = {May.HANDLE, May.DISPATCH},
            inSomeLine = true)
    @PostMapping("/assistants")
    String callIn(
            @PathVariable UUID uuid,
            @RequestParam int unit,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        assistants.callIn(new CaseId(uuid), new UnitId(unit), text, actor);
        return back(uuid, "cases.done.called-in", redirect);
    }

    @Needs(value = May.DISPATCH, inSomeLine = true)
    @PostMapping("/open-lead")
    String openLead(@PathVariable UUID uuid, Actor actor, RedirectAttributes redirect) {
        assistants.openLead(new CaseId(uuid), actor);
        return back(uuid, "cases.done.lead-opened", redirect);
    }

    @Needs(value = May.HANDLE, inSomeLine = true)
    @PostMapping("/check-in")
    String checkIn(@PathVariable UUID uuid, @RequestParam int unit, Actor actor, RedirectAttributes redirect) {
        assistants.checkIn(new CaseId(uuid), new UnitId(unit), actor);
        return back(uuid, "cases.done.checked-in", redirect);
    }

    @Needs(value = May.HANDLE, inSomeLine = true)
    @PostMapping("/part")
    String done(
            @PathVariable UUID uuid,
            @RequestParam int unit,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        assistants.done(new CaseId(uuid), new UnitId(unit), text, actor);
        return back(uuid, "cases.done.part-done", redirect);
    }

    @Needs(
            value = {May.HANDLE, May.DISPATCH},
            inSomeLine = true)
    @PostMapping("/release")
    String release(@PathVariable UUID uuid, @RequestParam int unit, Actor actor, RedirectAttributes redirect) {
        assistants.release(new CaseId(uuid), new UnitId(unit), actor);
        return back(uuid, "cases.done.released", redirect);
    }

    @Needs(
            value = {May.HANDLE, May.DISPATCH},
            inSomeLine = true)
    @PostMapping("/whistle")
    String whistle(
            @PathVariable UUID uuid,
            @RequestParam int unit,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        assistants.whistle(new CaseId(uuid), new UnitId(unit), text, actor);
        return back(uuid, "cases.done.whistled", redirect);
    }

    @Needs(value = May.DISPATCH, inSomeLine = true)
    @PostMapping("/response")
    String respond(
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") List<Integer> unit,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        assistants.respond(new CaseId(uuid), unit.stream().map(UnitId::new).toList(), text, actor);
        return back(uuid, "cases.done.responded", redirect);
    }
}
