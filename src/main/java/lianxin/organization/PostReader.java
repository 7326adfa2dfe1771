package lianxin.organization;

import static lianxin.organization.tables.DelegationTable.DELEGATION;
import static lianxin.organization.tables.PostTable.POST;
import static lianxin.organization.tables.ShiftTable.SHIFT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lianxin.playbook.Playbook;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody's own posts, those they stand in for and their shifts of duty allow, now and later. */
@Component
class PostReader {

    private static final Field<@Nullable Instant> END = Dated.end(POST.VALID_TO).as("post_end");
    private static final Field<@Nullable Instant> UNTIL =
            Dated.end(DELEGATION.VALID_TO).as("until");

    private static final Field<Boolean> ON_DUTY = field(name("on_duty"), SQLDataType.BOOLEAN);

    private final DSLContext sql;
    private final OrganizationRules rules;
    private final DutyRules duty;
    private final Clock clock;

    PostReader(DSLContext sql, OrganizationRules rules, Playbook playbook, Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.duty = DutyRules.of(playbook);
        this.clock = clock;
    }

    List<Actor.Post> permissionsOf(PersonId person) {
        var posts = new ArrayList<>(own(person));
        posts.addAll(sql.select(
                        POST.ID,
                        POST.UNIT,
                        POST.ROLE,
                        POST.LINES,
                        DELEGATION.MAY,
                        DELEGATION.GIVER,
                        DSL.greatest(POST.VALID_FROM, DELEGATION.VALID_FROM).as(POST.VALID_FROM),
                        Dated.end(DSL.least(POST.VALID_TO, DELEGATION.VALID_TO)).as(UNTIL))
                .from(DELEGATION)
                .join(POST)
                .on(POST.ID.eq(DELEGATION.POST).and(Dated.known(POST.KNOWN_TO)))
                .where(DELEGATION.RECEIVER.eq(person.number()))
                .and(Dated.known(DELEGATION.KNOWN_TO))
                .orderBy(DELEGATION.VALID_FROM, POST.ID)
                .fetch(it -> post(
                        it,
                        given(it.get(DELEGATION.MAY)),
                        it.get(POST.VALID_FROM),
                        it.get(UNTIL),
                        new PersonId(it.get(DELEGATION.GIVER)))));
        return List.copyOf(posts);
    }

    /**
     * Posts held, and shifts of duty in the role that the playbook names for it. Whoever is on duty acts for the desk: as
     * for an absent colleague, this can neither be kept nor given on.
     */
    private List<Actor.Post> own(PersonId person) {
        var number = person.number();
        var held = sql.select(
                        POST.ID,
                        POST.UNIT,
                        POST.ROLE,
                        POST.LINES,
                        POST.VALID_FROM,
                        END,
                        inline(false).as(ON_DUTY))
                .from(POST)
                .where(POST.PERSON.eq(number))
                .and(Dated.known(POST.KNOWN_TO));
        var all = duty.role() == null
                ? held
                : held.unionAll(select(
                                SHIFT.ID,
                                SHIFT.UNIT,
                                val(duty.role()),
                                inline(new String[0]).cast(POST.LINES),
                                SHIFT.VALID_FROM,
                                SHIFT.VALID_TO,
                                inline(true))
                        .from(SHIFT)
                        .where(SHIFT.FIRST.eq(number).or(SHIFT.SECOND.eq(number)))
                        .and(SHIFT.VALID_TO.gt(clock.instant()))
                        .and(Dated.known(SHIFT.KNOWN_TO)));
        return all.orderBy(field(name(POST.VALID_FROM.getName())), field(name(POST.ID.getName())))
                .fetch(it -> post(it, null, it.get(POST.VALID_FROM), it.get(END), it.get(ON_DUTY) ? person : null));
    }

    /** @param only what of the post's rights was given to somebody else; null for all of them */
    private Actor.Post post(
            Record row, @Nullable Set<May> only, Instant from, @Nullable Instant to, @Nullable PersonId standsInFor) {
        var role = rules.role(row.get(POST.ROLE));
        var may = role.may().isEmpty() ? EnumSet.noneOf(May.class) : EnumSet.copyOf(role.may());
        if (only != null) may.retainAll(only);
        return new Actor.Post(
                new PostId(row.get(POST.ID)),
                new UnitId(row.get(POST.UNIT)),
                role.key(),
                may,
                role.scope(),
                Set.of(row.get(POST.LINES)),
                from,
                to,
                standsInFor);
    }

    static Set<May> given(String[] keys) {
        var may = EnumSet.noneOf(May.class);
        for (var key : keys) may.add(May.of(key));
        return may;
    }
}
