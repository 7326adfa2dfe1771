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
import lianxin.organization.Succession;
import lianxin.organization.UnitEnding;
import lianxin.organization.UnitId;
import lianxin.territory.AreaId;
import lianxin.territory.Dated;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a unit ends, its successor leads what it led, sits where it sat and has in hand what it had; whoever sits there
 * already sits once. After a split it depends on where the body works.
 */
@Component
class BodiesHandOver implements UnitEnding {

    private final BodyBook book;
    private final Dated dated;
    private final DSLContext db;
    private final Clock clock;

    BodiesHandOver(BodyBook book, Dated dated, DSLContext db, Clock clock) {
        this.book = book;
        this.dated = dated;
        this.db = db;
        this.clock = clock;
    }

    /** Something in a body that goes to somebody. */
    private record Going(What what, int number, BodyId body, UnitId heir) {}

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
        for (var one : going(it)) {
            switch (one.what) {
                case LEAD -> {
                    change(BODY_VERSION.BODY.eq(one.number), Map.of(BODY_VERSION.LEAD, one.heir.number()), it);
                    if (seated(one, it)) unseat(one.body, one.heir, it);
                }
                case SEAT -> {
                    if (seated(one, it) || leads(one, it)) unseat(one.body, it.from(), it);
                    else
                        dated.changeAll(
                                SEAT,
                                SEAT.BODY
                                        .eq(one.number)
                                        .and(SEAT.UNIT.eq(it.from().number())),
                                Map.of(SEAT.UNIT, one.heir.number()),
                                it.at(),
                                clock.instant());
                }
                case UNDERTAKING ->
                    dated.changeAll(
                            UNDERTAKING_VERSION,
                            UNDERTAKING_VERSION
                                    .UNDERTAKING
                                    .eq(one.number)
                                    .and(UNDERTAKING_VERSION.UNIT.eq(it.from().number())),
                            Map.of(UNDERTAKING_VERSION.UNIT, one.heir.number()),
                            it.at(),
                            clock.instant());
                case ENDING ->
                    db.update(ENDING)
                            .set(ENDING.HEIR, one.heir.number())
                            .where(ENDING.BODY.eq(one.number))
                            .execute();
            }
        }
    }

    private void change(Condition which, Map<Field<?>, ?> changes, Succession it) {
        var mine = which.and(BODY_VERSION.LEAD.eq(it.from().number()));
        dated.changeAll(BODY_VERSION, mine, changes, it.at(), clock.instant());
    }

    private boolean seated(Going one, Succession it) {
        return book.members(one.body, it.at()).stream()
                .anyMatch(member -> member.unit().equals(one.heir));
    }

    private boolean leads(Going one, Succession it) {
        return book.find(one.body, it.at())
                .map(Body::lead)
                .filter(one.heir::equals)
                .isPresent();
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
                .forEach(row -> going.add(
                        new Going(What.LEAD, row.value1(), new BodyId(row.value1()), heir(it, row.value2()))));
        db.selectDistinct(SEAT.BODY, v.AREA)
                .from(SEAT)
                .join(v)
                .on(v.BODY.eq(SEAT.BODY), v.KNOWN_TO.eq(Dated.FOREVER), v.VALID_TO.eq(Dated.FOREVER))
                .where(SEAT.UNIT.eq(from), SEAT.KNOWN_TO.eq(Dated.FOREVER), SEAT.VALID_TO.gt(it.at()))
                .orderBy(SEAT.BODY)
                .forEach(row -> going.add(
                        new Going(What.SEAT, row.value1(), new BodyId(row.value1()), heir(it, row.value2()))));
        db.selectDistinct(u.UNDERTAKING, UNDERTAKING.BODY, v.AREA)
                .from(u)
                .join(UNDERTAKING)
                .on(UNDERTAKING.NUMBER.eq(u.UNDERTAKING))
                .join(v)
                .on(v.BODY.eq(UNDERTAKING.BODY), v.KNOWN_TO.eq(Dated.FOREVER), v.VALID_TO.eq(Dated.FOREVER))
                .where(u.UNIT.eq(from), u.STATE.eq("open"), u.KNOWN_TO.eq(Dated.FOREVER), u.VALID_TO.gt(it.at()))
                .orderBy(u.UNDERTAKING)
                .forEach(row -> going.add(
                        new Going(What.UNDERTAKING, row.value1(), new BodyId(row.value2()), heir(it, row.value3()))));
        db.select(ENDING.BODY)
                .from(ENDING)
                .where(ENDING.HEIR.eq(from), ENDING.DONE_AT.isNull(), ENDING.DUE_AT.gt(it.at()))
                .orderBy(ENDING.BODY)
                .forEach(row -> going.add(new Going(What.ENDING, row.value1(), new BodyId(row.value1()), it.named())));
        going.removeIf(one -> one.heir.equals(it.from()));
        return going;
    }

    private static UnitId heir(Succession it, int area) {
        return it.heirOf(new AreaId(area).ref());
    }
}
