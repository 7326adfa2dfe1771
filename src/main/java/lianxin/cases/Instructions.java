package lianxin.cases;

import static lianxin.cases.tables.InstructionTable.INSTRUCTION;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Ids;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What superiors want to know about cases, and what the units that hold them answer. */
@Service
@Transactional
class Instructions {

    private final CaseSteps steps;
    private final DSLContext db;
    private final Ids ids;

    Instructions(CaseSteps steps, DSLContext db, Ids ids) {
        this.steps = steps;
        this.db = db;
        this.ids = ids;
    }

    /** @param inName in whose name: a unit above the one that holds the case, or the one that supervises it */
    void give(CaseId id, Instruction.Kind kind, String number, UnitId inName, String text, Instant due, Actor by) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.SUPERVISE, it.holder, it);
            it.only(Stage.REPORTED, Stage.DISPATCHED);
            if (inName.equals(it.holder) || !by.may(May.SUPERVISE, inName)) throw new RuleBroken("case.instruct-above");
            var filed = number.strip();
            if ((kind != Instruction.Kind.remind) == filed.isEmpty()) throw new RuleBroken("case.instruct-number");
            if (filed.length() > Instruction.NUMBER)
                throw new RuleBroken("case.instruct-number-long", Instruction.NUMBER);
            if (!due.isAfter(now)) throw new RuleBroken("case.instruct-due");
            db.insertInto(INSTRUCTION)
                    .set(INSTRUCTION.ID, ids.next())
                    .set(INSTRUCTION.CASE_ID, id.value())
                    .set(INSTRUCTION.KIND, kind.name())
                    .set(INSTRUCTION.NUMBER, filed)
                    .set(INSTRUCTION.BY_UNIT, inName.number())
                    .set(INSTRUCTION.TO_UNIT, it.holder.number())
                    .set(INSTRUCTION.TEXT, CaseThread.checked(text))
                    .set(INSTRUCTION.DUE, due)
                    .set(INSTRUCTION.GIVEN_AT, now)
                    .set(INSTRUCTION.GIVEN_BY, by.ref().toString())
                    .execute();
            it.instructed++;
            it.limits.start(Step.reply, it.holder, due, now);
            it.tell(new WorkFact.Instructed(it.id, it.holder, inName, kind.name(), due), now);
        });
    }

    /** The unit that holds the case now answers, also for the one that held it when it was asked. */
    void reply(CaseId id, UUID instruction, String text, Actor by) {
        steps.take(id, by, (it, now) -> {
            var desk = it.holder.equals(it.desk) && steps.may(by, May.DISPATCH, it.desk, it);
            if (!desk) steps.must(by, May.HANDLE, it.holder, it);
            var answered = db.update(INSTRUCTION)
                    .set(INSTRUCTION.REPLY, CaseThread.checked(text))
                    .set(INSTRUCTION.DONE_AT, now)
                    .where(INSTRUCTION.ID.eq(instruction), INSTRUCTION.CASE_ID.eq(id.value()))
                    .and(INSTRUCTION.DONE_AT.isNull())
                    .returning(INSTRUCTION.DUE)
                    .fetchOptional(INSTRUCTION.DUE)
                    .orElseThrow(() -> new RuleBroken("case.replied-already"));
            it.limits.done(Step.reply, answered, now, it::fell, limit -> it.late(limit, now));
            it.tell(new WorkFact.Replied(it.id, it.holder, !now.isAfter(answered)), now);
        });
    }

    @Transactional(readOnly = true)
    List<Instruction> of(CaseId id) {
        var i = INSTRUCTION;
        return db.selectFrom(i)
                .where(i.CASE_ID.eq(id.value()))
                .orderBy(i.GIVEN_AT)
                .fetch(it -> new Instruction(
                        it.get(i.ID),
                        Instruction.Kind.valueOf(it.get(i.KIND)),
                        it.get(i.NUMBER),
                        new UnitId(it.get(i.BY_UNIT)),
                        new UnitId(it.get(i.TO_UNIT)),
                        it.get(i.TEXT),
                        it.get(i.DUE),
                        it.get(i.GIVEN_AT),
                        it.get(i.REPLY),
                        it.get(i.DONE_AT)));
    }
}
