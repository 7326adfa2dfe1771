package lianxin.organization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lianxin.platform.AsOf;
import lianxin.platform.Flash;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The posts of one unit: who holds what since when, what is vacant, whose term runs out; and the steps about them. */
@Controller
class PostsPage {

    private final Posts posts;
    private final Appointing appointing;
    private final Accounts accounts;
    private final PostViews views;
    private final Clock clock;

    PostsPage(Posts posts, Appointing appointing, Accounts accounts, PostViews views, Clock clock) {
        this.posts = posts;
        this.appointing = appointing;
        this.accounts = accounts;
        this.views = views;
        this.clock = clock;
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/units/{number}/posts")
    ModelAndView show(@PathVariable int number, AsOf asked, Actor actor, Shell shell) {
        return page(number, asked.knownNow(), actor, shell, null, Refusal.NONE);
    }

    private ModelAndView page(int number, Actor actor, Shell shell, Accounts.@Nullable OneTime given, Refusal refused) {
        return page(number, AsOf.of(null, null, clock), actor, shell, given, refused);
    }

    private ModelAndView page(
            int number, AsOf asOf, Actor actor, Shell shell, Accounts.@Nullable OneTime given, Refusal refused) {
        var board = views.board(new UnitId(number), asOf, actor, shell, given);
        return new ModelAndView("organization/posts", Map.of("it", board, "refused", refused));
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @Needs(May.LOOK_UP)
    @GetMapping({
        "/units/{number}/posts/{id}/end",
        "/units/{number}/accounts",
        "/units/{number}/accounts/{person}/{step:reset|close}"
    })
    String open(@PathVariable int number) {
        return "redirect:/units/" + number + "/posts";
    }

    @ExceptionHandler
    ModelAndView refused(RuleBroken broken, HttpServletRequest request, Actor actor, Shell shell) {
        var address = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var number = Integer.parseInt(String.valueOf(address.get("number")));
        var page = page(number, actor, shell, null, Refusal.of(broken, request, shell));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** @param person a number, or empty for somebody new whose name follows */
    @Needs(May.APPOINT)
    @PostMapping("/units/{number}/posts")
    String fill(
            @PathVariable int number,
            @RequestParam String role,
            @RequestParam(required = false) @Nullable Integer person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<String> lines,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes redirect) {
        var wish = new Appointing.Wish(
                new UnitId(number),
                role,
                person == null ? null : new PersonId(person),
                name,
                startOf(from),
                to == null ? null : startOf(to.plusDays(1)),
                lines,
                duty,
                reason);
        return back(number, done(appointing.appoint(wish, actor), "posts.done.filled"), redirect);
    }

    private static String done(Appointing.Outcome outcome, String atOnce) {
        return outcome == Appointing.Outcome.DONE ? atOnce : "posts.done.proposed";
    }

    @Needs(May.APPOINT)
    @PostMapping("/units/{number}/posts/{id}/end")
    String end(
            @PathVariable UUID id,
            @RequestParam LocalDate at,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes redirect) {
        var held = posts.held(new PostId(id), clock.instant());
        var outcome = appointing.dismiss(held, endOf(at), reason, actor);
        return back(held.unit().number(), done(outcome, "posts.done.ended"), redirect);
    }

    /** The password is told once, on this answer only. */
    @Needs(May.MANAGE_ACCOUNTS)
    @PostMapping("/units/{number}/accounts")
    ModelAndView open(
            @PathVariable int number,
            @RequestParam int person,
            @RequestParam String signIn,
            Actor actor,
            Shell shell,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        return page(number, actor, shell, accounts.open(new PersonId(person), signIn, actor), Refusal.NONE);
    }

    @Needs(May.MANAGE_ACCOUNTS)
    @PostMapping("/units/{number}/accounts/{person}/reset")
    ModelAndView reset(
            @PathVariable int number,
            @PathVariable int person,
            Actor actor,
            Shell shell,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        return page(number, actor, shell, accounts.reset(new PersonId(person), actor), Refusal.NONE);
    }

    @Needs(May.MANAGE_ACCOUNTS)
    @PostMapping("/units/{number}/accounts/{person}/close")
    String close(@PathVariable int number, @PathVariable int person, Actor actor, RedirectAttributes redirect) {
        accounts.close(new PersonId(person), actor);
        return back(number, "posts.done.account-closed", redirect);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** The last day is served to its end; today's means now. */
    private Instant endOf(LocalDate day) {
        var now = clock.instant();
        return day.equals(now.atZone(clock.getZone()).toLocalDate()) ? now : startOf(day.plusDays(1));
    }

    private static String back(int unit, String sentence, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(sentence));
        return "redirect:/units/" + unit + "/posts";
    }
}
