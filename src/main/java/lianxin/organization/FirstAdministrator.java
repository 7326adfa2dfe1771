package lianxin.organization;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import lianxin.organization.Accounts.OneTime;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one who comes first: while nobody can sign in, the operator may name somebody who can set up units, posts and
 * accounts at the top of the town, and nothing more. Everybody else gets an account from there.
 */
@Service
@Transactional
public class FirstAdministrator {

    private static final List<May> NEEDED = List.of(May.MANAGE_UNITS, May.APPOINT, May.MANAGE_ACCOUNTS);
    private static final String REASON = "首位管理员，由运维设置";

    private final Accounts accounts;
    private final Posts posts;
    private final OrganizationRules rules;
    private final Trees trees;
    private final Actors actors;
    private final Clock clock;

    FirstAdministrator(
            Accounts accounts, Posts posts, OrganizationRules rules, Trees trees, Actors actors, Clock clock) {
        this.accounts = accounts;
        this.posts = posts;
        this.rules = rules;
        this.trees = trees;
        this.actors = actors;
        this.clock = clock;
    }

    /** Nothing when somebody can sign in; a new password when the first one was never used in time. */
    public Optional<OneTime> appoint(String signIn) {
        if (accounts.anybody()) return Optional.empty();
        if (accounts.exists(signIn))
            return Optional.of(accounts.anew(actors.account(signIn).person()));
        var top = trees.now().tops().stream()
                .filter(Unit::holdsCases)
                .findFirst()
                .orElseThrow(() -> new RuleBroken("organization.empty"));
        var roles = new LinkedHashSet<Role>();
        for (var may : NEEDED) if (roles.stream().noneMatch(it -> it.may().contains(may))) roles.add(role(may, top));
        var person = posts.register(List.of(signIn), false, Actor.SYSTEM).getFirst();
        for (var role : roles)
            posts.fill(new Posts.Seat(person, top.id(), role.key(), clock.instant(), null), REASON, Actor.SYSTEM);
        return Optional.of(accounts.openForSetUp(person, signIn));
    }

    /** Of the posts that allow it there, the one that allows the least besides. */
    private Role role(May may, Unit top) {
        return rules.roles().stream()
                .filter(it -> it.may().contains(may) && it.standsIn(top) && it.filing() == null && !it.ofLines())
                .min(Comparator.comparingInt(it -> it.may().size()))
                .orElseThrow(() -> new RuleBroken("posts.nobody-may", may.key()));
    }
}
