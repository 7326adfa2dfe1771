package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import lianxin.platform.FormGuard;
import lianxin.platform.Ids;
import lianxin.platform.PrivateLinks;
import lianxin.platform.RateLimits;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Step one of a report: what is wrong and where. The address the form is sent to names the future report, so that
 * sending it twice makes it once; a seal in that address keeps others from sending a form in its name.
 */
@Controller
class ReportPage {

    private static final String SEAL = "report form";

    private final Doors doors;
    private final SubjectParts subjects;
    private final Intake intake;
    private final Receipts receipts;
    private final FormGuard guard;
    private final PrivateLinks links;
    private final Ids ids;
    private final RateLimits limits;
    private final int perMinute;

    ReportPage(
            Doors doors,
            SubjectParts subjects,
            Intake intake,
            Receipts receipts,
            FormGuard guard,
            PrivateLinks links,
            Ids ids,
            RateLimits limits,
            @Value("${lianxin.reports-per-minute:60}") int perMinute) {
        this.doors = doors;
        this.subjects = subjects;
        this.intake = intake;
        this.receipts = receipts;
        this.guard = guard;
        this.links = links;
        this.ids = ids;
        this.limits = limits;
        this.perMinute = perMinute;
    }

    /** The form as the resident left it; what was typed comes back whatever was wrong with it. */
    record Draft(
            String code,
            String place,
            String action,
            String words,
            String detail,
            int about,
            List<AssistancePart.Choice> units,
            @Nullable String field,
            @Nullable String problem) {}

    /**
     * After a form came back with a sentence its address is the form's own; opened anew it is a new form.
     *
     * @param at where exactly, when the resident comes from the page of a place
     */
    @GetMapping({"/r/{code}/report", "/r/{code}/report/{id}"})
    ModelAndView blank(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String at,
            HttpServletRequest request,
            HttpServletResponse response) {
        var door = doors.behind(code);
        var where = Typed.line(at).strip();
        var detail = where.length() > Report.LONGEST_DETAIL ? "" : where;
        return page(door, action(code, ids.next(), request, response), "", detail, 0, null, null);
    }

    @PostMapping("/r/{code}/report/{id}")
    ModelAndView report(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String detail,
            @RequestParam(defaultValue = "0") int about,
            @RequestParam(defaultValue = "") String seal,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var door = doors.behind(code);
        var said = Typed.lines(words).strip();
        var where = Typed.line(detail).strip();
        if (!guard.holds(request) || !links.opens(seal, SEAL, sealed(code, id, request), 1)) {
            var anew = action(code, ids.next(), request, response);
            return refused(page(door, anew, said, where, about, "words", shell.t("resident.report.again")));
        }
        var action = action(code, id, request, response);
        if (said.isEmpty()) {
            return refused(page(door, action, said, where, about, "words", shell.t("resident.report.words.empty")));
        }
        if (said.length() > Report.LONGEST_WORDS) {
            var sentence = shell.t("resident.report.words.long", shell.number(said.length()));
            return refused(page(door, action, said, where, about, "words", sentence));
        }
        if (where.length() > Report.LONGEST_DETAIL) {
            var sentence = shell.t("resident.report.detail.long", shell.number(where.length()));
            return refused(page(door, action, said, where, about, "detail", sentence));
        }
        if (!limits.allow("report", request.getRemoteAddr(), perMinute)) {
            return refused(page(door, action, said, where, about, "words", shell.t("resident.report.too-many")));
        }
        var report = new CaseId(id);
        if (!intake.handIn(new Report(report, door.building(), said, where, Report.DOOR)
                .about(subjects.chosen(door.building(), about)))) {
            var busy = page(door, action, said, where, about, "words", shell.t("resident.report.busy"));
            busy.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            return busy;
        }
        return SeeOther.at(receipts.address(code, report));
    }

    private String action(String code, UUID id, HttpServletRequest request, HttpServletResponse response) {
        var token = guard.issue(request, response);
        var seal = links.token(SEAL, code + id + token, 1);
        return "/r/" + code + "/report/" + id + "?" + FormGuard.PARAMETER + "=" + token + "&seal=" + seal;
    }

    private static String sealed(String code, UUID id, HttpServletRequest request) {
        return code + id + request.getParameter(FormGuard.PARAMETER);
    }

    private ModelAndView page(
            Doors.Door door,
            String action,
            String words,
            String detail,
            int about,
            @Nullable String field,
            @Nullable String problem) {
        var draft = new Draft(
                door.code(),
                door.address(),
                action,
                words,
                detail,
                about,
                subjects.around(door.building()),
                field,
                problem);
        return new ModelAndView("cases/resident-report", "draft", draft);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
