package lianxin.exchange;

import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Flash;
import lianxin.platform.NavEntry;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Systems of others that may send and fetch: their tokens are given here, once, and taken away. */
@Controller
@Needs(May.MANAGE_ACCOUNTS)
class PartnerSystemsPage {

    private final PartnerSystems partners;

    PartnerSystemsPage(PartnerSystems partners) {
        this.partners = partners;
    }

    @Bean
    static NavEntry partnersEntry(Actors actors) {
        return new NavEntry("exchange.nav", "/exchange", "link", 95, "organization.base")
                .opening(actors.whoMay(May.MANAGE_ACCOUNTS));
    }

    /** @param token of the partner just taken up; never shown again */
    record View(
            List<Partner> partners,
            @Nullable String token,
            @Nullable String problem,
            String key,
            String name) {}

    @GetMapping("/exchange")
    ModelAndView list(Actor actor) {
        return page(null, null, "", "", actor);
    }

    @PostMapping("/exchange")
    ModelAndView make(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean asksItself,
            Actor actor,
            Shell shell) {
        try {
            return page(partners.make(key.strip(), name, asksItself, actor), null, "", "", actor);
        } catch (RuleBroken broken) {
            var page = page(null, shell.t(broken.key(), broken.details()), key, name, actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/exchange/{key}/revocation")
    String revoke(@PathVariable String key, Actor actor, RedirectAttributes redirect) {
        partners.revoke(key, actor);
        redirect.addFlashAttribute("flash", Flash.of("exchange.revoked-now"));
        return "redirect:/exchange";
    }

    private ModelAndView page(@Nullable String token, @Nullable String problem, String key, String name, Actor actor) {
        return new ModelAndView("exchange/partners", "it", new View(partners.all(actor), token, problem, key, name));
    }
}
