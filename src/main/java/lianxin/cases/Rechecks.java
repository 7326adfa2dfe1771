package lianxin.cases;

import static lianxin.cases.tables.RecheckTable.RECHECK;

import java.time.Instant;
import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reporters who are called again about what was closed or withdrawn: is it as it was said, and did anybody press them. The
 * unit that did the work learns neither that it is drawn nor what was answered; nothing about the case changes.
 */
@Service
@Transactional
class Rechecks {

    private final CaseSteps steps;
    private final Callers callers;
    private final Routing routing;
    private final DSLContext db;

    Rechecks(CaseSteps steps, Callers callers, Routing routing, DSLContext db) {
        this.steps = steps;
        this.callers = callers;
        this.routing = routing;
        this.db = db;
    }

    /** Until when the reporter is to be called; empty when the case was not drawn, was asked about, or is open again. */
    Optional<Instant> due(Case it) {
        if (it.stage != Stage.CLOSED) return Optional.empty();
        return db.select(RECHECK.DUE)
                .from(RECHECK)
                .where(RECHECK.CASE_ID.eq(it.id.value()), RECHECK.DONE_AT.isNull())
                .fetchOptional(RECHECK.DUE);
    }

    boolean may(Case it, Actor reader) {
        return steps.may(reader, May.CALL_BACK, it.holder, it) && callers.isAnother(it, reader);
    }

    /**
     * @param agrees whether it is solved, or whether the reporter withdrew it freely
     * @param pressed whether somebody asked for a good rating or for withdrawing
     */
    void said(CaseId id, boolean agrees, boolean pressed, Actor by) {
        steps.take(id, by, (it, now) -> {
            if (!may(it, by)) throw new Forbidden(id.ref());
            if (due(it).isEmpty()) throw new RuleBroken("case.no-recheck");
            db.update(RECHECK)
                    .set(RECHECK.AGREES, agrees)
                    .set(RECHECK.DONE_AT, now)
                    .set(RECHECK.BY_ACTOR, by.ref().toString())
                    .where(RECHECK.CASE_ID.eq(id.value()))
                    .execute();
            it.tell(new EndingFact.Rechecked(id, it.holder, String.valueOf(it.outcome), agrees), now);
            if (pressed) it.tell(new EndingFact.Pressed(id, above(it, now)), now);
        });
    }

    private UnitId above(Case it, Instant now) {
        return routing.over(it.holder, it.place, now);
    }
}
