package lianxin.organization;

import static lianxin.organization.tables.PersonTable.PERSON;
import static lianxin.organization.tables.ShiftTable.SHIFT;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lianxin.organization.Shift.Colleague;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Keeps shifts as they are known now; what was planned before stays behind it. */
@Repository
class ShiftRows {

    private final DSLContext sql;

    ShiftRows(DSLContext sql) {
        this.sql = sql;
    }

    void add(Shift it, String reason, Instant known) {
        sql.insertInto(SHIFT)
                .set(SHIFT.ID, it.id().id())
                .set(SHIFT.UNIT, it.desk().number())
                .set(SHIFT.KIND, it.kind())
                .set(SHIFT.FIRST, it.first().person().number())
                .set(
                        SHIFT.SECOND,
                        it.second() == null ? null : it.second().person().number())
                .set(SHIFT.REASON, reason)
                .set(SHIFT.VALID_FROM, it.from())
                .set(SHIFT.VALID_TO, it.to())
                .set(SHIFT.KNOWN_FROM, known)
                .set(SHIFT.KNOWN_TO, Dated.OPEN)
                .execute();
    }

    /** Is known so no longer. */
    void close(Shift it, Instant known) {
        sql.update(SHIFT)
                .set(SHIFT.KNOWN_TO, DSL.greatest(DSL.val(known), SHIFT.KNOWN_FROM))
                .where(SHIFT.ID.eq(it.id().id()))
                .and(SHIFT.VALID_FROM.eq(it.from()))
                .and(Dated.known(SHIFT.KNOWN_TO))
                .execute();
    }

    /** Of what was begun and changed, the part that goes on longest. */
    Optional<Shift> find(ShiftId id) {
        return list(SHIFT.ID.eq(id.id())).stream().reduce((earlier, later) -> later);
    }

    /** That touch this time, in their order. */
    List<Shift> between(UnitId desk, Instant from, Instant to) {
        return list(SHIFT.UNIT.eq(desk.number()).and(SHIFT.VALID_TO.gt(from)).and(SHIFT.VALID_FROM.lt(to)));
    }

    List<Shift> between(Instant from, Instant to) {
        return list(SHIFT.VALID_TO.gt(from).and(SHIFT.VALID_FROM.lt(to)));
    }

    List<Shift> at(int[] desks, Instant moment) {
        var numbers = Arrays.stream(desks).boxed().toList();
        return list(SHIFT.UNIT.in(numbers).and(SHIFT.VALID_TO.gt(moment)).and(SHIFT.VALID_FROM.le(moment)));
    }

    /** That are not over. */
    List<Shift> of(PersonId person, Instant now) {
        var number = person.number();
        return list(SHIFT.FIRST.eq(number).or(SHIFT.SECOND.eq(number)).and(SHIFT.VALID_TO.gt(now)));
    }

    private List<Shift> list(Condition which) {
        var first = PERSON.as("first_person");
        var second = PERSON.as("second_person");
        return sql.select(
                        SHIFT.ID,
                        SHIFT.UNIT,
                        SHIFT.KIND,
                        SHIFT.FIRST,
                        first.NAME.as("first_name"),
                        SHIFT.SECOND,
                        second.NAME.as("second_name"),
                        SHIFT.VALID_FROM,
                        SHIFT.VALID_TO)
                .from(SHIFT)
                .join(first)
                .on(first.ID.eq(SHIFT.FIRST))
                .leftJoin(second)
                .on(second.ID.eq(SHIFT.SECOND))
                .where(which)
                .and(Dated.known(SHIFT.KNOWN_TO))
                .orderBy(SHIFT.VALID_FROM, SHIFT.ID)
                .fetch(it -> new Shift(
                        new ShiftId(it.get(SHIFT.ID)),
                        new UnitId(it.get(SHIFT.UNIT)),
                        it.get(SHIFT.KIND),
                        new Colleague(new PersonId(it.get(SHIFT.FIRST)), it.get("first_name", String.class)),
                        colleague(it.get(SHIFT.SECOND), it.get("second_name", String.class)),
                        it.get(SHIFT.VALID_FROM),
                        it.get(SHIFT.VALID_TO)));
    }

    private static @Nullable Colleague colleague(@Nullable Integer person, @Nullable String name) {
        return person == null || name == null ? null : new Colleague(new PersonId(person), name);
    }
}
