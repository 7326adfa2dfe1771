package lianxin.cases;

import static lianxin.cases.tables.PrecedentTable.PRECEDENT;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Ids;
import lianxin.platform.NotFound;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Final decisions about who answers for what, as far as they still hold. */
@Service
class Precedents {

    private final DSLContext db;
    private final Areas areas;
    private final Ids ids;
    private final Clock clock;

    Precedents(DSLContext db, Areas areas, Ids ids, Clock clock) {
        this.db = db;
        this.areas = areas;
        this.ids = ids;
        this.clock = clock;
    }

    /** The one for the smallest ground around the place, and of these the last. */
    Optional<Precedent> of(AreaId place, String category, Instant at) {
        var found = find(PRECEDENT.CATEGORY.eq(category).and(holds(at)));
        if (found.isEmpty()) return Optional.empty();
        var path = areas.path(place, at).stream().map(Area::id).toList();
        return found.stream()
                .filter(it -> path.contains(it.area()))
                .max(Comparator.<Precedent>comparingInt(it -> path.indexOf(it.area()))
                        .thenComparing(Precedent::from));
    }

    /** All that hold now or will, the last first. */
    List<Precedent> all() {
        return find(PRECEDENT.VALID_TO.isNull().or(PRECEDENT.VALID_TO.gt(clock.instant())));
    }

    private static Condition holds(Instant at) {
        return PRECEDENT.VALID_FROM.le(at).and(PRECEDENT.VALID_TO.isNull().or(PRECEDENT.VALID_TO.gt(at)));
    }

    private List<Precedent> find(Condition which) {
        return db.selectFrom(PRECEDENT)
                .where(which)
                .orderBy(PRECEDENT.VALID_FROM.desc())
                .fetch(it -> new Precedent(
                        it.get(PRECEDENT.ID),
                        it.get(PRECEDENT.CATEGORY),
                        new AreaId(it.get(PRECEDENT.AREA)),
                        new UnitId(it.get(PRECEDENT.UNIT)),
                        it.get(PRECEDENT.DUTY_ITEM),
                        new CaseId(it.get(PRECEDENT.DECIDED_CASE)),
                        new UnitId(it.get(PRECEDENT.DECIDED_BY)),
                        it.get(PRECEDENT.VALID_FROM),
                        it.get(PRECEDENT.VALID_TO)));
    }

    /** An older one for the same category on the same ground ends when this one begins. */
    void add(Case it, AreaId area, UnitId unit, String dutyItem, UnitId by, Instant from) {
        db.update(PRECEDENT)
                .set(PRECEDENT.VALID_TO, DSL.greatest(PRECEDENT.VALID_FROM, DSL.val(from, PRECEDENT.VALID_FROM)))
                .where(PRECEDENT.CATEGORY.eq(it.category), PRECEDENT.AREA.eq(area.number()))
                .and(PRECEDENT.VALID_TO.isNull())
                .execute();
        db.insertInto(PRECEDENT)
                .set(PRECEDENT.ID, ids.next())
                .set(PRECEDENT.CATEGORY, it.category)
                .set(PRECEDENT.AREA, area.number())
                .set(PRECEDENT.UNIT, unit.number())
                .set(PRECEDENT.DUTY_ITEM, dutyItem)
                .set(PRECEDENT.DECIDED_CASE, it.id.value())
                .set(PRECEDENT.DECIDED_BY, by.number())
                .set(PRECEDENT.VALID_FROM, from)
                .execute();
    }

    /** The duty list itself says so by now, or says otherwise. */
    @Transactional
    void end(UUID id, Actor by) {
        var it = find(PRECEDENT.ID.eq(id)).stream().findFirst().orElseThrow(() -> new NotFound("precedent/" + id));
        by.must(May.SUPERVISE, it.by());
        db.update(PRECEDENT)
                .set(
                        PRECEDENT.VALID_TO,
                        DSL.greatest(PRECEDENT.VALID_FROM, DSL.val(clock.instant(), PRECEDENT.VALID_FROM)))
                .where(PRECEDENT.ID.eq(id), PRECEDENT.VALID_TO.isNull())
                .execute();
    }
}
