package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import lianxin.organization.PostQueries.Held;
import lianxin.organization.Posts.Seat;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody is to take a post or to leave it: done at once, or proposed where the playbook demands filing. */
@Service
@Transactional
class Appointing {

    private final Posts posts;
    private final Filings filings;
    private final PostQueries queries;
    private final OrganizationRules rules;
    private final Clock clock;

    Appointing(Posts posts, Filings filings, PostQueries queries, OrganizationRules rules, Clock clock) {
        this.posts = posts;
        this.filings = filings;
        this.queries = queries;
        this.rules = rules;
        this.clock = clock;
    }

    /** What became of it. */
    enum Outcome {
        DONE,
        PROPOSED
    }

    /**
     * @param person somebody who holds a post already; null for somebody new, who is in the book only if this succeeds
     * @param name of somebody new
     */
    record Wish(
            UnitId unit,
            String role,
            @Nullable PersonId person,
            String name,
            Instant from,
            @Nullable Instant to,
            Set<String> lines,
            String duty,
            String reason) {}

    Outcome appoint(Wish wish, Actor by) {
        by.must(May.APPOINT, wish.unit);
        var holder = wish.person == null ? posts.register(wish.name, wish.unit, by) : knownTo(by, wish.person);
        var seat = new Seat(holder, wish.unit, wish.role, wish.from, wish.to, wish.lines, wish.duty.strip(), null);
        if (rules.role(wish.role).filing() == null) {
            posts.fill(seat, wish.reason, by);
            return Outcome.DONE;
        }
        filings.proposeFilling(seat, wish.reason, by);
        return Outcome.PROPOSED;
    }

    /** Only somebody whose posts the actor may look up: a number alone names nobody. */
    private PersonId knownTo(Actor by, PersonId person) {
        if (queries.ofPerson(person, clock.instant()).stream().noneMatch(it -> by.may(May.LOOK_UP, it.unit())))
            throw new RuleBroken("posts.nobody");
        return person;
    }

    Outcome dismiss(Held post, Instant at, String reason, Actor by) {
        by.must(May.APPOINT, post.unit());
        if (rules.role(post.role()).filing() == null) {
            posts.end(post.id(), at, reason, by);
            return Outcome.DONE;
        }
        filings.proposeEnd(post.id(), at, reason, by);
        return Outcome.PROPOSED;
    }
}
