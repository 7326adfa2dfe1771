package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import lianxin.platform.FormGuard;
import lianxin.platform.NotFound;
import lianxin.platform.QrCode;
import lianxin.platform.Screening;
import lianxin.platform.Shell;
import lianxin.platform.Telephone;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The receipt of a report, and step two on it: a picture, a telephone number, both, or neither. */
@Controller
class ReceiptPage {

    private final Doors doors;
    private final Reports reports;
    private final Receipts receipts;
    private final ResidentQueries queries;
    private final SecondStep second;
    private final CaseDetails details;
    private final Cautions cautions;
    private final FormGuard guard;

    ReceiptPage(
            Doors doors,
            Reports reports,
            Receipts receipts,
            ResidentQueries queries,
            SecondStep second,
            CaseDetails details,
            Cautions cautions,
            FormGuard guard) {
        this.doors = doors;
        this.reports = reports;
        this.receipts = receipts;
        this.queries = queries;
        this.second = second;
        this.details = details;
        this.cautions = cautions;
        this.guard = guard;
    }

    /** @param telephone masked, as a sign that we have it */
    record Receipt(
            String code,
            String desk,
            String shortCode,
            String link,
            String absoluteLink,
            QrCode picture,
            boolean numbersInWords,
            List<String> cautions,
            String action,
            int photos,
            boolean mayAddPhoto,
            @Nullable String telephone,
            List<String> choices,
            Left left,
            List<String> added) {}

    /** What was typed into step two, and what is wrong with it. */
    record Left(
            String typed,
            String visible,
            @Nullable String field,
            @Nullable String problem) {}

    @GetMapping("/r/{code}/receipt/{id}/{token}")
    ModelAndView receipt(
            @PathVariable String code,
            @PathVariable UUID id,
            @PathVariable String token,
            @RequestParam(defaultValue = "") List<String> saved,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var report = receipts.opened(id, token);
        var added = List.of("photo", "telephone", "anonymous", "nothing").stream()
                .filter(saved::contains)
                .map(it -> shell.t("resident.more.saved." + it))
                .toList();
        return page(code, report, new Left("", visible(report), null, null), added, request, response, shell);
    }

    @PostMapping("/r/{code}/receipt/{id}/{token}")
    ModelAndView more(
            @PathVariable String code,
            @PathVariable UUID id,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            @RequestParam(defaultValue = "") String telephone,
            @RequestParam(defaultValue = "callback") String visible,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell)
            throws IOException {
        var report = receipts.opened(id, token);
        var typed = Typed.line(telephone).strip();
        if (!guard.holds(request)) {
            var again = new Left(typed, visible, "more", shell.t("resident.more.again"));
            return refused(code, report, again, List.of(), request, response, shell);
        }
        var taken = second.take(report, photo, typed, visible, shell);
        if (taken.field() != null) {
            var left = new Left(taken.leftOver(), visible, taken.field(), taken.problem());
            return refused(code, report, left, taken.saved(), request, response, shell);
        }
        var saved = taken.saved();
        var done = saved.isEmpty() ? List.of("nothing") : saved;
        return SeeOther.at(receipts.address(code, report) + "?saved=" + String.join(",", done));
    }

    private ModelAndView refused(
            String code,
            CaseId report,
            Left left,
            List<String> saved,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var added =
                saved.stream().map(it -> shell.t("resident.more.saved." + it)).toList();
        var page = page(code, report, left, added, request, response, shell);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            String code,
            CaseId report,
            Left left,
            List<String> added,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var door = doors.behind(code);
        var standing = queries.standing(report)
                .filter(it -> it.place().equals(door.building()))
                .orElseThrow(() -> new NotFound("receipt"));
        var link = receipts.tracking(report);
        var absolute = receipts.whole(link, request);
        var contact = queries.contact(report).orElse(null);
        var photos = (int) details.pictures(report).stream()
                .filter(it -> it.moment() == Moment.REPORT)
                .count();
        var receipt = new Receipt(
                code,
                door.deskName(),
                reports.code(report).spaced(),
                link,
                absolute,
                QrCode.of(absolute),
                standing.words() != null
                        && !Screening.findings(standing.words()).isEmpty(),
                standing.words() == null
                        ? List.of()
                        : cautions.about(standing.words(), shell).toList(),
                receipts.address(code, report) + "?" + FormGuard.PARAMETER + "=" + guard.issue(request, response),
                photos,
                photos < Moment.MOST_PICTURES,
                contact == null ? null : new Telephone(contact.telephone()).masked(),
                contact == null ? List.of("callback", "handler", "anonymous") : List.of("callback", "handler"),
                left,
                added);
        return new ModelAndView("cases/resident-receipt", "receipt", receipt);
    }

    private String visible(CaseId report) {
        return queries.contact(report)
                .map(it -> it.toHandler() ? "handler" : "callback")
                .orElse("callback");
    }
}
