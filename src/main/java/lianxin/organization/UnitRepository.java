package lianxin.organization;

import static lianxin.organization.tables.UnitParentTable.UNIT_PARENT;
import static lianxin.organization.tables.UnitTable.UNIT;
import static lianxin.organization.tables.UnitVersionTable.UNIT_VERSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dated rows of single units: found, closed and written anew; nothing is ever changed in place. */
@Component
class UnitRepository {

    private final DSLContext sql;
    private final TreeChanges changes;

    UnitRepository(DSLContext sql, TreeChanges changes) {
        this.sql = sql;
        this.changes = changes;
    }

    UnitId newNumber() {
        return new UnitId(Objects.requireNonNull(sql.insertInto(UNIT)
                .defaultValues()
                .returningResult(UNIT.NUMBER)
                .fetchSingle()
                .value1()));
    }

    Optional<Version> version(UnitId unit, Instant at) {
        return versions(UNIT_VERSION
                        .UNIT
                        .eq(unit.number())
                        .and(Dated.valid(UNIT_VERSION.VALID_FROM, UNIT_VERSION.VALID_TO, at)))
                .stream()
                .findFirst();
    }

    private List<Version> versions(Condition which) {
        return sql.select(
                        UNIT_VERSION.UNIT,
                        UNIT_VERSION.NAME,
                        UNIT_VERSION.KIND,
                        UNIT_VERSION.LEVEL,
                        UNIT_VERSION.CODE,
                        UNIT_VERSION.REASON,
                        UNIT_VERSION.VALID_FROM,
                        Dated.end(UNIT_VERSION.VALID_TO),
                        UNIT_VERSION.KNOWN_FROM)
                .from(UNIT_VERSION)
                .where(which, Dated.known(UNIT_VERSION.KNOWN_TO))
                .orderBy(UNIT_VERSION.VALID_FROM)
                .fetch(it -> new Version(
                        new UnitId(it.value1()),
                        it.value2(),
                        it.value3(),
                        it.value4(),
                        it.value5(),
                        it.value6(),
                        it.value7(),
                        it.value8(),
                        it.value9()));
    }

    Optional<Link> link(UnitId unit, TreeKind tree, Instant at) {
        return links(UNIT_PARENT
                        .UNIT
                        .eq(unit.number())
                        .and(UNIT_PARENT.TREE.eq(tree.key()))
                        .and(Dated.valid(UNIT_PARENT.VALID_FROM, UNIT_PARENT.VALID_TO, at)))
                .stream()
                .findFirst();
    }

    private List<Link> links(Condition which) {
        return sql.select(
                        UNIT_PARENT.UNIT,
                        UNIT_PARENT.TREE,
                        UNIT_PARENT.PARENT,
                        UNIT_PARENT.REASON,
                        UNIT_PARENT.VALID_FROM,
                        Dated.end(UNIT_PARENT.VALID_TO),
                        UNIT_PARENT.KNOWN_FROM)
                .from(UNIT_PARENT)
                .where(which, Dated.known(UNIT_PARENT.KNOWN_TO))
                .orderBy(UNIT_PARENT.UNIT, UNIT_PARENT.VALID_FROM)
                .fetch(it -> new Link(
                        new UnitId(it.value1()),
                        TreeKind.of(it.value2()),
                        new UnitId(it.value3()),
                        it.value4(),
                        it.value5(),
                        it.value6(),
                        it.value7()));
    }

    /** The first link of the unit that begins after the instant. */
    Optional<Instant> nextLink(UnitId unit, TreeKind tree, Instant after) {
        return sql.select(UNIT_PARENT.VALID_FROM)
                .from(UNIT_PARENT)
                .where(UNIT_PARENT.UNIT.eq(unit.number()))
                .and(UNIT_PARENT.TREE.eq(tree.key()))
                .and(Dated.known(UNIT_PARENT.KNOWN_TO))
                .and(UNIT_PARENT.VALID_FROM.gt(after))
                .orderBy(UNIT_PARENT.VALID_FROM)
                .limit(1)
                .fetchOptional(UNIT_PARENT.VALID_FROM);
    }

    /** From the first day on which the unit is known to live until the day it ends. */
    Life life(UnitId unit) {
        return sql.select(min(UNIT_VERSION.VALID_FROM), Dated.end(max(UNIT_VERSION.VALID_TO)))
                .from(UNIT_VERSION)
                .where(UNIT_VERSION.UNIT.eq(unit.number()))
                .and(Dated.known(UNIT_VERSION.KNOWN_TO))
                .fetchSingle(it -> new Life(it.value1(), it.value2()));
    }

    /** What the unit is called at the moment; where it is not there then, by the name it had last, or is to have first. */
    Optional<String> called(UnitId unit, Instant at) {
        var later = UNIT_VERSION.VALID_FROM.gt(at);
        return sql.select(UNIT_VERSION.NAME)
                .from(UNIT_VERSION)
                .where(UNIT_VERSION.UNIT.eq(unit.number()))
                .and(Dated.known(UNIT_VERSION.KNOWN_TO))
                .orderBy(field(later), when(later, UNIT_VERSION.VALID_FROM), UNIT_VERSION.VALID_FROM.desc())
                .limit(1)
                .fetchOptional(UNIT_VERSION.NAME);
    }

    /** What the unit is called at the moment or later. */
    List<Version> versions(UnitId unit, Instant from) {
        return versions(UNIT_VERSION.UNIT.eq(unit.number()).and(UNIT_VERSION.VALID_TO.gt(from)));
    }

    /** What the unit stands under at the moment or later. */
    List<Link> links(UnitId unit, Instant from) {
        return links(UNIT_PARENT.UNIT.eq(unit.number()).and(UNIT_PARENT.VALID_TO.gt(from)));
    }

