package lianxin.organization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.platform.Flash;
import lianxin.platform.NavEntry;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes of posts on their way: what waits for the reader to file, and what became of what was proposed. */
@Controller
class FilingsPage {

    private final Filings filings;
    private final FilingQueries queries;
    private final PostViews views;

    FilingsPage(Filings filings, FilingQueries queries, PostViews views) {
        this.filings = filings;
        this.queries = queries;
        this.views = views;
    }

    @Bean
    static NavEntry filingsEntry(Actors actors) {
        return new NavEntry("posts.filing", "/filings", "user-check", 62, "organization.base")
                .opening(actors.whoMay(May.APPOINT, May.FILE_POSTS));
    }

    /** @param reviews whether the reader reviews at all */
    record View(boolean reviews, List<PostViews.ProposalView> toReview, List<PostViews.ProposalView> lately) {}

    @Needs({May.APPOINT, May.FILE_POSTS})
    @GetMapping("/filings")
    ModelAndView show(Actor actor, Shell shell) {
        return page(actor, shell, Refusal.NONE);
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @Needs({May.APPOINT, May.FILE_POSTS})
    @GetMapping("/filings/{id}/{step:number|return}")
    String open() {
        return "redirect:/filings";
    }

    @ExceptionHandler
    ModelAndView refused(RuleBroken broken, HttpServletRequest request, Actor actor, Shell shell) {
        var page = page(actor, shell, Refusal.of(broken, request, shell));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Actor actor, Shell shell, Refusal refused) {
        var reviewed = actor.where(May.FILE_POSTS);
        var view = new View(
                reviewed.length > 0,
                queries.toReview(reviewed).stream()
                        .map(it -> views.proposed(it, actor, shell))
                        .toList(),
                queries.lately(actor.where(May.APPOINT), reviewed).stream()
                        .map(it -> views.proposed(it, actor, shell))
                        .toList());
        return new ModelAndView("organization/filings", Map.of("it", view, "refused", refused));
    }

    @Needs(May.FILE_POSTS)
    @PostMapping("/filings/{id}/number")
    String file(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        var number = filings.file(new FilingId(id), actor);
        redirect.addFlashAttribute("flash", Flash.of("posts.done.filed", number));
        return "redirect:/filings";
    }

    @Needs(May.FILE_POSTS)
    @PostMapping("/filings/{id}/return")
    String sendBack(@PathVariable UUID id, @RequestParam String reason, Actor actor, RedirectAttributes redirect) {
        filings.sendBack(new FilingId(id), reason, actor);
        redirect.addFlashAttribute("flash", Flash.of("posts.done.returned"));
        return "redirect:/filings";
    }
}
