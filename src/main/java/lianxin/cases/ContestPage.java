package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.platform.FormGuard;
import lianxin.platform.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The reporter does not agree that the own case is left out of statistics, and says why. */
@Controller
class ContestPage extends OwnSentencePage {

    private final Exclusions exclusions;

    ContestPage(Exclusions exclusions, Receipts receipts, FormGuard guard) {
        super("contest", receipts, guard);
        this.exclusions = exclusions;
    }

    @GetMapping("/r/t/{id}/{token}/contest")
    ModelAndView ask(
            @PathVariable UUID id,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        return asked(id, token, request, response);
    }

    @PostMapping("/r/t/{id}/{token}/contest")
    ModelAndView say(
            @PathVariable UUID id,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String sentence,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        return said(id, token, sentence, this::contest, "contested", request, response, shell);
    }

    private void contest(CaseId report, String sentence) {
        exclusions.contest(report, sentence, Actor.reporter(report.ref()));
    }

    @Override
    Asked question(CaseId report, Form form) {
        return new Asked("resident.contest.title", "resident.contest.means", "resident.contest.why", form);
    }
}
