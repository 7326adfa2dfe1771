package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lianxin.cases.ResidentQueries.Standing;
import lianxin.organization.Actor;
import lianxin.platform.FormGuard;
import lianxin.platform.NotFound;
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

/** The reporter says more, urges, or withdraws; the private page then says in a sentence what happened. */
@Controller
class OwnStepsPage {

    private final Reporters reporters;
    private final Receipts receipts;
    private final ResidentQueries queries;
    private final Tracking tracking;
    private final FormGuard guard;

    OwnStepsPage(Reporters reporters, Receipts receipts, ResidentQueries queries, Tracking tracking, FormGuard guard) {
        this.reporters = reporters;
        this.receipts = receipts;
        this.queries = queries;
        this.tracking = tracking;
        this.guard = guard;
    }

    @PostMapping("/r/t/{id}/{token}/words")
    ModelAndView add(
            @PathVariable UUID id,
            @PathVariable String token,
            @RequestParam(defaultValue = "more") String kind,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var report = receipts.opened(id, token);
        var correction = kind.equals("correction");
        var said = Typed.lines(words).strip();
        var wrong = wrong(said, request, shell);
        if (wrong == null && closed(report)) return done(report, "closed");
        if (wrong == null) {
            try {
                reporters.add(report, correction, said, reporter(report));
                return done(report, correction ? "corrected" : "added");
            } catch (RuleBroken refused) {
                wrong = shell.t(refused.key(), refused.details());
            }
        }
        var page = tracking.page(report, new OwnSteps.Form(correction, said, wrong), request, response, shell);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Where the address of a form is opened again, such as by the switch of languages. */
    @GetMapping({"/r/t/{id}/{token}/words", "/r/t/{id}/{token}/urge"})
    ModelAndView back(@PathVariable UUID id, @PathVariable String token) {
        return SeeOther.at(receipts.tracking(receipts.opened(id, token)));
    }

    private @Nullable String wrong(String said, HttpServletRequest request, Shell shell) {
        if (said.isEmpty()) return shell.t("resident.own.words.missing");
        if (said.length() > Addition.LONGEST) return shell.t("resident.own.words.long", shell.number(said.length()));
        return guard.holds(request) ? null : shell.t("resident.own.words.again");
    }

    @PostMapping("/r/t/{id}/{token}/urge")
    ModelAndView urge(@PathVariable UUID id, @PathVariable String token, HttpServletRequest request) {
        var report = receipts.opened(id, token);
        if (!guard.holds(request)) return done(report, "again");
        try {
            reporters.urge(report, reporter(report));
            return done(report, "urged");
        } catch (RuleBroken refused) {
            return done(report, refused.key().equals("case.urged-already") ? "urged-before" : left(report));
        }
    }

    /**
     * @param action where the second, the deciding click goes
     * @param others whether it goes on for others who reported the same
     */
    record Withdrawal(
            String back,
            String action,
            boolean others,
            String sentence,
            @Nullable String problem) {}

    @GetMapping("/r/t/{id}/{token}/withdraw")
    ModelAndView askFirst(
            @PathVariable UUID id,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var report = receipts.opened(id, token);
        return closed(report) ? done(report, "closed") : asked(report, "", null, request, response);
    }

    @PostMapping("/r/t/{id}/{token}/withdraw")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String sentence,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var report = receipts.opened(id, token);
        if (closed(report)) return done(report, "closed");
        var said = Typed.lines(sentence).strip();
        var wrong = said.length() > Addition.LONGEST
                ? shell.t("resident.own.words.long", shell.number(said.length()))
                : guard.holds(request) ? null : shell.t("resident.own.withdraw.again");
        if (wrong != null) {
            var page = asked(report, said, wrong, request, response);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        try {
            var others = others(report);
            reporters.withdraw(report, said, reporter(report));
            return done(report, others ? "stepped-back" : "withdrawn");
        } catch (RuleBroken refused) {
            return done(report, left(report));
        }
    }

    private ModelAndView asked(
            CaseId report,
            String sentence,
            @Nullable String problem,
            HttpServletRequest request,
            HttpServletResponse response) {
        var back = receipts.tracking(report);
        var action = back + "/withdraw?" + FormGuard.PARAMETER + "=" + guard.issue(request, response);
        return new ModelAndView(
                "cases/resident-withdraw",
                "withdrawal",
                new Withdrawal(back, action, others(report), sentence, problem));
    }

    private boolean closed(CaseId report) {
        return standing(report).stage() == Stage.CLOSED;
    }

    private boolean others(CaseId report) {
        return standing(report).voices() > 1;
    }

    private Standing standing(CaseId report) {
        return queries.standing(report).orElseThrow(() -> new NotFound(report.ref()));
    }

    /** Why a step was not taken: the case was closed meanwhile, or somebody else was faster. */
    private String left(CaseId report) {
        return closed(report) ? "closed" : "again";
    }

    private ModelAndView done(CaseId report, String what) {
        return SeeOther.at(receipts.tracking(report) + "?answered=" + what);
    }

    private static Actor reporter(CaseId report) {
        return Actor.reporter(report.ref());
    }
}
