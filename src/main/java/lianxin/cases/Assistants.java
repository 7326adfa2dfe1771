package lianxin.cases;

import java.util.Collection;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may call further units into a case, and what these say. */
@Service
@Transactional
public class Assistants {

    private final CaseSteps steps;
    private final Notes notes;
    private final Deadlines deadlines;
    private final Units units;

    Assistants(CaseSteps steps, Notes notes, Deadlines deadlines, Units units) {
        this.steps = steps;
        this.notes = notes;
        this.deadlines = deadlines;
        this.units = units;
    }

    /**
     * The desk or the unit that leads calls another one in.
     *
     * @param task what it is asked to do
     */
    void callIn(CaseId id, UnitId unit, String task, Actor by) {
        if (!units.find(unit).holdsCases()) throw new RuleBroken("case.unit-holds-no-cases");
        steps.take(id, by, (it, now) -> {
            mustLead(it, by);
            Assistance.callIn(
                    it, unit, task, deadlines.sign(it.category, now), deadlines.handle(it.category, now), now);
        });
    }

    /** Nobody leads yet: the first of the units called in that signs takes the lead. */
    void openLead(CaseId id, Actor by) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            Assistance.openLead(it, now);
        });
    }

    void checkIn(CaseId id, UnitId unit, Actor by) {
        steps.take(id, by, (it, now) -> {
            mustAssist(it, unit, by);
            Assistance.checkIn(it, unit, by.ref(), now);
        });
    }

    /** @param text what was done, for those who work on the case; the reporter hears it from the lead */
    public void done(CaseId id, UnitId unit, String text, Actor by) {
        steps.take(id, by, (it, now) -> {
            mustAssist(it, unit, by);
            Assistance.done(it, unit, by.ref(), now);
            notes.add(it, Note.Kind.assist, unit, text, by, now);
        });
    }

    void release(CaseId id, UnitId unit, Actor by) {
        steps.take(id, by, (it, now) -> {
            mustLead(it, by);
            Assistance.release(it, unit, now);
        });
    }

    /**
     * 吹哨: the unit that leads, or its desk, summons another one.
     *
     * @param text which power is missing
     */
    void whistle(CaseId id, UnitId to, String text, Actor by) {
        if (!units.find(to).holdsCases()) throw new RuleBroken("case.unit-holds-no-cases");
        steps.take(id, by, (it, now) -> {
            mustLead(it, by);
            Whistle.blow(it, to, deadlines, now);
            notes.add(it, Note.Kind.whistle, it.holder, text, by, now);
        });
    }

    /**
     * 响应: says who comes.
     *
     * @param coming none where words are enough
     */
    void respond(CaseId id, Collection<UnitId> coming, String text, Actor by) {
        coming.forEach(unit -> {
            if (!units.find(unit).holdsCases()) throw new RuleBroken("case.unit-holds-no-cases");
        });
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.whistled == null ? it.desk : it.whistled, it);
            var unit = Whistle.asked(it);
            Whistle.respond(it, now);
            notes.add(it, Note.Kind.response, unit, text, by, now);
            for (var each : coming)
                Assistance.callIn(it, each, text, deadlines.checkIn(now), deadlines.handle(it.category, now), now);
        });
    }

    private void mustAssist(Case it, UnitId unit, Actor by) {
        steps.must(by, May.HANDLE, Assistance.of(it, unit).isPresent() ? unit : it.holder, it);
    }

    private void mustLead(Case it, Actor by) {
        if (!steps.may(by, May.DISPATCH, it.desk, it)) steps.must(by, May.HANDLE, it.holder, it);
    }
}
