package lianxin.organization;

import static lianxin.organization.tables.PersonTable.PERSON;
import static lianxin.organization.tables.PostTable.POST;
import static lianxin.organization.tables.UnitVersionTable.UNIT_VERSION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Questions about single units on any date, and what a unit's page shows. */
@Component
class UnitQueries {

    private final DSLContext sql;

    UnitQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** From the top down to the unit itself; only itself when it stood under nothing then. */
    int[] path(UnitId unit, Instant at) {
        return sql.fetch("""
                        WITH RECURSIVE up (unit, depth) AS (
                            SELECT {0}::int, 0
                            UNION ALL
                            SELECT p.parent, up.depth + 1 FROM up JOIN organization.unit_parent p ON p.unit = up.unit
                            WHERE p.tree = 'home' AND p.known_to = 'infinity' AND p.valid_from <= {1} AND p.valid_to > {1}
                        )
                        SELECT unit FROM up ORDER BY depth DESC""", val(unit.number()), val(at)).stream()
                .mapToInt(it -> it.get(0, int.class))
                .toArray();
    }

    /** The unit and everything under it, as of the instant. */
    int[] below(UnitId unit, Instant at) {
        return sql.fetch("""
                        WITH RECURSIVE down (unit) AS (
                            SELECT {0}::int
                            UNION ALL
                            SELECT p.unit FROM down JOIN organization.unit_parent p ON p.parent = down.unit
                            WHERE p.tree = 'home' AND p.known_to = 'infinity' AND p.valid_from <= {1} AND p.valid_to > {1}
                        )
                        SELECT unit FROM down""", val(unit.number()), val(at)).stream()
                .mapToInt(it -> it.get(0, int.class))
                .toArray();
    }

    /** Units with a name in which the words occur, whenever they had it, have it or will; the newest name first. */
    List<Called> everCalled(String words, @Nullable Instant known) {
        return sql.select(UNIT_VERSION.UNIT, UNIT_VERSION.NAME)
                .from(UNIT_VERSION)
                .where(UNIT_VERSION.NAME.contains(words))
                .and(
                        known == null
                                ? Dated.known(UNIT_VERSION.KNOWN_TO)
                                : Dated.valid(UNIT_VERSION.KNOWN_FROM, UNIT_VERSION.KNOWN_TO, known))
                .orderBy(UNIT_VERSION.UNIT, UNIT_VERSION.VALID_FROM.desc())
                .fetch(it -> new Called(new UnitId(it.value1()), it.value2()));
    }

    record Called(UnitId unit, String name) {}

    /** Roles on posts in the unit on that date, and how many hold them. */
    List<Held> posts(UnitId unit, Instant at) {
        return sql.select(POST.ROLE, count())
                .from(POST)
                .where(POST.UNIT.eq(unit.number()))
                .and(Dated.known(POST.KNOWN_TO))
                .and(Dated.valid(POST.VALID_FROM, POST.VALID_TO, at))
                .groupBy(POST.ROLE)
                .orderBy(POST.ROLE)
                .fetch(it -> new Held(it.value1(), it.value2()));
    }

    boolean personExists(int person) {
        return sql.fetchExists(PERSON, PERSON.ID.eq(person));
    }

    record Held(String role, int count) {}
}
