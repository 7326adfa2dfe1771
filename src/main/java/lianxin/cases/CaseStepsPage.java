package lianxin.cases;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.UnitId;
import lianxin.platform.AnyStaff;
import lianxin.platform.Flash;
import lianxin.platform.Shell;
import lianxin.platform.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of staff on a case: one noun of the address for each, back to the case with a sentence afterwards. */
@Controller
@RequestMapping("/cases/{uuid}")
class CaseStepsPage extends CaseForms {

    private final Cases cases;
    private final Reports reports;
    private final CaseDetails details;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CaseStepsPage(
            Cases cases, Reports reports, CaseDetails details, CasePage page, WorkingCalendar calendar, Clock clock) {
        super(page);
        this.cases = cases;
        this.reports = reports;
        this.details = details;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Needs(value = May.DISPATCH, inSomeLine = true)
    @PostMapping("/dispatch")
    String dispatch(
            @PathVariable UUID uuid,
            @RequestParam String category,
            @RequestParam(defaultValue = "") String dutyItem,
            Actor actor,
            RedirectAttributes redirect) {
        if (dutyItem.isEmpty()) cases.dispatch(new CaseId(uuid), category, actor);
        else cases.dispatchBy(new CaseId(uuid), category, dutyItem, actor);
        return back(uuid, "cases.done.dispatched", undoUntil(), redirect);
    }

    @Needs(value = May.DISPATCH, inSomeLine = true)
    @PostMapping("/subject")
    String about(@PathVariable UUID uuid, @RequestParam int unit, RedirectAttributes redirect, Actor actor) {
        cases.about(new CaseId(uuid), new UnitId(unit), actor);
        redirect.addFlashAttribute("flash", Flash.of("cases.done.routed-around"));
        return "redirect:/cases";
    }

    @Needs(value = May.HANDLE, inSomeLine = true)
    @PostMapping("/signature")
    String sign(@PathVariable UUID uuid, Actor actor, RedirectAttributes redirect) {
        cases.sign(new CaseId(uuid), actor);
        return back(uuid, "cases.done.signed", undoUntil(), redirect);
    }

    @Needs(value = May.HANDLE, inSomeLine = true)
    @PostMapping("/progress")
    String progress(
            @PathVariable UUID uuid,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> before,
            @RequestParam(required = false) @Nullable List<MultipartFile> after,
            Actor actor,
            RedirectAttributes redirect)
            throws IOException {
        var id = new CaseId(uuid);
        CaseThread.checked(text);
        reports.withPictures(id, pictures(before, after), actor, () -> cases.progress(id, text, actor));
        return back(uuid, "cases.done.progressed", redirect);
    }

    @Needs(value = May.HANDLE, inSomeLine = true)
    @PostMapping("/result")
    String finish(
            @PathVariable UUID uuid,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String released,
            @RequestParam(required = false) @Nullable List<MultipartFile> after,
            Actor actor,
            RedirectAttributes redirect)
            throws IOException {
        var id = new CaseId(uuid);
        CaseThread.checked(text);
        reports.withPictures(id, pictures(List.of(), after), actor, () -> cases.finish(id, text, released, actor));
        return back(uuid, "cases.done.finished", undoUntil(), redirect);
    }

    @Needs(value = May.HANDLE, inSomeLine = true)
    @PostMapping("/return")
    String askReturn(
            @PathVariable UUID uuid,
            @RequestParam String dutyItem,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes redirect) {
        cases.askReturn(new CaseId(uuid), dutyItem, reason, actor);
        return back(uuid, "cases.done.return-asked", redirect);
    }

    @Needs(value = May.HANDLE, inSomeLine = true)
    @PostMapping("/postponement")
    String askPostpone(
            @PathVariable UUID uuid,
            @RequestParam LocalDate until,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes redirect) {
        cases.ask(new CaseId(uuid), new Asked(Relief.POSTPONE, null, endOf(until)), reason, actor);
        return back(uuid, "cases.done.postpone-asked", redirect);
    }

    @Needs(value = May.HANDLE, inSomeLine = true)
    @PostMapping("/shelving")
    String askShelve(
            @PathVariable UUID uuid,
            @RequestParam LocalDate until,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes redirect) {
        cases.ask(new CaseId(uuid), new Asked(Relief.SHELVE, null, startOf(until)), reason, actor);
        return back(uuid, "cases.done.shelve-asked", redirect);
    }

    @Needs(value = May.HANDLE, inSomeLine = true)
    @PostMapping("/unsolved")
    String askUnsolved(
            @PathVariable UUID uuid,
            @RequestParam String cause,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes redirect) {
        cases.ask(new CaseId(uuid), Asked.toCloseUnsolved(cause), reason, actor);
        return back(uuid, "cases.done.unsolved-asked", redirect);
    }

    /** A deadline reaches to the end of its day in the office; what is looked at again is so when the office opens. */
    private Instant endOf(LocalDate day) {
        return calendar.closing(day);
    }

    private Instant startOf(LocalDate day) {
        return calendar.opening(day.atStartOfDay(calendar.zone()).toInstant());
    }

    @Needs(
            value = {May.DISPATCH, May.SUPERVISE},
            inSomeLine = true)
    @PostMapping("/decision")
    String decide(@PathVariable UUID uuid, @RequestParam boolean grant, Actor actor, RedirectAttributes redirect) {
        cases.decide(new CaseId(uuid), grant, actor);
        return back(uuid, grant ? "cases.done.granted" : "cases.done.not-granted", undoUntil(), redirect);
    }

    @Needs(
            value = {May.HANDLE, May.DISPATCH},
            inSomeLine = true)
    @PostMapping("/resumption")
    String resume(@PathVariable UUID uuid, Actor actor, RedirectAttributes redirect) {
        cases.resume(new CaseId(uuid), actor);
        return back(uuid, "cases.done.resumed", redirect);
    }

    @Needs(value = May.SUPERVISE, inSomeLine = true)
    @PostMapping("/supervision")
    String supervise(@PathVariable UUID uuid, @RequestParam String text, Actor actor, RedirectAttributes redirect) {
        cases.supervise(new CaseId(uuid), text, actor);
        return back(uuid, "cases.done.supervised", redirect);
    }

    /** What the caller who is not the handler was told on the telephone, or reads on the slip that came back. */
    @Needs(
            value = {May.CALL_BACK, May.DISPATCH},
            inSomeLine = true)
    @PostMapping("/answer")
    String answer(
            @PathVariable UUID uuid,
            @RequestParam boolean solved,
            @RequestParam(defaultValue = "0") int result,
            @RequestParam(defaultValue = "0") int service,
            @RequestParam(defaultValue = "false") boolean pressed,
            @RequestParam(defaultValue = "") String sentence,
            @RequestParam(defaultValue = Callers.PHONE) String channel,
            Actor actor,
            RedirectAttributes redirect) {
        var way = channel.equals(Callers.PAPER) ? Callers.PAPER : Callers.PHONE;
        cases.answer(new CaseId(uuid), new ResidentAnswer(solved, result, service, pressed, sentence, way), actor);
        return back(uuid, "cases.done.answered", redirect);
    }

    /** Shows the telephone once, on this answer only; nothing of it goes into an address. */
    @Needs(
            value = {May.READ_CONTACT, May.HANDLE},
            inSomeLine = true)
    @PostMapping("/contact")
    ModelAndView contact(@PathVariable UUID uuid, @RequestParam String purpose, Actor actor, Shell shell) {
        var id = new CaseId(uuid);
        var telephone = details.readContact(id, purpose, actor);
        return new ModelAndView("cases/case", Map.of("it", page.view(id, actor, shell, telephone)));
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @AnyStaff
    @GetMapping("/{step:[a-z-]+}")
    String open(@PathVariable UUID uuid) {
        return "redirect:/cases/" + uuid;
    }

    private Instant undoUntil() {
        return clock.instant().plus(Undos.OPEN_FOR);
    }

    private static List<Reports.Image> pictures(
            @Nullable List<MultipartFile> before, @Nullable List<MultipartFile> after) throws IOException {
        var images = new ArrayList<Reports.Image>();
        for (var file : chosen(before)) images.add(new Reports.Image(file.getBytes(), Moment.BEFORE));
        for (var file : chosen(after)) images.add(new Reports.Image(file.getBytes(), Moment.AFTER));
        return images;
    }

    /** A browser sends the field of a photo that nobody chose as an empty file. */
    private static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream().filter(it -> !it.isEmpty()).toList();
    }
}
