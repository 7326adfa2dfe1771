package lianxin.cases;

import java.time.LocalDate;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.UnitId;
import lianxin.platform.WorkingCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 催办, 督办, 批示, and the answers to them. */
@Controller
@RequestMapping("/cases/{uuid}")
class InstructionPage extends CaseForms {

    private final Instructions instructions;
    private final WorkingCalendar calendar;

    InstructionPage(CasePage page, Instructions instructions, WorkingCalendar calendar) {
        super(page);
        this.instructions = instructions;
        this.calendar = calendar;
    }

    @Needs(value = May.SUPERVISE, inSomeLine = true)
    @PostMapping("/instruction")
    String give(
            @PathVariable UUID uuid,
            @RequestParam Instruction.Kind kind,
            @RequestParam(defaultValue = "") String number,
            @RequestParam int unit,
            @RequestParam LocalDate until,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        instructions.give(new CaseId(uuid), kind, number, new UnitId(unit), text, calendar.closing(until), actor);
        return back(uuid, "cases.done.instructed", redirect);
    }

    @Needs(
            value = {May.HANDLE, May.DISPATCH},
            inSomeLine = true)
    @PostMapping("/reply")
    String reply(
            @PathVariable UUID uuid,
            @RequestParam UUID instruction,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes redirect) {
        instructions.reply(new CaseId(uuid), instruction, text, actor);
        return back(uuid, "cases.done.replied", redirect);
    }
}