    /** What stands directly under the unit at the moment or later. */
    List<Link> linksUnder(UnitId unit, Instant from) {
        return links(UNIT_PARENT.PARENT.eq(unit.number()).and(UNIT_PARENT.VALID_TO.gt(from)));
    }

    boolean codeLives(String code, Instant from) {
        return sql.fetchExists(
                UNIT_VERSION,
                UNIT_VERSION.CODE.eq(code),
                Dated.known(UNIT_VERSION.KNOWN_TO),
                UNIT_VERSION.VALID_TO.gt(from));
    }

    /** Whether anything stands under the unit at the instant or later. */
    boolean hasBelow(UnitId unit, Instant from) {
        return sql.fetchExists(
                UNIT_PARENT,
                UNIT_PARENT.PARENT.eq(unit.number()),
                Dated.known(UNIT_PARENT.KNOWN_TO),
                UNIT_PARENT.VALID_TO.gt(from));
    }

    /** Whether at any moment of the interval the upper unit stands somewhere under the lower one. */
    boolean standsUnder(UnitId upper, UnitId lower, TreeKind tree, Instant from, @Nullable Instant to) {
        return upper.equals(lower)
                || !sql.fetch(
                                """
                        WITH RECURSIVE up (unit, f, t) AS (
                            SELECT {0}::int, {1}::timestamptz, {2}::timestamptz
                            UNION
                            SELECT p.parent, greatest(up.f, p.valid_from), least(up.t, p.valid_to)
                            FROM up JOIN organization.unit_parent p ON p.unit = up.unit
                            WHERE p.tree = {3} AND p.known_to = 'infinity' AND p.valid_from < up.t AND p.valid_to > up.f
                        )
                        SELECT 1 FROM up WHERE unit = {4}""",
                                val(upper.number()), val(from), Dated.orOpen(to), val(tree.key()), val(lower.number()))
                        .isEmpty();
    }

    void insert(Version it) {
        changes.changed(it.unit);
        sql.insertInto(UNIT_VERSION)
                .set(UNIT_VERSION.UNIT, it.unit.number())
                .set(UNIT_VERSION.NAME, it.name)
                .set(UNIT_VERSION.KIND, it.kind)
                .set(UNIT_VERSION.LEVEL, it.level)
                .set(UNIT_VERSION.CODE, it.code)
                .set(UNIT_VERSION.REASON, it.reason)
                .set(UNIT_VERSION.VALID_FROM, it.from)
                .set(UNIT_VERSION.VALID_TO, Dated.orOpen(it.to))
                .set(UNIT_VERSION.KNOWN_FROM, it.knownFrom)
                .set(UNIT_VERSION.KNOWN_TO, Dated.OPEN)
                .execute();
    }

    void insert(Link it) {
        changes.changed(it.unit);
        sql.insertInto(UNIT_PARENT)
                .set(UNIT_PARENT.UNIT, it.unit.number())
                .set(UNIT_PARENT.TREE, it.tree.key())
                .set(UNIT_PARENT.PARENT, it.parent.number())
                .set(UNIT_PARENT.REASON, it.reason)
                .set(UNIT_PARENT.VALID_FROM, it.from)
                .set(UNIT_PARENT.VALID_TO, Dated.orOpen(it.to))
                .set(UNIT_PARENT.KNOWN_FROM, it.knownFrom)
                .set(UNIT_PARENT.KNOWN_TO, Dated.OPEN)
                .execute();
    }

    /** Ends what was known of the row and keeps the part of it before the instant. */
    void close(Version it, Instant from, Instant known) {
        changes.changed(it.unit);
        sql.update(UNIT_VERSION)
                .set(UNIT_VERSION.KNOWN_TO, known)
                .where(UNIT_VERSION.UNIT.eq(it.unit.number()))
                .and(UNIT_VERSION.VALID_FROM.eq(it.from))
                .and(Dated.known(UNIT_VERSION.KNOWN_TO))
                .execute();
        if (it.from.isBefore(from)) insert(it.with(it.name, it.reason, it.from, from, known));
    }

    void close(Link it, Instant from, Instant known) {
        changes.changed(it.unit);
        sql.update(UNIT_PARENT)
                .set(UNIT_PARENT.KNOWN_TO, known)
                .where(UNIT_PARENT.UNIT.eq(it.unit.number()))
                .and(UNIT_PARENT.TREE.eq(it.tree.key()))
                .and(UNIT_PARENT.VALID_FROM.eq(it.from))
                .and(Dated.known(UNIT_PARENT.KNOWN_TO))
                .execute();
        if (it.from.isBefore(from)) insert(it.with(it.parent, it.reason, it.from, from, known));
    }

    /** @param to none while no end is known */
    record Life(Instant from, @Nullable Instant to) {}

    /** What a unit is called and what it is, from one day to another. */
    record Version(
            UnitId unit,
            String name,
            String kind,
            String level,
            String code,
            String reason,
            Instant from,
            @Nullable Instant to,
            Instant knownFrom) {

        Version with(String newName, String why, Instant since, @Nullable Instant until, Instant known) {
            return new Version(unit, newName, kind, level, code, why, since, until, known);
        }
    }

    /** What a unit stands under, from one day to another. */
    record Link(
            UnitId unit,
            TreeKind tree,
            UnitId parent,
            String reason,
            Instant from,
            @Nullable Instant to,
            Instant knownFrom) {

        Link with(UnitId above, String why, Instant since, @Nullable Instant until, Instant known) {
            return new Link(unit, tree, above, why, since, until, known);
        }
    }
}
