package lianxin.bodies;

import java.time.Clock;
import java.util.Map;
import lianxin.organization.Accounts.OneTime;
import lianxin.organization.Actor;
import lianxin.platform.AsOf;
import lianxin.platform.Attempt;
import lianxin.platform.Attempt.Done;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps on the page of a joint body: done they lead back to it, refused it comes back with what was typed. */
@Component
class BodySteps {

    private final BodyBook book;
    private final BodyViews views;
    private final Clock clock;

    BodySteps(BodyBook book, BodyViews views, Clock clock) {
        this.book = book;
        this.views = views;
        this.clock = clock;
    }

    /** What a request brings along for every step. */
    record Step(BodyId body, Typed typed, Actor by, Shell shell, RedirectAttributes redirect) {}

    Step of(int body, Map<String, String> fields, Actor by, Shell shell, RedirectAttributes redirect) {
        return new Step(new BodyId(body), new Typed(fields), by, shell, redirect);
    }

    /** For whoever may run the body; asked before anything that was typed is read. */
    Step running(int body, Map<String, String> fields, Actor by, Shell shell, RedirectAttributes redirect) {
        BodyGuard.mustRun(by, book.must(new BodyId(body), clock.instant()).lead());
        return of(body, fields, by, shell, redirect);
    }

    ModelAndView take(Step step, String done, Runnable verb) {
        return Attempt.at(
                step.shell,
                step.redirect,
                () -> {
                    verb.run();
                    return Done.at("/bodies/" + step.body, done);
                },
                problem -> page(step, problem, null));
    }

    ModelAndView page(Step step, @Nullable String problem, @Nullable OneTime given) {
        var asOf = AsOf.of(null, null, clock);
        var body = book.must(step.body, asOf.at());
        var view = views.of(body, false, asOf, step.by, step.shell, step.typed, problem, given);
        return new ModelAndView("bodies/body", "it", view);
    }
}
