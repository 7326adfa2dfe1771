package lianxin.organization;

import static lianxin.organization.tables.AccountTable.ACCOUNT;
import static lianxin.organization.tables.PersonTable.PERSON;
import static lianxin.organization.tables.PostTable.POST;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lianxin.platform.NotFound;
import lianxin.platform.Who;
import lianxin.platform.WhoIs;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who is behind a sign-in, with the posts that give permissions; kept until some post in the town changes. */
@Component
public class Actors implements WhoIs {

    private final DSLContext sql;
    private final Versions versions;
    private final OrganizationRules rules;
    private final Trees trees;
    private final Actor.Ground ground;
    private volatile Kept kept = new Kept(0, new ConcurrentHashMap<>());

    Actors(DSLContext sql, Versions versions, OrganizationRules rules, Trees trees, Clock clock) {
        this.sql = sql;
        this.versions = versions;
        this.rules = rules;
        this.trees = trees;
        this.ground = new Actor.Ground() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public Tree tree() {
                return trees.now();
            }
        };
    }

    public Actor of(String signIn) {
        var account = signIn.toLowerCase(Locale.ROOT);
        return kept(
                "account " + account,
                PERSON.ID.eq(sql.select(ACCOUNT.PERSON).from(ACCOUNT).where(ACCOUNT.SIGN_IN.eq(account))));
    }

    public Actor of(PersonId person) {
        return kept("person " + person.number(), PERSON.ID.eq(person.number()));
    }

    @Override
    public Who who(Principal signedIn) {
        var actor = of(signedIn.getName());
        var posts = actor.posts();
        if (posts.isEmpty()) return new Who(actor.name(), "", "");
        var post = posts.getFirst();
        var tree = trees.now();
        return new Who(
                actor.name(),
                tree.has(post.unit()) ? tree.unit(post.unit()).name() : "",
                rules.role(post.role()).name().zh());
    }

    private Actor kept(String key, Condition person) {
        if (versions.changedHere()) return load(key, person);
        return current(versions.posts()).computeIfAbsent(key, it -> load(it, person));
    }

    private Map<String, Actor> current(long version) {
        var now = kept;
        if (now.version == version) return now.actors;
        var fresh = new Kept(version, new ConcurrentHashMap<>());
        kept = fresh;
        return fresh.actors;
    }

    private Actor load(String key, Condition person) {
        var rows = sql.select(
                        PERSON.ID,
                        PERSON.NAME,
                        POST.ID,
                        POST.UNIT,
                        POST.ROLE,
                        POST.VALID_FROM,
                        Dated.end(POST.VALID_TO))
                .from(PERSON)
                .leftJoin(POST)
                .on(POST.PERSON.eq(PERSON.ID).and(Dated.known(POST.KNOWN_TO)))
                .where(person)
                .orderBy(POST.VALID_FROM, POST.ID)
                .fetch();
        if (rows.isEmpty()) throw new NotFound(key);
        List<Actor.Post> posts = rows.stream()
                .filter(it -> it.value3() != null)
                .map(it -> {
                    var role = rules.role(it.value5());
                    return new Actor.Post(
                            new PostId(it.value3()),
                            new UnitId(it.value4()),
                            it.value5(),
                            role.may(),
                            role.scope(),
                            it.value6(),
                            it.value7());
                })
                .toList();
        var one = rows.getFirst();
        return new Actor(new PersonId(one.value1()), one.value2(), posts, ground);
    }

    private record Kept(long version, Map<String, Actor> actors) {}
}
