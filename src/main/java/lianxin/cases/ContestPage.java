package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.platform.FormGuard;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The reporter does not agree that the own case is left out of statistics, and says why. */
@Controller
class ContestPage {

    private final Exclusions exclusions;
    private final Receipts receipts;
    private final FormGuard guard;

    ContestPage(Exclusions exclusions, Receipts receipts, FormGuard guard) {
        this.exclusions = exclusions;
        this.receipts = receipts;
        this.guard = guard;
    }

    record Form(
            String back,
            String action,
            String sentence,
            @Nullable String problem) {}

    @GetMapping("/r/t/{id}/{token}/contest")
    ModelAndView ask(
            @PathVariable UUID id,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        return form(receipts.opened(id, token), "", null, request, response);
    }

    @PostMapping("/r/t/{id}/{token}/contest")
    ModelAndView say(
            @PathVariable UUID id,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String sentence,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var report = receipts.opened(id, token);
        var said = Typed.lines(sentence).strip();
        var wrong = wrong(said, request, shell);
        if (wrong == null) {
            try {
                exclusions.contest(report, said, Actor.reporter(report.ref()));
                return SeeOther.at(receipts.tracking(report) + "?answered=contested");
            } catch (RuleBroken refused) {
                wrong = shell.t(refused.key(), refused.details());
            }
        }
        var page = form(report, said, wrong, request, response);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private @Nullable String wrong(String said, HttpServletRequest request, Shell shell) {
        if (said.isEmpty()) return shell.t("resident.contest.missing");
        if (said.length() > Addition.LONGEST) return shell.t("resident.own.words.long", shell.number(said.length()));
        return guard.holds(request) ? null : shell.t("resident.own.words.again");
    }

    private ModelAndView form(
            CaseId report,
            String sentence,
            @Nullable String problem,
            HttpServletRequest request,
            HttpServletResponse response) {
        var back = receipts.tracking(report);
        var action = back + "/contest?" + FormGuard.PARAMETER + "=" + guard.issue(request, response);
        return new ModelAndView("cases/resident-contest", "form", new Form(back, action, sentence, problem));
    }
}
