package lianxin.organization;

import static lianxin.organization.tables.OwnTelephoneTable.OWN_TELEPHONE;
import static lianxin.organization.tables.PersonTable.PERSON;
import static lianxin.organization.tables.PostTable.POST;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianxin.playbook.Playbook;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who sits on which seat at a moment, for modules whose things are tied to seats and posts. */
@Component
public class Chairs {

    private final DSLContext sql;
    private final DutyRules duty;

    Chairs(DSLContext sql, Playbook playbook) {
        this.sql = sql;
        this.duty = DutyRules.of(playbook);
    }

    /** @param telephone own number that residents may see, because its owner wants that; null for none */
    public record Sitting(
            PostId post,
            PersonId person,
            String name,
            Chair chair,
            @Nullable String telephone) {}

    public List<Sitting> inRoles(Set<String> roles, Instant at) {
        return sitting(POST.ROLE.in(roles), at);
    }

    public List<Sitting> in(Collection<UnitId> units, Instant at) {
        return sitting(POST.UNIT.in(units.stream().map(UnitId::number).toList()), at);
    }

    public List<Sitting> on(Collection<PostId> posts, Instant at) {
        if (posts.isEmpty()) return List.of();
        return sitting(POST.ID.eq(any(posts.stream().map(PostId::id).toArray(UUID[]::new))), at);
    }

    public List<Sitting> on(Chair chair, Instant at) {
        return sitting(
                POST.UNIT
                        .eq(chair.unit().number())
                        .and(POST.ROLE.eq(chair.role()))
                        .and(POST.DUTY.eq(chair.duty())),
                at);
    }

    public List<Sitting> of(Actor actor, Instant at) {
        return actor.person()
                .map(it -> sitting(POST.PERSON.eq(it.number()), at))
                .orElse(List.of());
    }

    public boolean sits(Actor actor, Chair chair, Instant at) {
        return of(actor, at).stream().anyMatch(it -> it.chair().equals(chair));
    }

    private List<Sitting> sitting(Condition which, Instant at) {
        return sql.select(POST.ID, POST.PERSON, PERSON.NAME, POST.UNIT, POST.ROLE, POST.DUTY, OWN_TELEPHONE.TELEPHONE)
                .from(POST)
                .join(PERSON)
                .on(PERSON.ID.eq(POST.PERSON))
                .leftJoin(OWN_TELEPHONE)
                .on(OWN_TELEPHONE.PERSON.eq(POST.PERSON))
                .where(which)
                .and(Dated.known(POST.KNOWN_TO))
                .and(Dated.valid(POST.VALID_FROM, POST.VALID_TO, at))
                .orderBy(POST.UNIT, POST.ROLE, POST.DUTY, POST.VALID_FROM, POST.ID)
                .fetch(it -> new Sitting(
                        new PostId(it.value1()),
                        new PersonId(it.value2()),
                        it.value3(),
                        new Chair(new UnitId(it.value4()), it.value5(), it.value6()),
                        Optional.ofNullable(it.value7())
                                .filter(number -> duty.shownToResidents().contains(it.value5()))
                                .orElse(null)));
    }
}
