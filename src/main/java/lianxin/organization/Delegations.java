package lianxin.organization;

import static lianxin.organization.tables.DelegationTable.DELEGATION;
import static lianxin.organization.tables.PersonTable.PERSON;
import static lianxin.organization.tables.PostTable.POST;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lianxin.facts.Journal;
import lianxin.platform.Forbidden;
import lianxin.platform.Ids;
import lianxin.platform.RuleBroken;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who acts for the holder of a post while the holder is away: a colleague of the same unit, with some of the post's
 * rights and never more, for some weeks at most. What was given this way cannot be given on, ends with the post, and can
 * be taken back at any time.
 */
@Service
@Transactional
public class Delegations {

    private static final Duration LONGEST = Duration.ofDays(60);

    private final DSLContext sql;
    private final PostQueries posts;
    private final Versions versions;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Delegations(DSLContext sql, PostQueries posts, Versions versions, Journal journal, Ids ids, Clock clock) {
        this.sql = sql;
        this.posts = posts;
        this.versions = versions;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Which rights of the own post somebody else shall have for a while. */
    public record Absence(PostId post, PersonId receiver, Set<May> rights, Instant from, Instant to, String reason) {}

    public DelegationId give(Absence absence, Actor by) {
        var own = by.posts().stream()
                .filter(it -> it.id().equals(absence.post))
                .findFirst()
                .orElseThrow(() -> new Forbidden("the post of somebody else " + absence.post));
        var now = clock.instant();
        var from = Dated.later(now, absence.from);
        if (absence.rights.isEmpty()) throw new RuleBroken("posts.delegate.no-right");
        if (!own.may().containsAll(absence.rights)) throw new RuleBroken("posts.delegate.not-yours");
        if (!from.isBefore(absence.to)) throw new RuleBroken("organization.interval");
        if (Duration.between(from, absence.to).compareTo(LONGEST) > 0)
            throw new RuleBroken("posts.delegate.long", LONGEST.toDays());
        if (absence.reason.isBlank()) throw new RuleBroken("posts.no-reason");
        var receiver = absence.receiver;
        if (receiver.ref().equals(by.ref())
                || posts.ofPerson(receiver, now).stream()
                        .noneMatch(it -> it.unit().equals(own.unit())))
            throw new RuleBroken("posts.delegate.no-colleague");
        versions.postsChange();
        var id = new DelegationId(ids.next());
        var giver = by.person().orElseThrow();
        insert(
                new Given(
                        id,
                        own.id(),
                        giver,
                        "",
                        receiver,
                        "",
                        absence.rights,
                        absence.reason.strip(),
                        from,
                        absence.to,
                        now),
                now);
        var keys = PostFact.Delegated.keys(absence.rights);
        journal.record(new PostFact.Delegated(own.id(), own.unit(), id, keys, from, absence.to), null, by.ref(), now);
        return id;
    }

    /** By whoever gave it, or whoever fills the posts of the unit. */
    public void revoke(DelegationId id, Actor by) {
        var now = clock.instant();
        var given = list(DELEGATION.ID.eq(id.id()).and(DELEGATION.VALID_TO.gt(now))).stream()
                .findFirst()
                .orElseThrow(() -> new RuleBroken("posts.delegate.over"));
        var unit = unitOf(given.post);
        if (!given.giver.ref().equals(by.ref())) by.must(May.APPOINT, unit);
        versions.postsChange();
        var known = Dated.later(now, given.knownFrom);
        sql.update(DELEGATION)
                .set(DELEGATION.KNOWN_TO, known)
                .where(DELEGATION.ID.eq(id.id()))
                .and(Dated.known(DELEGATION.KNOWN_TO))
                .execute();
        if (given.from.isBefore(now)) insert(given.until(now), known);
        journal.record(new PostFact.DelegationRevoked(given.post, unit, id, now), null, by.ref(), now);
    }

    private void insert(Given it, Instant known) {
        sql.insertInto(DELEGATION)
                .set(DELEGATION.ID, it.id.id())
                .set(DELEGATION.POST, it.post.id())
                .set(DELEGATION.GIVER, it.giver.number())
                .set(DELEGATION.RECEIVER, it.receiver.number())
                .set(DELEGATION.MAY, it.rights.stream().map(May::key).sorted().toArray(String[]::new))
                .set(DELEGATION.REASON, it.reason)
                .set(DELEGATION.VALID_FROM, it.from)
                .set(DELEGATION.VALID_TO, it.to)
                .set(DELEGATION.KNOWN_FROM, known)
                .set(DELEGATION.KNOWN_TO, Dated.OPEN)
                .execute();
    }

    private UnitId unitOf(PostId post) {
        return sql.select(POST.UNIT)
                .from(POST)
                .where(POST.ID.eq(post.id()))
                .and(Dated.known(POST.KNOWN_TO))
                .orderBy(POST.VALID_FROM.desc())
                .limit(1)
                .fetchSingle(it -> new UnitId(it.value1()));
    }

    /** What the person gave and was given that is not over yet. */
    @Transactional(readOnly = true)
    List<Given> of(PersonId person) {
        return list(DELEGATION
                .GIVER
                .eq(person.number())
                .or(DELEGATION.RECEIVER.eq(person.number()))
                .and(DELEGATION.VALID_TO.gt(clock.instant())));
    }

    /** Who acts for holders of posts in the unit, now or soon. */
    @Transactional(readOnly = true)
    List<Given> inUnit(UnitId unit) {
        return list(DELEGATION
                .VALID_TO
                .gt(clock.instant())
                .and(DELEGATION.POST.in(sql.select(POST.ID)
                        .from(POST)
                        .where(POST.UNIT.eq(unit.number()))
                        .and(Dated.known(POST.KNOWN_TO)))));
    }

    private List<Given> list(Condition which) {
        var giver = PERSON.as("giver");
        var receiver = PERSON.as("receiver");
        return sql.select(
                        DELEGATION.ID,
                        DELEGATION.POST,
                        DELEGATION.GIVER,
                        giver.NAME.as("giver_name"),
                        DELEGATION.RECEIVER,
                        receiver.NAME.as("receiver_name"),
                        DELEGATION.MAY,
                        DELEGATION.REASON,
                        DELEGATION.VALID_FROM,
                        DELEGATION.VALID_TO,
                        DELEGATION.KNOWN_FROM)
                .from(DELEGATION)
                .join(giver)
                .on(giver.ID.eq(DELEGATION.GIVER))
                .join(receiver)
                .on(receiver.ID.eq(DELEGATION.RECEIVER))
                .where(which)
                .and(Dated.known(DELEGATION.KNOWN_TO))
                .orderBy(DELEGATION.VALID_FROM, DELEGATION.ID)
                .fetch(it -> new Given(
                        new DelegationId(it.get(DELEGATION.ID)),
                        new PostId(it.get(DELEGATION.POST)),
                        new PersonId(it.get(DELEGATION.GIVER)),
                        it.get("giver_name", String.class),
                        new PersonId(it.get(DELEGATION.RECEIVER)),
                        it.get("receiver_name", String.class),
                        PostReader.given(it.get(DELEGATION.MAY)),
                        it.get(DELEGATION.REASON),
                        it.get(DELEGATION.VALID_FROM),
                        it.get(DELEGATION.VALID_TO),
                        it.get(DELEGATION.KNOWN_FROM)));
    }

    /** That one person acts for another. */
    record Given(
            DelegationId id,
            PostId post,
            PersonId giver,
            String giverName,
            PersonId receiver,
            String receiverName,
            Set<May> rights,
            String reason,
            Instant from,
            Instant to,
            Instant knownFrom) {

        Given until(Instant end) {
            return new Given(id, post, giver, giverName, receiver, receiverName, rights, reason, from, end, knownFrom);
        }
    }
}
