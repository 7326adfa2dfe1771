package lianxin.bodies;

import static lianxin.bodies.tables.BodyTable.BODY;
import static lianxin.bodies.tables.BodyVersionTable.BODY_VERSION;
import static lianxin.bodies.tables.EndingTable.ENDING;
import static lianxin.bodies.tables.SeatTable.SEAT;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lianxin.organization.UnitId;
import lianxin.platform.NotFound;
import lianxin.territory.AreaId;
import lianxin.territory.Dated;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What joint bodies there are, who leads them and who sits in them, as of any moment. */
@Component
class BodyBook {

    private final DSLContext db;

    BodyBook(DSLContext db) {
        this.db = db;
    }

    /** How a body comes to its end, when the day is known. */
    record Ending(Instant at, UnitId heir, boolean done) {}

    Optional<Body> find(BodyId id, Instant at) {
        return read(BODY_VERSION.BODY.eq(id.number()), at).stream().findFirst();
    }

    Body must(BodyId id, Instant at) {
        return find(id, at).orElseThrow(() -> new NotFound(id.ref()));
    }

    List<Body> all(Instant at) {
        return read(DSL.noCondition(), at);
    }

    List<Body> inAreas(int[] areas, Instant at) {
        return read(BODY_VERSION.AREA.eq(any(boxed(areas))), at);
    }

    /** That the unit leads or sits in. */
    List<Body> of(UnitId unit, Instant at) {
        var seated = DSL.select(SEAT.BODY).from(SEAT).where(SEAT.UNIT.eq(unit.number()), seatedAt(at));
        return read(BODY_VERSION.LEAD.eq(unit.number()).or(BODY_VERSION.BODY.in(seated)), at);
    }

    /** In which one of the units sits or leads, that share something with them. */
    List<Body> sharedWith(int[] units, Instant at) {
        var seated = DSL.select(SEAT.BODY).from(SEAT).where(SEAT.UNIT.eq(any(boxed(units))), seatedAt(at));
        return read(BODY_VERSION.BODY.in(seated), at).stream()
                .filter(Body::sharesSomething)
                .toList();
    }

    Optional<Body> ofKindOn(String kind, AreaId area, Instant at) {
        return read(BODY.KIND.eq(kind).and(BODY_VERSION.AREA.eq(area.number())), at).stream()
                .filter(it -> !it.ended())
                .findFirst();
    }

    List<Member> members(BodyId body, Instant at) {
        return members(SEAT.BODY.eq(body.number()), at);
    }

    List<Member> members(Collection<BodyId> bodies, Instant at) {
        return members(SEAT.BODY.in(bodies.stream().map(BodyId::number).toList()), at);
    }

    Optional<Ending> ending(BodyId body) {
        return db.select(ENDING.DUE_AT, ENDING.HEIR, ENDING.DONE_AT)
                .from(ENDING)
                .where(ENDING.BODY.eq(body.number()))
                .fetchOptional(it -> new Ending(it.value1(), new UnitId(it.value2()), it.value3() != null));
    }

    private List<Member> members(Condition which, Instant at) {
        return db.select(SEAT.BODY, SEAT.UNIT, SEAT.KIND, SEAT.VALID_FROM)
                .from(SEAT)
                .where(which, seatedAt(at))
                .orderBy(SEAT.BODY, SEAT.ID)
                .fetch(it -> new Member(new BodyId(it.value1()), new UnitId(it.value2()), it.value3(), it.value4()));
    }

    private static Condition seatedAt(Instant at) {
        return Dated.validAndKnownNow(SEAT.VALID_FROM, SEAT.VALID_TO, SEAT.KNOWN_TO, at);
    }

    private List<Body> read(Condition which, Instant at) {
        var v = BODY_VERSION;
        return db.select(
                        v.BODY,
                        BODY.KIND,
                        v.NAME,
                        v.STATUS,
                        v.LEAD,
                        v.AREA,
                        v.PLACE,
                        v.MODE,
                        v.AGREEMENT,
                        v.PLAN,
                        v.SHARED,
                        v.REASON,
                        v.VALID_FROM)
                .from(v)
                .join(BODY)
                .on(BODY.NUMBER.eq(v.BODY))
                .where(which, Dated.validAndKnownNow(v.VALID_FROM, v.VALID_TO, v.KNOWN_TO, at))
                .orderBy(v.BODY)
                .fetch(BodyBook::body);
    }

    private static Body body(Record it) {
        var v = BODY_VERSION;
        return new Body(
                new BodyId(it.get(v.BODY)),
                it.get(BODY.KIND),
                it.get(v.NAME),
                BodyStatus.of(it.get(v.STATUS)),
                new UnitId(it.get(v.LEAD)),
                new AreaId(it.get(v.AREA)),
                it.get(v.PLACE),
                it.get(v.MODE),
                it.get(v.AGREEMENT),
                it.get(v.PLAN),
                Set.copyOf(Arrays.asList(Objects.requireNonNull(it.get(v.SHARED)))),
                it.get(v.REASON),
                it.get(v.VALID_FROM));
    }

    private static Integer[] boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }
}
