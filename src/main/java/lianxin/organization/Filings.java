package lianxin.organization;

import static lianxin.organization.tables.PostFilingTable.POST_FILING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import lianxin.facts.Journal;
import lianxin.organization.FilingQueries.Proposal;
import lianxin.organization.Posts.Seat;
import lianxin.platform.Ids;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of posts that the level above must file (县级备案): the unit proposes with reasons; the reviewer files, which
 * gives a number and lets the change take effect, or returns it with a reason. Without a number nothing changes.
 */
@Service
@Transactional
public class Filings {

    private static final int LONGEST_REASON = 300;

    private final DSLContext sql;
    private final FilingQueries queries;
    private final Posts posts;
    private final OrganizationRules rules;
    private final Trees trees;
    private final Versions versions;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Filings(
            DSLContext sql,
            FilingQueries queries,
            Posts posts,
            OrganizationRules rules,
            Trees trees,
            Versions versions,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.sql = sql;
        this.queries = queries;
        this.posts = posts;
        this.rules = rules;
        this.trees = trees;
        this.versions = versions;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is to happen with a post. */
    public enum Action {
        FILL,
        END
    }

    /** Proposes that somebody take a post; whether there will be room is asked again when it is filed. */
    public FilingId proposeFilling(Seat seat, String reason, Actor by) {
        var filing = filing(seat.role());
        by.must(May.APPOINT, seat.unit());
        var role = rules.role(seat.role());
        if (!role.standsIn(trees.now().unit(seat.unit())))
            throw new RuleBroken(
                    "posts.not-here",
                    role.name(),
                    rules.kindName(trees.now().unit(seat.unit()).kind()));
        return propose(Action.FILL, null, seat, filing, reason, by);
    }

    /** Proposes that the holder leave the post. */
    public FilingId proposeEnd(PostId post, Instant at, String reason, Actor by) {
        var held = posts.held(post, at);
        var filing = filing(held.role());
        by.must(May.APPOINT, held.unit());
        var seat = new Seat(held.person(), held.unit(), held.role(), held.from(), at);
        return propose(Action.END, post, seat, filing, reason, by);
    }

    private Role.Filing filing(String role) {
        var filing = rules.role(role).filing();
        if (filing == null)
            throw new RuleBroken("posts.needs-no-filing", rules.role(role).name());
        return filing;
    }

    private FilingId propose(
            Action action, @Nullable PostId post, Seat seat, Role.Filing filing, String reason, Actor by) {
        checkReason(reason);
        if (queries.waiting(seat.unit(), seat.role(), seat.person(), action))
            throw new RuleBroken("posts.filing-waits");
        var now = clock.instant();
        var id = new FilingId(ids.next());
        var reviewer = reviewer(seat.unit(), filing.level());
        sql.insertInto(POST_FILING)
                .set(POST_FILING.ID, id.id())
                .set(POST_FILING.ACTION, action.name())
                .set(POST_FILING.POST, post == null ? null : post.id())
                .set(POST_FILING.PERSON, seat.person().number())
                .set(POST_FILING.UNIT, seat.unit().number())
                .set(POST_FILING.ROLE, seat.role())
                .set(POST_FILING.DUTY, seat.duty())
                .set(POST_FILING.STARTS_AT, action == Action.FILL ? seat.from() : null)
                .set(POST_FILING.ENDS_AT, seat.to())
                .set(POST_FILING.REASON, reason.strip())
                .set(POST_FILING.REVIEWER, reviewer.number())
                .set(POST_FILING.PROPOSED_BY, by.person().map(PersonId::number).orElse(null))
                .set(POST_FILING.PROPOSED_AT, now)
                .set(POST_FILING.REVIEW_UNTIL, now.plus(Duration.ofDays(filing.days())))
                .set(POST_FILING.STATE, State.PROPOSED.name())
                .execute();
        journal.record(new PostFact.Proposed(id, seat.unit(), action, seat.role(), reviewer), null, by.ref(), now);
        return id;
    }

    /** The nearest unit above that is of the level; who stands above it, where there is none. */
    private UnitId reviewer(UnitId unit, String level) {
        var tree = trees.now();
        var path = tree.unitsOnPath(unit);
        for (var it = path.size() - 2; it >= 0; it--)
            if (path.get(it).level().equals(level)) return path.get(it).id();
        return tree.above(unit);
    }

    /** Gives the number; the change holds from the day proposed, but never from before it was filed. */
    public String file(FilingId id, Actor by) {
        var it = undecided(id, by);
        var now = clock.instant();
        versions.postsChange();
        var number = queries.nextNumber(
                trees.now().unit(it.reviewer()).code(),
                now.atZone(clock.getZone()).getYear());
        decide(id, State.FILED, number, null, by, now);
        if (it.action() == Action.FILL) {
            var from = Dated.later(now, Objects.requireNonNull(it.startsAt()));
            var seat = new Seat(it.person(), it.unit(), it.role(), from, it.endsAt(), Set.of(), it.duty(), number);
            posts.fillFiled(seat, it.reason(), by);
        } else {
            var at = Dated.later(now, Objects.requireNonNull(it.endsAt()));
            posts.endFiled(Objects.requireNonNull(it.post()), at, it.reason(), by);
        }
        journal.record(
                new PostFact.Filed(id, it.reviewer(), it.action(), it.role(), number, inTime(it, now)),
                null,
                by.ref(),
                now);
        return number;
    }

    /** Nothing changes; the unit reads why and may propose anew. */
    public void sendBack(FilingId id, String reason, Actor by) {
        checkReason(reason);
        var it = undecided(id, by);
        var now = clock.instant();
        decide(id, State.RETURNED, null, reason.strip(), by, now);
        journal.record(
                new PostFact.Returned(id, it.reviewer(), it.action(), it.role(), inTime(it, now)), null, by.ref(), now);
    }

    private Proposal undecided(FilingId id, Actor by) {
        var it = queries.locked(id).orElseThrow(() -> new NotFound("filing/" + id.id()));
        by.must(May.FILE_POSTS, it.reviewer());
        if (it.state() != State.PROPOSED) throw new RuleBroken("posts.filing-decided");
        if (by.person().isPresent() && by.person().get().equals(it.proposedBy()))
            throw new RuleBroken("posts.filing-own");
        return it;
    }

    private void decide(
            FilingId id, State state, @Nullable String number, @Nullable String answer, Actor by, Instant now) {
        sql.update(POST_FILING)
                .set(POST_FILING.STATE, state.name())
                .set(POST_FILING.NUMBER, number)
                .set(POST_FILING.ANSWER, answer)
                .set(POST_FILING.DECIDED_BY, by.person().map(PersonId::number).orElse(null))
                .set(POST_FILING.DECIDED_AT, now)
                .where(POST_FILING.ID.eq(id.id()))
                .execute();
    }

    private static boolean inTime(Proposal it, Instant now) {
        return !now.isAfter(it.reviewUntil());
    }

    private static void checkReason(String reason) {
        if (reason.isBlank()) throw new RuleBroken("posts.no-reason");
        if (reason.strip().length() > LONGEST_REASON) throw new RuleBroken("posts.reason-long", LONGEST_REASON);
    }

    /** Where a proposal stands. */
    enum State {
        PROPOSED,
        FILED,
        RETURNED
    }
}
