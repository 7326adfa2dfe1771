package lianxin.bodies;

import static lianxin.bodies.tables.BodyVersionTable.BODY_VERSION;
import static lianxin.bodies.tables.EndingTable.ENDING;
import static lianxin.bodies.tables.SeatTable.SEAT;
import static lianxin.bodies.tables.UndertakingTable.UNDERTAKING;
import static lianxin.bodies.tables.UndertakingVersionTable.UNDERTAKING_VERSION;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Succession;
import lianxin.organization.UnitEnding;
import lianxin.organization.UnitId;
import lianxin.territory.AreaId;
import lianxin.territory.Dated;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a unit ends, its successor leads what it led, sits where it sat and has in hand what it had; whoever sits there
 * already sits once. After a split it depends on where the body works. Each of these is a fact of the body.
 */
@Component
class BodiesHandOver implements UnitEnding {

    private final BodyBook book;
    private final Dated dated;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    BodiesHandOver(BodyBook book, Dated dated, Journal journal, DSLContext db, Clock clock) {
        this.book = book;
        this.dated = dated;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Something in a body that goes to somebody.
     *
     * @param kind of an undertaking, its list
     */
    private record Going(
            What what,
            int number,
            BodyId body,
            int area,
            UnitId heir,
            @Nullable String kind) {

        Part part() {
            return Part.of(Objects.requireNonNull(kind));
        }
    }

    private enum What {
        LEAD,
        SEAT,
        UNDERTAKING,
        ENDING
    }

    @Override
    public String held() {
        return "bodies.held";
    }

    @Override
    public Map<UnitId, Integer> shares(Succession it) {
        var shares = new HashMap<UnitId, Integer>();
        going(it).forEach(one -> shares.merge(one.heir, 1, Integer::sum));
        return shares;
    }

    @Override
    @Transactional
    public void handOver(Succession it) {
        var told = new ArrayList<Journal.Page>();
        for (var one : going(it)) {
            var facts = switch (one.what) {
                case LEAD -> lead(one, it);
                case SEAT -> List.of(seat(one, it));
                case UNDERTAKING -> List.of(undertaking(one, it));
                case ENDING -> List.of(ending(one, it));
            };
            var at = facts.stream().map(fact -> new Journal.Told(fact, it.at())).toList();
            told.add(new Journal.Page(at, new AreaId(one.area).ref(), Actor.SYSTEM.ref()));
        }
        if (!told.isEmpty()) journal.recordPages(told);
    }

    private List<BodyFact> lead(Going one, Succession it) {
        var mine = BODY_VERSION.BODY.eq(one.number).and(BODY_VERSION.LEAD.eq(number(it)));
        change(BODY_VERSION, mine, Map.of(BODY_VERSION.LEAD, one.heir.number()), it);
        var changed = new BodyFact.LeadChanged(one.body, one.heir, it.from(), it.at());
        if (!seated(one, it)) return List.of(changed);
        unseat(one.body, one.heir, it);
        return List.of(changed, new BodyFact.Left(one.body, one.heir, one.heir, it.at()));
    }

    private BodyFact seat(Going one, Succession it) {
        var lead = lead(one.body, it).orElse(one.heir);
        if (seated(one, it) || lead.equals(one.heir)) {
            unseat(one.body, it.from(), it);
            return new BodyFact.Left(one.body, lead, it.from(), it.at());
        }
        var mine = SEAT.BODY.eq(one.number).and(SEAT.UNIT.eq(number(it)));
        change(SEAT, mine, Map.of(SEAT.UNIT, one.heir.number()), it);
        return new BodyFact.SeatHandedOver(one.body, lead, one.heir, it.from(), it.at());
    }

    private BodyFact undertaking(Going one, Succession it) {
        var mine = UNDERTAKING_VERSION.UNDERTAKING.eq(one.number).and(UNDERTAKING_VERSION.UNIT.eq(number(it)));
        change(UNDERTAKING_VERSION, mine, Map.of(UNDERTAKING_VERSION.UNIT, one.heir.number()), it);
        return new BodyFact.HandedOver(one.body, one.heir, new UndertakingId(one.number), one.part());
    }

    private BodyFact ending(Going one, Succession it) {
        db.update(ENDING)
                .set(ENDING.HEIR, one.heir.number())
                .where(ENDING.BODY.eq(one.number))
                .execute();
        return new BodyFact.HeirChanged(one.body, lead(one.body, it).orElse(one.heir), one.heir, it.from());
    }

    private static int number(Succession it) {
        return it.from().number();
    }

    private void change(Table<?> table, Condition which, Map<? extends Field<?>, ?> changes, Succession it) {
        dated.changeAll(table, which, changes, it.at(), clock.instant());
    }

    private boolean seated(Going one, Succession it) {
        return book.members(one.body, it.at()).stream()
                .anyMatch(member -> member.unit().equals(one.heir));
    }

    private Optional<UnitId> lead(BodyId body, Succession it) {
        return book.find(body, it.at()).map(Body::lead);
    }

    private void unseat(BodyId body, UnitId unit, Succession it) {
        dated.endAll(SEAT, SEAT.BODY.eq(body.number()).and(SEAT.UNIT.eq(unit.number())), it.at(), clock.instant());
    }

    /** Leads before seats: who leads needs no seat. */
    private List<Going> going(Succession it) {
        var from = it.from().number();
        var v = BODY_VERSION;
        var u = UNDERTAKING_VERSION;
        var going = new ArrayList<Going>();
        db.selectDistinct(v.BODY, v.AREA)
                .from(v)
                .where(v.LEAD.eq(from), v.KNOWN_TO.eq(Dated.FOREVER), v.VALID_TO.gt(it.at()))
                .orderBy(v.BODY)
                .forEach(row -> going.add(going(What.LEAD, row.value1(), row.value1(), row.value2(), null, it)));
        db.selectDistinct(SEAT.BODY, v.AREA)
                .from(SEAT)
                .join(v)
                .on(v.BODY.eq(SEAT.BODY), v.KNOWN_TO.eq(Dated.FOREVER), v.VALID_TO.eq(Dated.FOREVER))
                .where(SEAT.UNIT.eq(from), SEAT.KNOWN_TO.eq(Dated.FOREVER), SEAT.VALID_TO.gt(it.at()))
                .orderBy(SEAT.BODY)
                .forEach(row -> going.add(going(What.SEAT, row.value1(), row.value1(), row.value2(), null, it)));
        db.selectDistinct(u.UNDERTAKING, UNDERTAKING.BODY, v.AREA, UNDERTAKING.PART)
                .from(u)
                .join(UNDERTAKING)
                .on(UNDERTAKING.NUMBER.eq(u.UNDERTAKING))
                .join(v)
                .on(v.BODY.eq(UNDERTAKING.BODY), v.KNOWN_TO.eq(Dated.FOREVER), v.VALID_TO.eq(Dated.FOREVER))
                .where(
                        u.UNIT.eq(from),
                        u.STATE.in("open", "proposed"),
                        u.KNOWN_TO.eq(Dated.FOREVER),
                        u.VALID_TO.gt(it.at()))
                .orderBy(u.UNDERTAKING)
                .forEach(row ->
                        going.add(going(What.UNDERTAKING, row.value1(), row.value2(), row.value3(), row.value4(), it)));
        db.selectDistinct(ENDING.BODY, v.AREA)
                .from(ENDING)
                .join(v)
                .on(v.BODY.eq(ENDING.BODY), v.KNOWN_TO.eq(Dated.FOREVER), v.VALID_TO.eq(Dated.FOREVER))
                .where(ENDING.HEIR.eq(from), ENDING.DONE_AT.isNull(), ENDING.DUE_AT.gt(it.at()))
                .orderBy(ENDING.BODY)
                .forEach(row -> going.add(new Going(
                        What.ENDING, row.value1(), new BodyId(row.value1()), row.value2(), it.named(), null)));
        going.removeIf(one -> one.heir.equals(it.from()));
        return going;
    }

    private static Going going(What what, int number, int body, int area, @Nullable String part, Succession it) {
        return new Going(what, number, new BodyId(body), area, it.heirOf(new AreaId(area).ref()), part);
    }
}
