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

/** The reporter does not agree with how the case was closed, and says why. */
@Controller
class DisagreementPage extends OwnSentencePage {

    private final Disagreements disagreements;
    private final ResidentQueries queries;

    DisagreementPage(Disagreements disagreements, ResidentQueries queries, Receipts receipts, FormGuard guard) {
        super("disagree", receipts, guard);
        this.disagreements = disagreements;
        this.queries = queries;
    }

    @GetMapping("/r/t/{id}/{token}/disagree")
    ModelAndView ask(
            @PathVariable UUID id,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        return asked(id, token, request, response);
    }

    @PostMapping("/r/t/{id}/{token}/disagree")
    ModelAndView say(
            @PathVariable UUID id,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String sentence,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        return said(id, token, sentence, this::disagree, "disagreed", request, response, shell);
    }

    private void disagree(CaseId report, String sentence) {
        disagreements.say(report, sentence, Actor.reporter(report.ref()));
    }

    @Override
    Asked question(CaseId report, Form form) {
        var what = "endings.resident." + (appeals(report) ? "appeal" : "reopen");
        return new Asked(what, what + ".means", "resident.disagree.why", form);
    }

    /** Whether the desk above decides, and not the unit works again. */
    private boolean appeals(CaseId report) {
        return queries.standing(report)
                .map(ResidentQueries.Standing::outcome)
                .filter(Appeal::lies)
                .isPresent();
    }
}
