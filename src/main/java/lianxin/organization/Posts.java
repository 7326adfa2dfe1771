package lianxin.organization;

import static lianxin.organization.tables.PersonTable.PERSON;
import static lianxin.organization.tables.PostTable.POST;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lianxin.facts.Journal;
import lianxin.organization.PostQueries.Held;
import lianxin.organization.UnitFact.BatchId;
import lianxin.platform.Ids;
import lianxin.platform.RuleBroken;
import lianxin.platform.Screening;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of posts: who sits where, in which role, from when until when. */
@Service
@Transactional
public class Posts {

    static final int LONGEST_DUTY = 80;
    private static final int LONGEST_NAME = 30;
    private static final int ROWS_AT_ONCE = 1_000;

    private final DSLContext sql;
    private final OrganizationRules rules;
    private final Seats seats;
    private final PostQueries queries;
    private final Versions versions;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Posts(
            DSLContext sql,
            OrganizationRules rules,
            Seats seats,
            PostQueries queries,
            Versions versions,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.seats = seats;
        this.queries = queries;
        this.versions = versions;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes people into the book, in the order of their names as given. */
    public List<PersonId> register(List<String> names, boolean fictitious, Actor by) {
        by.must(May.APPOINT, null);
        return registered(names, fictitious);
    }

    /** Somebody new in the town's book, for a post in the unit. */
    public PersonId register(String name, UnitId unit, Actor by) {
        by.must(May.APPOINT, unit);
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) throw new RuleBroken("posts.name", LONGEST_NAME);
        if (!Screening.findings(name).isEmpty()) throw new RuleBroken("posts.name-only");
        return registered(List.of(name.strip()), false).getFirst();
    }

    private List<PersonId> registered(List<String> names, boolean fictitious) {
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

    /** At once, where nobody must file it. */
    public PostId fill(Seat seat, String reason, Actor by) {
        by.must(May.APPOINT, seat.unit);
        if (seat.person.ref().equals(by.ref())) throw new RuleBroken("posts.own");
        var role = rules.role(seat.role);
        if (role.filing() != null) throw new RuleBroken("posts.needs-filing", role.name());
        return fillOne(seat, reason, by);
    }

    /** Many seats in one go, told as one fact: a list of those who hold posts already, with the numbers they are filed as. */
    public List<PostId> fillAll(List<Seat> seats, String reason, Actor by) {
        by.must(May.APPOINT, null);
        if (seats.isEmpty()) return List.of();
        for (var seat : seats) {
            var role = rules.role(seat.role);
            if (role.filing() != null && seat.filedAs == null) throw new RuleBroken("posts.needs-filing", role.name());
        }
        var posts = fill(seats, reason);
        var fact = new UnitFact.PostsImported(new BatchId(ids.next()), seats.getFirst().unit, seats.size());
        journal.record(fact, null, by.ref(), clock.instant());
        return posts;
    }

    /** What was filed takes effect; the permission was asked by whoever filed it. */
    PostId fillFiled(Seat seat, String reason, Actor by) {
        Objects.requireNonNull(seat.filedAs);
        return fillOne(seat, reason, by);
    }

    private PostId fillOne(Seat seat, String reason, Actor by) {
        var id = fill(List.of(seat), reason).getFirst();
        journal.record(new UnitFact.PostFilled(id, seat.unit, seat.role, seat.from), null, by.ref(), clock.instant());
        return id;
    }

    private List<PostId> fill(List<Seat> wanted, String reason) {
        if (reason.isBlank()) throw new RuleBroken("posts.no-reason");
        versions.postsChange();
        var all = wanted.stream().map(seats::withTerm).toList();
        seats.check(all);
        var known = clock.instant();
        var posts = new ArrayList<PostId>(all.size());
        for (var from = 0; from < all.size(); from += ROWS_AT_ONCE) {
            var insert = sql.insertInto(
                    POST,
                    POST.ID,
                    POST.PERSON,
                    POST.UNIT,
                    POST.ROLE,
                    POST.LINES,
                    POST.DUTY,
                    POST.FILED_AS,
                    POST.REASON,
                    POST.VALID_FROM,
                    POST.VALID_TO,
                    POST.KNOWN_FROM,
                    POST.KNOWN_TO);
            for (var seat : all.subList(from, Math.min(all.size(), from + ROWS_AT_ONCE))) {
                var id = new PostId(ids.next());
                posts.add(id);
                insert = insert.values(
                        val(id.id()),
                        val(seat.person.number()),
                        val(seat.unit.number()),
                        val(seat.role),
                        val(seat.lines.toArray(String[]::new)),
                        val(seat.duty),
                        val(seat.filedAs),
                        val(reason.strip()),
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
        var row = held(post, at);
        by.must(May.APPOINT, row.unit());
        var role = rules.role(row.role());
        if (role.filing() != null) throw new RuleBroken("posts.needs-filing", role.name());
        end(row, at, reason, by);
    }

    /** What was filed takes effect; the permission was asked by whoever filed it. */
    void endFiled(PostId post, Instant at, String reason, Actor by) {
        end(held(post, at), at, reason, by);
    }

    Held held(PostId post, Instant at) {
        return queries.find(post, at).orElseThrow(() -> new RuleBroken("organization.post-over"));
    }

    private void end(Held row, Instant at, String reason, Actor by) {
        if (reason.isBlank()) throw new RuleBroken("posts.no-reason");
        versions.postsChange();
        var known = Dated.later(clock.instant(), row.knownFrom());
        sql.update(POST)
                .set(POST.KNOWN_TO, known)
                .where(POST.ID.eq(row.id().id()))
                .and(POST.VALID_FROM.eq(row.from()))
                .and(Dated.known(POST.KNOWN_TO))
                .execute();
        if (row.from().isBefore(at)) {
            sql.insertInto(POST)
                    .set(POST.ID, row.id().id())
                    .set(POST.PERSON, row.person().number())
                    .set(POST.UNIT, row.unit().number())
                    .set(POST.ROLE, row.role())
                    .set(POST.LINES, row.lines().toArray(String[]::new))
                    .set(POST.DUTY, row.duty())
                    .set(POST.FILED_AS, row.filedAs())
                    .set(POST.REASON, reason.strip())
                    .set(POST.VALID_FROM, row.from())
                    .set(POST.VALID_TO, at)
                    .set(POST.KNOWN_FROM, known)
                    .set(POST.KNOWN_TO, Dated.OPEN)
                    .execute();
        }
        var fact = new UnitFact.PostEnded(row.id(), row.unit(), row.role(), at);
        journal.record(fact, null, by.ref(), clock.instant());
    }

    /**
     * Who is to sit where.
     *
     * @param to none while no end is known; then the term of the role, if it has one
     * @param lines the only lines of work the post is about; empty for all
     * @param duty what the post is for here, such as the workshop; names nobody
     * @param filedAs the number under which it was filed, where that is demanded
     */
    public record Seat(
            PersonId person,
            UnitId unit,
            String role,
            Instant from,
            @Nullable Instant to,
            Set<String> lines,
            String duty,
            @Nullable String filedAs) {

        public Seat(PersonId person, UnitId unit, String role, Instant from, @Nullable Instant to) {
            this(person, unit, role, from, to, Set.of(), "", null);
        }

        public Seat filedAs(String number) {
            return new Seat(person, unit, role, from, to, lines, duty, number);
        }
    }
}
