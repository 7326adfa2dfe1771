package lianxin.cases;

import static lianxin.cases.tables.AssignmentTable.ASSIGNMENT;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.TimeLimitTable.TIME_LIMIT;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lianxin.organization.Succession;
import lianxin.organization.UnitEnding;
import lianxin.organization.UnitId;
import lianxin.territory.AreaId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/**
 * When a unit ends or loses ground, its open cases, its desk and its supervisions there go to its successor in the same
 * transaction. A case has one holder and no future one: what is planned for a later day waits for that day.
 */
@Component
class CasesHandOver implements UnitEnding {

    private final DSLContext db;
    private final Cases cases;
    private final Clock clock;

    CasesHandOver(DSLContext db, Cases cases, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String held() {
        return "cases.held";
    }

    @Override
    public Map<UnitId, Integer> shares(Succession it) {
        var shares = new HashMap<UnitId, Integer>();
        going(it).forEach((id, heir) -> shares.merge(heir, 1, Integer::sum));
        return shares;
    }

    @Override
    public void handOver(Succession it) {
        if (it.at().isAfter(clock.instant())) return;
        going(it).forEach((id, heir) -> cases.handOver(id, it.from(), heir));
    }

    private Map<CaseId, UnitId> going(Succession it) {
        var from = it.from().number();
        var going = new HashMap<CaseId, UnitId>();
        db.select(CASE_FILE.ID, CASE_FILE.PLACE)
                .from(CASE_FILE)
                .where(CASE_FILE.STAGE.ne(Stage.CLOSED.name()))
                .and(CASE_FILE
                        .HOLDER
                        .eq(from)
                        .or(CASE_FILE.DESK.eq(from))
                        .or(CASE_FILE.SUPERVISOR.eq(from))
                        .or(CASE_FILE.WHISTLED.eq(from))
                        .or(CASE_FILE.ARBITER.eq(from))
                        .or(CASE_FILE.ID.in(assisted(from)))
                        .or(CASE_FILE.ID.in(checked(from))))
                .forEach(row -> going.put(new CaseId(row.value1()), it.heirOf(new AreaId(row.value2()).ref())));
        going.values().removeIf(it.from()::equals);
        return going;
    }

    private static Select<Record1<UUID>> checked(int unit) {
        return select(TIME_LIMIT.CASE_ID).from(TIME_LIMIT).where(TIME_LIMIT.UNIT.eq(unit), ListScope.TO_CHECK);
    }

    private static Select<Record1<UUID>> assisted(int unit) {
        return select(ASSIGNMENT.CASE_ID)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.UNIT.eq(unit), ASSIGNMENT.ROLE.eq("assist"))
                .and(ASSIGNMENT.DONE_AT.isNull())
                .and(ASSIGNMENT.ENDED_AT.isNull());
    }
}
