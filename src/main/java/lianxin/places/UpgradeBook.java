package lianxin.places;

import static lianxin.places.tables.GradeTable.GRADE;
import static lianxin.places.tables.UpgradeTable.UPGRADE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianxin.territory.Dated;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The grades of places and what is done to raise them, as of a time. */
@Component
class UpgradeBook {
    private final DSLContext db;

    UpgradeBook(DSLContext db) {
        this.db = db;
    }

    /** The key; empty where it has none yet. */
    String grade(PlaceId place, Instant at) {
        return grades(GRADE.PLACE.eq(place.number()), at).getOrDefault(place.number(), "");
    }

    /** Of all places that have one, by their numbers. */
    Map<Integer, String> grades(Instant at) {
        return grades(DSL.noCondition(), at);
    }

    private Map<Integer, String> grades(Condition which, Instant at) {
        var g = GRADE;
        return db.select(g.PLACE, g.GRADE_)
                .from(g)
                .where(which)
                .and(Dated.validAndKnownNow(g.VALID_FROM, g.VALID_TO, g.KNOWN_TO, at))
                .fetchMap(g.PLACE, g.GRADE_);
    }

    Optional<Upgrade> find(int number, Instant at) {
        return read(UPGRADE.NUMBER.eq(number), at).stream().findFirst();
    }

    /** Of one place, the latest first. */
    List<Upgrade> of(PlaceId place, Instant at) {
        return read(UPGRADE.PLACE.eq(place.number()), at);
    }

    /** Of all places, the latest first. */
    List<Upgrade> all(Instant at) {
        return read(DSL.noCondition(), at);
    }

    /** What was told later was not so yet: an end told after the time leaves it going on. */
    private List<Upgrade> read(Condition which, Instant at) {
        var u = UPGRADE;
        var over = u.ENDED_AT.le(at);
        return db.select(
                        u.NUMBER,
                        u.PLACE,
                        u.BEFORE,
                        u.AIM,
                        u.WORK,
                        u.DUE,
                        DSL.when(over, u.ENDED_ON),
                        DSL.when(over, u.DROPPED))
                .from(u)
                .where(which, u.PLANNED_AT.le(at))
                .orderBy(u.PLANNED_AT.desc(), u.NUMBER.desc())
                .fetch(it -> new Upgrade(
                        it.value1(),
                        new PlaceId(it.value2()),
                        it.value3(),
                        it.value4(),
                        it.value5(),
                        it.value6(),
                        it.value7(),
                        it.value8()));
    }
}
