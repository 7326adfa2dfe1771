package lianxin.organization;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.organization.Delegations.Absence;
import lianxin.organization.Delegations.Given;
import lianxin.platform.AnyStaff;
import lianxin.platform.Flash;
import lianxin.platform.RateLimits;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.platform.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One's own account: the posts one holds, who stands in, the password, and where one is signed in. It is open to
 * everybody who is signed in, and to nobody else's account.
 */
@Controller
class AccountPage {

    static final int TRIES_A_MINUTE = 5;

    private final Actors actors;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final SignedIn signedIn;
    private final Delegations delegations;
    private final PostQueries posts;
    private final OrganizationRules rules;
    private final Trees trees;
    private final RateLimits limits;
    private final Clock clock;

    AccountPage(
            Actors actors,
            Accounts accounts,
            SecondFactors factors,
            SignedIn signedIn,
            Delegations delegations,
            PostQueries posts,
            OrganizationRules rules,
            Trees trees,
            RateLimits limits,
            Clock clock) {
        this.actors = actors;
        this.accounts = accounts;
        this.factors = factors;
        this.signedIn = signedIn;
        this.delegations = delegations;
        this.posts = posts;
        this.rules = rules;
        this.trees = trees;
        this.limits = limits;
        this.clock = clock;
    }

    @AnyStaff(always = true)
    @GetMapping(Gate.ACCOUNT)
    ModelAndView show(Principal who, HttpServletRequest request, Shell shell) {
        return page(who, request, shell, Refusal.NONE);
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @AnyStaff(always = true)
    @GetMapping({Gate.ACCOUNT + "/{step:password|delegations}", Gate.ACCOUNT + "/delegations/{id}/end"})
    String open() {
        return "redirect:" + Gate.ACCOUNT;
    }

    @ExceptionHandler
    ModelAndView refused(RuleBroken broken, Principal who, HttpServletRequest request, Shell shell) {
        var page = page(who, request, shell, Refusal.of(broken, request, shell));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Principal who, HttpServletRequest request, Shell shell, Refusal refused) {
        var known = actors.account(who.getName());
        var actor = actors.of(who.getName());
        var own = actor.posts();
        var session = request.getSession(false);
        var current = session == null ? "" : session.getId();
        var places = signedIn.places(who.getName()).stream()
                .map(it -> new Place(
                        it.browser() == null || it.browser().isEmpty()
                                ? shell.t("account.browser.unknown")
                                : it.browser(),
                        it.since(),
                        it.lastUsed(),
                        it.id().equals(current)))
                .toList();
        var view = new View(
                known.name(),
                who.getName(),
                known.oneTimeUntil(),
                known.secondFactor(),
                !known.secondFactor() && actors.secondFactorDemanded(known.person()),
                known.secondFactor() ? factors.recoveryCodesLeft(who.getName()) : 0,
                own.stream().map(it -> post(it, shell)).toList(),
                colleagues(known.person(), own),
                delegations.of(known.person()).stream()
                        .map(it -> standIn(it, known.person(), shell))
                        .toList(),
                places,
                dayOf(clock.instant()));
        return new ModelAndView("organization/account", Map.of("it", view, "refused", refused));
    }

    private Post post(Actor.Post post, Shell shell) {
        var tree = trees.now();
        var role = rules.role(post.role());
        return new Post(
                post.id().id(),
                tree.has(post.unit()) ? tree.unit(post.unit()).name() : "",
                "/units/" + post.unit().number() + "/posts",
                role.name().in(shell.locale()),
                dayOf(post.from()),
                post.to() == null ? null : dayOf(post.to().minusMillis(1)),
                post.may().stream()
                        .map(it -> new Right(it.key(), shell.t("account.may." + it.key())))
                        .toList());
    }

    /** Whoever else holds a post in one of the units. */
    private List<Colleague> colleagues(PersonId self, List<Actor.Post> own) {
        var now = clock.instant();
        var found = new ArrayList<Colleague>();
        own.stream()
                .map(Actor.Post::unit)
                .distinct()
                .forEach(unit -> posts.inUnit(unit, now).stream()
                        .filter(it -> !it.person().equals(self) && !it.from().isAfter(now))
                        .map(it -> new Colleague(it.person().number(), it.name()))
                        .filter(it -> !found.contains(it))
                        .forEach(found::add));
        return found;
    }

    private StandIn standIn(Given it, PersonId self, Shell shell) {
        return new StandIn(
                it.id().id(),
                it.giver().equals(self),
                it.giver().equals(self) ? it.receiverName() : it.giverName(),
                it.rights().stream()
                        .map(may -> shell.t("account.may." + may.key()))
                        .toList(),
                it.from(),
                it.to());
    }

    @AnyStaff(always = true)
    @PostMapping(Gate.ACCOUNT + "/password")
    String password(
            @RequestParam String old,
            @RequestParam String fresh,
            @RequestParam String again,
            Principal who,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        limits.must("own-password", who.getName(), TRIES_A_MINUTE);
        if (!fresh.equals(again)) throw new RuleBroken("account.password.differ");
        var session = request.getSession(false);
        accounts.changePassword(who.getName(), old, fresh, session == null ? null : session.getId());
        return back("account.done.password", redirect);
    }

    @AnyStaff(always = true)
    @PostMapping(Gate.ACCOUNT + "/sign-out-everywhere")
    String everywhere(Principal who) {
        signedIn.end(who.getName(), null);
        return "redirect:/sign-in?out";
    }

    @AnyStaff
    @PostMapping(Gate.ACCOUNT + "/delegations")
    String give(
            @RequestParam UUID post,
            @RequestParam int receiver,
            @RequestParam(defaultValue = "") Set<String> may,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes redirect) {
        var absence = new Absence(
                new PostId(post), new PersonId(receiver), rights(may), startOf(from), startOf(to.plusDays(1)), reason);
        delegations.give(absence, actor);
        return back("account.done.given", redirect);
    }

    private static Set<May> rights(Set<String> keys) {
        return Arrays.stream(May.values()).filter(it -> keys.contains(it.key())).collect(Collectors.toSet());
    }

    @AnyStaff
    @PostMapping(Gate.ACCOUNT + "/delegations/{id}/end")
    String revoke(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        delegations.revoke(new DelegationId(id), actor);
        return back("account.done.revoked", redirect);
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static String back(String sentence, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.of(sentence));
        return "redirect:" + Gate.ACCOUNT;
    }

    /** @param demanded whether a post waits for a second factor */
    record View(
            String name,
            String signIn,
            @Nullable Instant oneTimeUntil,
            boolean secondFactor,
            boolean demanded,
            int codesLeft,
            List<Post> posts,
            List<Colleague> colleagues,
            List<StandIn> standIns,
            List<Place> places,
            LocalDate today) {

        boolean owes() {
            return oneTimeUntil != null || demanded;
        }
    }

    record Post(
            UUID id,
            String unit,
            String url,
            String role,
            LocalDate from,
            @Nullable LocalDate to,
            List<Right> may) {}

    record Right(String key, String name) {}

    record Colleague(int number, String name) {}

    /** @param mine whether the reader gave it; otherwise the reader stands in */
    record StandIn(UUID id, boolean mine, String other, List<String> rights, Instant from, Instant to) {}

    record Place(String browser, Instant since, Instant lastUsed, boolean here) {}
}
