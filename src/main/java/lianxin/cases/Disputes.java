package lianxin.cases;

import java.time.LocalDate;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.DutyList;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.RuleBroken;
import lianxin.platform.WorkingCalendar;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who settles a dispute about who answers, and what becomes of the decision. */
@Service
@Transactional
class Disputes {

    private final CaseSteps steps;
    private final CaseThread thread;
    private final Notes notes;
    private final Precedents precedents;
    private final DutyList duties;
    private final Deadlines deadlines;
    private final Units units;
    private final Areas areas;
    private final WorkingCalendar calendar;

    Disputes(
            CaseSteps steps,
            CaseThread thread,
            Notes notes,
            Precedents precedents,
            DutyList duties,
            Deadlines deadlines,
            Units units,
            Areas areas,
            WorkingCalendar calendar) {
        this.steps = steps;
        this.thread = thread;
        this.notes = notes;
        this.precedents = precedents;
        this.duties = duties;
        this.deadlines = deadlines;
        this.units = units;
        this.areas = areas;
        this.calendar = calendar;
    }

    /** One unit that answers from now on, by an item of the duty list. */
    record Answering(UnitId unit, String dutyItem) {}

    /**
     * What came of the conference.
     *
     * @param agreed null where the units do not agree, which brings it before the unit above the desk
     */
    void confer(CaseId id, @Nullable Answering agreed, String text, Actor by) {
        if (agreed != null) mustExist(agreed);
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            notes.add(it, Note.Kind.confer, it.desk, text, by, now);
            if (agreed == null) {
                Dispute.bringUp(it, units.above(it.desk), deadlines, now);
                return;
            }
            Dispute.agree(it, agreed.unit, agreed.dutyItem, deadlines, now);
            thread.end(it, !agreed.unit.equals(it.holder), by, now);
        });
    }

    /**
     * 终审. From the next day the decision is part of the duty list.
     *
     * @param founded whether the return was right to be asked for
     * @param ground the area on which it holds, at or above the place of the case
     */
    void arbitrate(CaseId id, Answering decided, boolean founded, AreaId ground, String text, Actor by) {
        mustExist(decided);
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.SUPERVISE, it.arbiter == null ? it.desk : it.arbiter, it);
            if (it.arbiter == null) throw new RuleBroken("case.nothing-asked");
            var arbiter = it.arbiter;
            if (areas.path(it.place, now).stream().noneMatch(area -> area.id().equals(ground)))
                throw new RuleBroken("case.ground");
            notes.add(it, Note.Kind.arbitrate, arbiter, text, by, now);
            var moved = !decided.unit.equals(it.holder);
            Dispute.decide(it, decided.unit, decided.dutyItem, founded, deadlines, now);
            thread.end(it, moved, by, now);
            var tomorrow = LocalDate.ofInstant(now, calendar.zone()).plusDays(1);
            precedents.add(
                    it,
                    ground,
                    decided.unit,
                    decided.dutyItem,
                    arbiter,
                    tomorrow.atStartOfDay(calendar.zone()).toInstant());
        });
    }

    private void mustExist(Answering answering) {
        duties.item(answering.dutyItem);
        if (!units.find(answering.unit).holdsCases()) throw new RuleBroken("case.unit-holds-no-cases");
    }
}
