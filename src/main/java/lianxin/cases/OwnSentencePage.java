package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.BiConsumer;
import lianxin.platform.FormGuard;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A page behind the private link on which the reporter says why; what is refused comes back with every word. */
abstract class OwnSentencePage {

    private final String noun;
    private final Receipts receipts;
    private final FormGuard guard;

    /** @param noun at the end of the address */
    OwnSentencePage(String noun, Receipts receipts, FormGuard guard) {
        this.noun = noun;
        this.receipts = receipts;
        this.guard = guard;
    }

    /** The form as the reporter left it. */
    record Form(
            String back,
            String action,
            String sentence,
            @Nullable String problem) {}

    /** What is asked, each by the key of its words. */
    record Asked(String title, String means, String why, Form form) {}

    abstract Asked question(CaseId report, Form form);

    ModelAndView asked(UUID id, String token, HttpServletRequest request, HttpServletResponse response) {
        return form(receipts.opened(id, token), "", null, request, response);
    }

    /**
     * @param step what it is said for
     * @param done what the private page tells then
     */
    ModelAndView said(
            UUID id,
            String token,
            String sentence,
            BiConsumer<CaseId, String> step,
            String done,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        var report = receipts.opened(id, token);
        var said = Typed.lines(sentence).strip();
        var wrong = wrong(said, request, shell);
        if (wrong == null) {
            try {
                step.accept(report, said);
                return SeeOther.at(receipts.tracking(report) + "?answered=" + done);
            } catch (RuleBroken refused) {
                wrong = shell.t(refused.key(), refused.details());
            }
        }
        var page = form(report, said, wrong, request, response);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private @Nullable String wrong(String said, HttpServletRequest request, Shell shell) {
        if (said.isEmpty()) return shell.t("resident." + noun + ".missing");
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
        var action = back + "/" + noun + "?" + FormGuard.PARAMETER + "=" + guard.issue(request, response);
        var asked = question(report, new Form(back, action, sentence, problem));
        return new ModelAndView("cases/resident-sentence", "asked", asked);
    }
}
