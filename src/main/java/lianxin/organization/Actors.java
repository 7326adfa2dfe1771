package lianxin.organization;

import static lianxin.organization.tables.AccountTable.ACCOUNT;
import static lianxin.organization.tables.PersonTable.PERSON;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import lianxin.platform.NotFound;
import lianxin.platform.Who;
import lianxin.platform.WhoIs;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is behind a sign-in, with the posts that give permissions; kept until some post in the town changes. */
@Component
public class Actors implements WhoIs {

    private final DSLContext sql;
    private final Versions versions;
    private final OrganizationRules rules;
    private final Trees trees;
    private final PostReader reader;
    private final Clock clock;
    private final Actor.Ground ground = new Now();
    private volatile Kept kept = new Kept(0, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

    Actors(DSLContext sql, Versions versions, OrganizationRules rules, Trees trees, PostReader reader, Clock clock) {
        this.sql = sql;
        this.versions = versions;
        this.rules = rules;
        this.trees = trees;
        this.reader = reader;
        this.clock = clock;
    }

    public Actor of(String signIn) {
        var known = account(signIn);
        return new Actor(known.person, known.name, ground);
    }

    public Actor of(PersonId person) {
        var name = sql.select(PERSON.NAME)
                .from(PERSON)
                .where(PERSON.ID.eq(person.number()))
                .fetchOptional(PERSON.NAME)
                .orElseThrow(() -> new NotFound(person.ref()));
        return new Actor(person, name, ground);
    }

    @Override
    public Who who(Principal signedIn, Locale language) {
        var actor = of(signedIn.getName());
        var posts = actor.posts();
        if (posts.isEmpty()) return new Who(actor.name(), "", "");
        var post = posts.getFirst();
        var tree = trees.now();
        return new Who(
                actor.name(),
                tree.has(post.unit()) ? tree.unit(post.unit()).name() : "",
                rules.role(post.role()).name().in(language));
    }

    /** Readers to whom a place opens that is for whoever may do one of these somewhere. */
    public Predicate<Principal> whoMay(May... what) {
        return reader -> {
            var actor = of(reader.getName());
            return Arrays.stream(what).anyMatch(actor::may);
        };
    }

    public Predicate<Principal> whoMayInSomeLine(May... what) {
        return reader -> {
            var actor = of(reader.getName());
            return Arrays.stream(what).anyMatch(actor::mayInSomeLine);
        };
    }

    /** Whether the reader must choose a password or set up a second factor before anything else. */
    boolean owes(String signIn) {
        var known = account(signIn);
        return known.oneTimeUntil != null || (!known.secondFactor && secondFactorDemanded(known.person));
    }

    /** Whether a post held now, or stood in for, may only be used by somebody with a second factor. */
    boolean secondFactorDemanded(PersonId person) {
        var now = clock.instant();
        return ground.posts(person).stream()
                .anyMatch(it -> it.heldAt(now) && rules.role(it.role()).secondFactor());
    }

    Account account(String signIn) {
        var name = signIn.toLowerCase(Locale.ROOT);
        return versions.changedHere()
                ? loadAccount(name)
                : current(versions.posts()).accounts.computeIfAbsent(name, this::loadAccount);
    }

    private Kept current(long version) {
        var now = kept;
        if (now.version == version) return now;
        var fresh = new Kept(version, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        kept = fresh;
        return fresh;
    }

    private Account loadAccount(String signIn) {
        return sql.select(PERSON.ID, PERSON.NAME, ACCOUNT.TOTP_CONFIRMED_AT.isNotNull(), ACCOUNT.ONE_TIME_UNTIL)
                .from(ACCOUNT)
                .join(PERSON)
                .on(PERSON.ID.eq(ACCOUNT.PERSON))
                .where(ACCOUNT.SIGN_IN.eq(signIn))
                .and(ACCOUNT.CLOSED_AT.isNull())
                .fetchOptional(it -> new Account(new PersonId(it.value1()), it.value2(), it.value3(), it.value4()))
                .orElseThrow(() -> new NotFound("account " + signIn));
    }

    /** @param oneTimeUntil until when the password given by somebody else must be changed; null for an own one */
    record Account(
            PersonId person,
            String name,
            boolean secondFactor,
            @Nullable Instant oneTimeUntil) {}

    private record Kept(long version, Map<String, Account> accounts, Map<PersonId, List<Actor.Post>> posts) {}

    private final class Now implements Actor.Ground {

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public Tree tree() {
            return trees.now();
        }

        @Override
        public List<Actor.Post> posts(PersonId person) {
            if (versions.changedHere()) return reader.permissionsOf(person);
            var current = current(versions.posts()).posts;
            var known = current.get(person);
            return known != null ? known : current.computeIfAbsent(person, reader::permissionsOf);
        }
    }
}
