package lianxin.cases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.DutyList;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of this module: all that people, clocks and other modules may do with a case once it is one. */
@Service
@Transactional
public class Cases {

    private final CaseSteps steps;
    private final CaseThread thread;
    private final Voices voices;
    private final CaseReaders readers;
    private final Callers callers;
    private final Checks checks;
    private final Routing routing;
    private final SubjectUnits subjects;
    private final Ownerless ownerless;
    private final Categories categories;
    private final DutyList duties;
    private final Deadlines deadlines;
    private final Flow flow;
    private final Units units;

    Cases(
            CaseSteps steps,
            CaseThread thread,
            Voices voices,
            CaseReaders readers,
            Callers callers,
            Checks checks,
            Routing routing,
            SubjectUnits subjects,
            Ownerless ownerless,
            Categories categories,
            DutyList duties,
            Deadlines deadlines,
            Flow flow,
            Units units) {
        this.steps = steps;
        this.thread = thread;
        this.voices = voices;
        this.readers = readers;
        this.callers = callers;
        this.checks = checks;
        this.routing = routing;
        this.subjects = subjects;
        this.ownerless = ownerless;
        this.categories = categories;
        this.duties = duties;
        this.deadlines = deadlines;
        this.flow = flow;
        this.units = units;
    }

    /** Whom the duty list puts to work. */
    public record Charged(UnitId lead, List<UnitId> assisting) {}

    /** Dispatches by the duty list and its precedents, which name the unit that leads and those that assist. */
    public Charged dispatch(CaseId id, String category, Actor by) {
        if (!categories.knows(category)) throw new RuleBroken("case.category");
        return dispatch(id, category, by, (it, now) -> routing.duty(it.place, category, now));
    }

