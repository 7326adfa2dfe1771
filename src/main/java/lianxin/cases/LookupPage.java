package lianxin.cases;

import java.time.Duration;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.NavEntry;
import lianxin.platform.RateLimits;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody calls about the own case and has no number at hand. What was typed goes into no address and is kept nowhere. */
@Controller
@Needs(
        value = {May.READ_CONTACT, May.DISPATCH},
        inSomeLine = true)
class LookupPage {

    private static final int LOOKUPS = 30;
    private static final Duration PER = Duration.ofHours(1);

    private final OwnCaseLookup lookup;
    private final CaseViews views;
    private final RateLimits limits;

    LookupPage(OwnCaseLookup lookup, CaseViews views, RateLimits limits) {
        this.lookup = lookup;
        this.views = views;
        this.limits = limits;
    }

    @Bean
    static NavEntry lookupEntry(Actors actors) {
        return new NavEntry("intake.lookup.nav", "/cases/lookup", "phone", 14)
                .opening(actors.whoMayInSomeLine(May.READ_CONTACT, May.DISPATCH));
    }

    /** @param rows null before anything was looked up */
    record View(
            List<String> purposes,
            @Nullable List<CaseViews.RowView> rows,
            String purpose,
            @Nullable String problem) {}

    @GetMapping("/cases/lookup")
    ModelAndView ask() {
        return page(null, "", null);
    }

    @PostMapping("/cases/lookup")
    ModelAndView look(
            @RequestParam(defaultValue = "") String telephone,
            @RequestParam(defaultValue = "") String purpose,
            Actor actor,
            Shell shell) {
        limits.must("case lookup", actor.ref().toString(), LOOKUPS, PER);
        try {
            return page(views.rows(lookup.open(telephone, purpose, actor), shell), purpose, null);
        } catch (RuleBroken broken) {
            var page = page(null, purpose, shell.t(broken.key(), broken.details()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private static ModelAndView page(@Nullable List<CaseViews.RowView> rows, String purpose, @Nullable String problem) {
        return new ModelAndView("cases/lookup", "it", new View(OwnCaseLookup.PURPOSES, rows, purpose, problem));
    }
}
