package lianxin.platform;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A step that somebody takes on a page. Done, it leads to a page that says so; refused, the page comes back with all that was
 * typed and with the sentence that refuses it.
 */
public final class Attempt {

    private Attempt() {}

    /** Where a step leads that was done, and what is said there. */
    public record Done(String url, Flash said) {

        public static Done at(String url, String key) {
            return new Done(url, Flash.of(key));
        }
    }

    /** @param refused the page with this sentence on it */
    public static ModelAndView at(
            Shell shell, RedirectAttributes redirect, Supplier<Done> step, Function<String, ModelAndView> refused) {
        Done done;
        try {
            done = step.get();
        } catch (RuleBroken broken) {
            var page = refused.apply(shell.t(broken.key(), broken.details()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        redirect.addFlashAttribute("flash", done.said);
        return new ModelAndView("redirect:" + done.url);
    }
}
