package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.platform.Flash;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where forms of the page of a case are sent: back to the case with a sentence, or with why not. */
abstract class CaseForms {

    final CasePage page;

    CaseForms(CasePage page) {
        this.page = page;
    }

    /** What is refused comes back as the page of the case, with the sentence and with what was typed still in its form. */
    @ExceptionHandler
    ModelAndView refused(RuleBroken broken, HttpServletRequest request, Actor actor, Shell shell) {
        var address = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var id = new CaseId(UUID.fromString(String.valueOf(address.get("uuid"))));
        var model = Map.of("it", page.view(id, actor, shell, null), "refused", Refused.of(broken, request, shell));
        return new ModelAndView("cases/case", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** As {@link #back}, for a step that may be taken back for some seconds. */
    static String back(UUID uuid, String sentence, Instant until, RedirectAttributes redirect) {
        var undo = new Flash.Undo("/cases/" + uuid + "/undo", until);
        redirect.addFlashAttribute("flash", Flash.of(sentence).with(undo));
        return "redirect:/cases/" + uuid;
    }

    static String back(UUID uuid, String sentence, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(sentence));
        return "redirect:/cases/" + uuid;
    }
}