    /** The matter is about this unit or its staff: it goes above that unit, which does not see it. */
    void about(CaseId id, UnitId subject, Actor by) {
        units.find(subject);
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            var from = it.desk;
            subjects.name(it, subject);
            if (!it.desk.equals(from)) it.limits.hand(from, it.desk, now);
            voices.follow(it);
            it.tell(new ReportFact.RoutedAround(it.id, it.desk, from), now);
        });
    }

    /** Dispatches by another item of the duty list than that of the category, such as the one a return has cited. */
    public Charged dispatchBy(CaseId id, String category, String dutyItem, Actor by) {
        if (!categories.knows(category)) throw new RuleBroken("case.category");
        var item = duties.item(dutyItem);
        return dispatch(id, category, by, (it, now) -> routing.duty(item, it.place, category, now));
    }

    private Charged dispatch(CaseId id, String category, Actor by, BiFunction<Case, Instant, Routing.Duty> duty) {
        var after = steps.move(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            var found = duty.apply(it, now);
            it.dispatchTo(found.unit(), found.item(), category, deadlines, now);
            var task = duties.item(found.item()).title().zh();
            for (var unit : found.assisting())
                Assistance.callIn(it, unit, task, deadlines.sign(category, now), deadlines.handle(category, now), now);
        });
        return new Charged(
                after.holder, Assistance.of(after).map(work -> work.unit).toList());
    }

    /** Dispatches to a unit that the desk chose, citing the item of the duty list. */
    public void dispatch(CaseId id, String category, UnitId to, String dutyItem, Actor by) {
        if (!categories.knows(category)) throw new RuleBroken("case.category");
        if (!units.find(to).holdsCases()) throw new RuleBroken("case.unit-holds-no-cases");
        var item = duties.item(dutyItem);
        steps.move(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            routing.mustBeHigh(to, item, now);
            it.dispatchTo(to, item.key(), category, deadlines, now);
        });
    }

    public void sign(CaseId id, Actor by) {
        steps.move(id, by, (it, now) -> {
            steps.must(by, May.HANDLE, it.holder, it);
            it.sign(by.ref(), now);
        });
    }

    /** Tells the reporter how far it is. */
    public void progress(CaseId id, String text, Actor by) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.HANDLE, it.holder, it);
            it.progress(now);
            thread.say(it, text, by, now);
        });
    }

    /** Asks the desk to be relieved, for more time, or to put the case aside. The clock runs on. */
    void ask(CaseId id, Asked asked, String reason, Actor by) {
        if (asked.dutyItem() != null) duties.item(asked.dutyItem());
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.HANDLE, it.holder, it);
            if (asked.cause() != null && !flow.gives(asked.what().key(), asked.cause()))
                throw new RuleBroken("case.reason");
            Reliefs.ask(it, asked, deadlines, now);
            thread.ask(it, asked, deadlines.request(asked.what().key()).times(), reason, by, now);
        });
    }

    /** Asks to be relieved, citing the item of the duty list that names somebody else. */
    public void askReturn(CaseId id, String dutyItem, String reason, Actor by) {
        ask(id, Asked.toReturn(dutyItem), reason, by);
    }

    /**
     * What the unit asked for: granted, it happens; refused, nothing changes.
     *
     * @return whether the case is still open, so that the decision can be undone
     */
    public boolean decide(CaseId id, boolean grant, Actor by) {
        var after = steps.move(id, by, (it, now) -> {
            if (it.asked != null && it.asked.disputes()) throw new RuleBroken("case.conferred-elsewhere");
            if (!readers.decides(it, by)) throw new Forbidden(id.ref());
            var asked = thread.decide(it, grant, by, now);
            if (grant) Reliefs.grant(it, asked, deadlines, now);
            if (grant && asked.what() == Relief.UNSOLVED) thread.finish(it, thread.reason(it), null, by, now);
            if (!grant) Reliefs.refuse(it, asked, false, now);
        });
        return after.closedAt == null;
    }

    /** A case that was put aside goes on before its day. */
    public void resume(CaseId id, Actor by) {
        steps.take(id, by, (it, now) -> {
            if (!steps.may(by, May.DISPATCH, it.desk, it)) steps.must(by, May.HANDLE, it.holder, it);
            Reliefs.resume(it, deadlines, now);
        });
    }

    /**
     * The unit says it is done. A request that waits for its decision is withdrawn by that.
     *
     * @param result what the resident is told
     * @param released a sentence for the public that names nobody; null or empty to release none
     */
    public void finish(CaseId id, String result, @Nullable String released, Actor by) {
        steps.move(id, by, (it, now) -> {
            steps.must(by, May.HANDLE, it.holder, it);
            withdrawRequest(it, by, now);
            if (it.pausedAt != null) Reliefs.resume(it, deadlines, now);
            it.finish(deadlines, now);
            checks.want(it, now);
            thread.finish(it, result, released, by, now);
        });
    }

    /** The resident's own words stay in the case's thread; the journal holds no free text. */
    public void answer(CaseId id, ResidentAnswer answer, Actor resident) {
        if (!answer.possible()) throw new RuleBroken("case.rating");
        if (answer.sentence().length() > ResidentAnswer.LONGEST_SENTENCE)
            throw new RuleBroken("case.sentence-too-long", ResidentAnswer.LONGEST_SENTENCE);
        steps.take(voices.lead(id), resident, (it, now) -> {
            if (!resident.ref().equals(Reports.reporter(id))) callers.must(it, id, answer.channel(), resident);
            var handler = it.holder;
            Answering.answer(it, id, answer.solved(), deadlines, now);
            thread.answer(id, it.round, answer, now);
            if (answer.result() > 0 || answer.service() > 0)
                it.tell(new EndingFact.Rated(id, handler, answer.result(), answer.service()), now);
            if (answer.pressed()) it.tell(new EndingFact.Pressed(id, routing.over(handler, it.place, now)), now);
        });
    }

    private void withdrawRequest(Case it, Actor by, Instant now) {
        if (it.asked != null) Reliefs.withdraw(it, thread.withdraw(it, by, now), now);
    }

    /** The supervisor of a late case says what happens now. */
    public void supervise(CaseId id, String text, Actor by) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.SUPERVISE, it.supervisor == null ? it.holder : it.supervisor, it);
            if (it.supervisor == null) throw new RuleBroken("case.nothing-to-supervise");
            Lateness.supervise(it, Ladder.of(units), deadlines, now);
            thread.say(it, text, by, now);
        });
    }

    /** A unit has ended: whatever it was to this case, its successor is from now on. Limits run on unchanged. */
    void handOver(CaseId id, UnitId from, UnitId to) {
        steps.take(id, Actor.SYSTEM, (it, now) -> {
            HandingOver.from(it, from, to, now);
            voices.follow(it);
        });
    }

    /**
     * What time does to a case whose moment has come; when it comes too early, only the moment of the case is put right.
     *
     * @return the next moment at which time has something to do with it; null when there is none
     */
    public @Nullable Instant wake(CaseId id) {
        return steps.wake(id, (it, now) -> {
            if (it.decideBy != null && !now.isBefore(it.decideBy)) nobodyDecided(it, it.decideBy);
            ownerless.ifFallen(it, now);
            Waking.wake(it, Ladder.of(units), deadlines, now);
        });
    }

    /** The unit whose desk has the case. */
    public UnitId desk(CaseId id) {
        return steps.load(id).desk;
    }

    private void nobodyDecided(Case it, Instant limit) {
        switch (requireNonNull(it.asked)) {
            case CONFER -> Dispute.bringUp(it, units.above(it.desk), deadlines, limit);
            case ARBITRATE -> Dispute.undecided(it, units::above, deadlines, limit);
            default -> Reliefs.refuse(it, thread.decide(it, false, Actor.CLOCK, limit), true, limit);
        }
    }
}
