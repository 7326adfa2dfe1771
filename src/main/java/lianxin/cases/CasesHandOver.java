package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;

import java.time.Instant;
import lianxin.organization.UnitEnding;
import lianxin.organization.UnitId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** When a unit ends, its open cases, its desk and its supervisions go to its successor in the same transaction. */
@Component
class CasesHandOver implements UnitEnding {

    private final DSLContext db;
    private final Cases cases;

    CasesHandOver(DSLContext db, Cases cases) {
        this.db = db;
        this.cases = cases;
    }

    @Override
    public void handOver(UnitId from, UnitId to, Instant at) {
        var held = db.select(CASE_FILE.ID)
                .from(CASE_FILE)
                .where(CASE_FILE.STAGE.ne(Stage.CLOSED.name()))
                .and(CASE_FILE
                        .HOLDER
                        .eq(from.number())
                        .or(CASE_FILE.DESK.eq(from.number()))
                        .or(CASE_FILE.SUPERVISOR.eq(from.number())))
                .fetch(row -> new CaseId(row.value1()));
        held.forEach(it -> cases.handOver(it, from, to));
    }
}
