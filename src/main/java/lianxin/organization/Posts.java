package lianxin.organization;

import static lianxin.organization.tables.PersonTable.PERSON;
import static lianxin.organization.tables.PostTable.POST;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lianxin.facts.Journal;
import lianxin.organization.UnitFact.BatchId;
import lianxin.platform.Ids;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of posts: who sits where, in which role, from when until when. */
@Service
@Transactional
public class Posts {

    private static final int ROWS_AT_ONCE = 1_000;

    private final DSLContext sql;
    private final OrganizationRules rules;
    private final Trees trees;
    private final Versions versions;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Posts(
            DSLContext sql,
            OrganizationRules rules,
            Trees trees,
            Versions versions,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.trees = trees;
        this.versions = versions;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes people into the book, in the order of their names as given. */
    public List<PersonId> register(List<String> names, boolean fictitious, Actor by) {
        by.must(May.MANAGE_UNITS, null);
        var people = new ArrayList<PersonId>(names.size());
        for (var from = 0; from < names.size(); from += ROWS_AT_ONCE) {
            var insert = sql.insertInto(PERSON, PERSON.NAME, PERSON.FICTITIOUS);
            for (var name : names.subList(from, Math.min(names.size(), from + ROWS_AT_ONCE))) {
                insert = insert.values(name, fictitious);
            }
            insert.returningResult(PERSON.ID).fetch().forEach(it -> people.add(new PersonId(it.value1())));
        }
        return people;
    }

    public PostId fill(Seat seat, String reason, Actor by) {
        by.must(May.MANAGE_UNITS, seat.unit);
        var id = fill(List.of(seat), reason).getFirst();
        journal.record(new UnitFact.PostFilled(id, seat.unit, seat.role, seat.from), null, by.ref(), clock.instant());
        return id;
    }

    /** Many seats in one go, told as one fact. */
    public List<PostId> fillAll(List<Seat> seats, String reason, Actor by) {
        by.must(May.MANAGE_UNITS, null);
        if (seats.isEmpty()) return List.of();
        var posts = fill(seats, reason);
        var fact = new UnitFact.PostsImported(new BatchId(ids.next()), seats.getFirst().unit, seats.size());
        journal.record(fact, null, by.ref(), clock.instant());
        return posts;
    }

    private List<PostId> fill(List<Seat> seats, String reason) {
        var tree = trees.now();
        for (var seat : seats) {
            rules.role(seat.role);
            if (!tree.has(seat.unit) && !trees.at(seat.from).has(seat.unit)) throw new NotFound(seat.unit.ref());
            if (seat.to != null && !seat.from.isBefore(seat.to)) throw new RuleBroken("organization.interval");
        }
        versions.postsChange();
        var known = clock.instant();
        var posts = new ArrayList<PostId>(seats.size());
        for (var from = 0; from < seats.size(); from += ROWS_AT_ONCE) {
            var insert = sql.insertInto(
                    POST,
                    POST.ID,
                    POST.PERSON,
                    POST.UNIT,
                    POST.ROLE,
                    POST.REASON,
                    POST.VALID_FROM,
                    POST.VALID_TO,
                    POST.KNOWN_FROM,
                    POST.KNOWN_TO);
            for (var seat : seats.subList(from, Math.min(seats.size(), from + ROWS_AT_ONCE))) {
                var id = new PostId(ids.next());
                posts.add(id);
                insert = insert.values(
                        val(id.id()),
                        val(seat.person.number()),
                        val(seat.unit.number()),
                        val(seat.role),
                        val(reason),
                        val(seat.from),
                        Dated.orOpen(seat.to),
                        val(known),
                        Dated.OPEN);
            }
            insert.execute();
        }
        return posts;
    }

    /** From the instant on the post gives no permission; without a message to anybody, by the clock. */
    public void end(PostId post, Instant at, String reason, Actor by) {
        var row = sql.select(POST.UNIT, POST.PERSON, POST.ROLE, POST.VALID_FROM, POST.KNOWN_FROM)
                .from(POST)
                .where(POST.ID.eq(post.id()))
                .and(Dated.known(POST.KNOWN_TO))
                .and(Dated.valid(POST.VALID_FROM, POST.VALID_TO, at))
                .fetchOptional()
                .orElseThrow(() -> new RuleBroken("organization.post-over", post, at));
        var unit = new UnitId(row.value1());
        by.must(May.MANAGE_UNITS, unit);
        versions.postsChange();
        var known = Dated.later(clock.instant(), Objects.requireNonNull(row.value5()));
        sql.update(POST)
                .set(POST.KNOWN_TO, known)
                .where(POST.ID.eq(post.id()))
                .and(Dated.known(POST.KNOWN_TO))
                .execute();
        if (row.value4().isBefore(at)) {
            sql.insertInto(POST)
                    .set(POST.ID, post.id())
                    .set(POST.PERSON, row.value2())
                    .set(POST.UNIT, row.value1())
                    .set(POST.ROLE, row.value3())
                    .set(POST.REASON, reason)
                    .set(POST.VALID_FROM, row.value4())
                    .set(POST.VALID_TO, at)
                    .set(POST.KNOWN_FROM, known)
                    .set(POST.KNOWN_TO, Dated.OPEN)
                    .execute();
        }
        journal.record(new UnitFact.PostEnded(post, unit, row.value3(), at), null, by.ref(), clock.instant());
    }

    /** @param to none while no end is known */
    public record Seat(
            PersonId person,
            UnitId unit,
            String role,
            Instant from,
            @Nullable Instant to) {}
}
