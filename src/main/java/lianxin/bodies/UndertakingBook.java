package lianxin.bodies;

import static lianxin.bodies.tables.AnswerTable.ANSWER;
import static lianxin.bodies.tables.FulfilmentTable.FULFILMENT;
import static lianxin.bodies.tables.UndertakingTable.UNDERTAKING;
import static lianxin.bodies.tables.UndertakingVersionTable.UNDERTAKING_VERSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lianxin.organization.UnitId;
import lianxin.platform.NotFound;
import lianxin.territory.Dated;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was agreed in joint bodies, as of any moment. */
@Component
class UndertakingBook {

    private final DSLContext db;
    private final Clock clock;

    UndertakingBook(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param reason why they were corrected; empty for what was written first */
    record Minutes(Instant from, String words, String reason) {}

    /** Open ones first, by the day they are due. */
    List<Undertaking> of(BodyId body, Instant at) {
        return read(UNDERTAKING.BODY.eq(body.number()), at);
    }

    List<Undertaking> of(Collection<BodyId> bodies, Instant at) {
        return read(UNDERTAKING.BODY.in(bodies.stream().map(BodyId::number).toList()), at);
    }

    /** What is over its day in bodies that a unit leads, whoever has it in hand. */
    List<Undertaking> lateIn(Collection<BodyId> bodies, LocalDate today, Instant at) {
        var v = UNDERTAKING_VERSION;
        var theirs = UNDERTAKING.BODY.in(bodies.stream().map(BodyId::number).toList());
        return read(theirs.and(v.STATE.eq("open")).and(v.DUE.lt(today)), at);
    }

    /** What answers a demand. */
    List<Undertaking> answering(UndertakingId demand) {
        var now = clock.instant();
        var answers = select(ANSWER.UNDERTAKING)
                .from(ANSWER)
                .where(ANSWER.DEMAND.eq(demand.number()))
                .and(Dated.validAndKnownNow(ANSWER.VALID_FROM, ANSWER.VALID_TO, ANSWER.KNOWN_TO, now));
        return read(UNDERTAKING.NUMBER.in(answers), now);
    }

    /** Everything open of one list, in the whole town. */
    List<Undertaking> open(Part part, Instant at) {
        return read(UNDERTAKING.PART.eq(part.key()).and(UNDERTAKING_VERSION.STATE.eq("open")), at);
    }

    /** What is not settled, proposals among it. */
    List<Undertaking> openOf(BodyId body) {
        var unsettled = UNDERTAKING_VERSION.STATE.in("open", "proposed");
        return read(UNDERTAKING.BODY.eq(body.number()).and(unsettled), clock.instant());
    }

    /** Everything open that the unit has in hand, and what bodies that it leads have in hand themselves. */
    List<Undertaking> inHandOf(UnitId unit, Collection<BodyId> led, Instant at) {
        var v = UNDERTAKING_VERSION;
        var own = UNDERTAKING.BODY.in(led.stream().map(BodyId::number).toList()).and(v.UNIT.isNull());
        return read(v.STATE.eq("open").and(v.UNIT.eq(unit.number()).or(own)), at);
    }

    /** As it stands now; nobody else changes it until the transaction is over. */
    Undertaking lock(UndertakingId id) {
        db.select(UNDERTAKING.NUMBER)
                .from(UNDERTAKING)
                .where(UNDERTAKING.NUMBER.eq(id.number()))
                .forUpdate()
                .fetch();
        return find(id);
    }

    Undertaking find(UndertakingId id) {
        return find(id, clock.instant());
    }

    Undertaking find(UndertakingId id, Instant at) {
        return read(UNDERTAKING.NUMBER.eq(id.number()), at).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("undertaking/" + id));
    }

    /** What was written of a meeting that was held until that moment, the newest first; corrected at once, both. */
    List<Minutes> minutes(UndertakingId meeting, Instant at) {
        var v = UNDERTAKING_VERSION;
        return db.select(v.VALID_FROM, v.RESULT, v.REASON)
                .from(v)
                .where(v.UNDERTAKING.eq(meeting.number()), v.STATE.eq("done"), v.VALID_FROM.le(at))
                .groupBy(v.VALID_FROM, v.RESULT, v.REASON)
                .orderBy(v.VALID_FROM.desc(), max(v.ID).desc())
                .fetch(it -> new Minutes(it.value1(), it.value2(), it.value3()));
    }

    private List<Undertaking> read(Condition which, Instant at) {
        var v = UNDERTAKING_VERSION;
        Field<BigDecimal> given = coalesce(
                        field(select(sum(FULFILMENT.AMOUNT))
                                .from(FULFILMENT)
                                .where(FULFILMENT.UNDERTAKING.eq(v.UNDERTAKING), FULFILMENT.GIVEN_AT.le(at))),
                        inline(BigDecimal.ZERO))
                .as("given");
        return db.select(
                        UNDERTAKING.NUMBER,
                        UNDERTAKING.BODY,
                        UNDERTAKING.PART,
                        UNDERTAKING.SOURCE,
                        v.TITLE,
                        v.UNIT,
                        v.LINK,
                        v.DUE,
                        v.AMOUNT,
                        v.MEASURE,
                        v.STATE,
                        v.DONE_ON,
                        v.RESULT,
                        v.PLACE,
                        v.PRESENT,
                        v.VOTED_AT,
                        v.IN_FAVOR,
                        v.OPPOSED,
                        v.ABSTAINED,
                        v.VOTES_NEEDED,
                        v.REASON,
                        given)
                .from(v)
                .join(UNDERTAKING)
                .on(UNDERTAKING.NUMBER.eq(v.UNDERTAKING))
                .where(which, Dated.validAndKnownNow(v.VALID_FROM, v.VALID_TO, v.KNOWN_TO, at))
                .orderBy(v.STATE.notIn("open", "proposed"), v.DUE.asc().nullsLast(), UNDERTAKING.NUMBER)
                .fetch(it -> undertaking(it, it.get(given)));
    }

    private static Undertaking undertaking(Record it, BigDecimal given) {
        var v = UNDERTAKING_VERSION;
        Integer unit = it.get(v.UNIT);
        Integer source = it.get(UNDERTAKING.SOURCE);
        return new Undertaking(
                new UndertakingId(it.get(UNDERTAKING.NUMBER)),
                new BodyId(it.get(UNDERTAKING.BODY)),
                Part.of(it.get(UNDERTAKING.PART)),
                it.get(v.TITLE),
                unit == null ? null : new UnitId(unit),
                it.get(v.LINK),
                it.get(v.DUE),
                it.get(v.AMOUNT),
                it.get(v.MEASURE),
                Undertaking.State.valueOf(it.get(v.STATE).toUpperCase(Locale.ROOT)),
                it.get(v.DONE_ON),
                it.get(v.RESULT),
                given,
                source == null ? null : new UndertakingId(source),
                it.get(v.PLACE),
                units(it, v.PRESENT),
                ballot(it),
                it.get(v.REASON));
    }

    private static @Nullable Ballot ballot(Record it) {
        var v = UNDERTAKING_VERSION;
        Integer meeting = it.get(v.VOTED_AT);
        Integer needed = it.get(v.VOTES_NEEDED);
        if (meeting == null || needed == null) return null;
        return new Ballot(
                new UndertakingId(meeting),
                units(it, v.IN_FAVOR),
                units(it, v.OPPOSED),
                units(it, v.ABSTAINED),
                needed);
    }

    private static List<UnitId> units(Record it, Field<Integer[]> column) {
        return Ballot.units(Objects.requireNonNull(it.get(column)));
    }
}
