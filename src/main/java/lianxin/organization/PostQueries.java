package lianxin.organization;

import static lianxin.organization.tables.AccountTable.ACCOUNT;
import static lianxin.organization.tables.PersonTable.PERSON;
import static lianxin.organization.tables.PostTable.POST;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Questions about posts and their holders, for pages and verbs. */
@Component
class PostQueries {

    private final DSLContext sql;

    PostQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** @param to null while no end is known */
    record Held(
            PostId id,
            PersonId person,
            String name,
            UnitId unit,
            String role,
            Set<String> lines,
            String duty,
            @Nullable String filedAs,
            String reason,
            Instant from,
            @Nullable Instant to,
            Instant knownFrom) {}

    Optional<Held> find(PostId post, Instant at) {
        return held(POST.ID.eq(post.id()).and(valid(at))).stream().findFirst();
    }

    /** Those who hold posts in the unit on that day or will later, the longest first. */
    List<Held> inUnit(UnitId unit, Instant at) {
        return held(POST.UNIT.eq(unit.number()).and(POST.VALID_TO.gt(at)));
    }

    /** Those who held posts in the unit at that moment. */
    List<Held> heldIn(UnitId unit, Instant at) {
        return held(POST.UNIT.eq(unit.number()).and(valid(at)));
    }

    List<Held> ofPerson(PersonId person, Instant at) {
        return held(POST.PERSON.eq(person.number()).and(valid(at)));
    }

    private static Condition valid(Instant at) {
        return Dated.valid(POST.VALID_FROM, POST.VALID_TO, at);
    }

    private List<Held> held(Condition which) {
        return sql.select(
                        POST.ID,
                        POST.PERSON,
                        PERSON.NAME,
                        POST.UNIT,
                        POST.ROLE,
                        POST.LINES,
                        POST.DUTY,
                        POST.FILED_AS,
                        POST.REASON,
                        POST.VALID_FROM,
                        Dated.end(POST.VALID_TO),
                        POST.KNOWN_FROM)
                .from(POST)
                .join(PERSON)
                .on(PERSON.ID.eq(POST.PERSON))
                .where(which)
                .and(Dated.known(POST.KNOWN_TO))
                .orderBy(POST.VALID_FROM, POST.ID)
                .fetch(it -> new Held(
                        new PostId(it.value1()),
                        new PersonId(it.value2()),
                        it.value3(),
                        new UnitId(it.value4()),
                        it.value5(),
                        Set.of(it.value6()),
                        it.value7(),
                        it.value8(),
                        it.value9(),
                        it.value10(),
                        it.value11(),
                        it.value12()));
    }

    Map<PersonId, String> names(Set<PersonId> people) {
        return sql.select(PERSON.ID, PERSON.NAME)
                .from(PERSON)
                .where(PERSON.ID.in(people.stream().map(PersonId::number).toList()))
                .fetchStream()
                .collect(Collectors.toMap(it -> new PersonId(it.value1()), it -> it.value2()));
    }

    /** Sign-in names of those who have an account that is open. */
    Map<PersonId, String> accounts(Set<PersonId> people) {
        return sql.select(ACCOUNT.PERSON, ACCOUNT.SIGN_IN)
                .from(ACCOUNT)
                .where(ACCOUNT.PERSON.in(people.stream().map(PersonId::number).toList()))
                .and(ACCOUNT.CLOSED_AT.isNull())
                .fetchStream()
                .collect(Collectors.toMap(it -> new PersonId(it.value1()), it -> it.value2()));
    }
}
