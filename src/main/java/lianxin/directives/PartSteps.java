package lianxin.directives;

import static lianxin.directives.tables.PartVersionTable.PART_VERSION;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lianxin.directives.TaskFact.Why;
import lianxin.directives.tables.PartVersionTable;
import lianxin.facts.Journal;
import lianxin.facts.Journal.Told;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.organization.Violations;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of one part: its unit reports, declines or asks for more time, whoever asked confirms, sends back, postpones or
 * withdraws. Both sides speak in one sentence.
 */
@Service
@Transactional
public class PartSteps {

    private static final PartVersionTable P = PART_VERSION;
    private static final Field<LocalDate> NO_DAY = DSL.castNull(LocalDate.class);

    private final TaskGuard guard;
    private final TaskRows rows;
    private final Below below;
    private final Violations violations;
    private final Journal journal;
    private final Clock clock;

    PartSteps(TaskGuard guard, TaskRows rows, Below below, Violations violations, Journal journal, Clock clock) {
        this.guard = guard;
        this.rows = rows;
        this.below = below;
        this.violations = violations;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The end of a part, or the answer to a matter that was raised.
     *
     * @param left why something below stays open; empty when nothing does
     */
    public record Report(String said, List<Ref> pointers, String left) {

        public Report(String said) {
            this(said, List.of(), "");
        }
    }

    /** The lowest parts of a task that are open: nothing of them was handed further down. */
    public List<PartId> open(TaskId id) {
        var all = guard.all(id, clock.instant()).parts();
        return all.stream()
                .filter(it -> it.state() == PartState.OPEN
                        && all.stream().noneMatch(below -> it.id().equals(below.above())))
                .map(Part::id)
                .toList();
    }

    public void report(PartId id, Report report, Actor by) {
        var it = doing(id, by, PartState.OPEN);
        var left = (int) it.right().stream().filter(Part::unsettled).count();
        if (report.left.isBlank()) {
            if (left > 0) throw new RuleBroken("directives.open-below", left);
            mustBeHealed(it);
        }
        var said = guard.sentence(report.said);
        if (!report.left.isBlank()) said = said + "（" + guard.sentence(report.left) + "）";
        var today = guard.today();
        var state = it.raised() ? PartState.DONE : PartState.REPORTED;
        change(
                it,
                Map.of(
                        P.STATE,
                        state.key(),
                        P.SAID,
                        said,
                        P.POINTERS,
                        TaskBook.written(report.pointers),
                        P.DONE_ON,
                        today));
        rows.wake(List.of(id), null);
        var inTime = !today.isAfter(it.part().due());
        var unit = it.part().unit();
        var task = it.task().id();
        tell(
                it.raised()
                        ? new TaskFact.Answered(id, unit, task, inTime)
                        : new TaskFact.Reported(id, unit, task, left, inTime),
                by);
    }

    /** Whether a rule is kept is said by the machine. */
    private void mustBeHealed(Held it) {
        var rule = it.task().rule();
        if (rule == null) return;
        int open = violations.open(rule, it.part().unit());
        if (open > 0) throw new RuleBroken("directives.rule-open", open);
    }

    /** All of them or none; as many statements for a hundred parts of a task as for one. */
    public void confirm(Collection<PartId> ids, Actor by) {
        if (ids.isEmpty()) throw new RuleBroken("directives.wrong.none-ticked");
        var now = clock.instant();
        var parts = new ArrayList<Part>();
        for (var it : guard.held(ids, now)) {
            guard.mustAsk(by, it);
            guard.must(it.part(), PartState.REPORTED);
            parts.add(it.part());
        }
        rows.change(ids, Map.of(P.STATE, PartState.DONE.key(), P.ANSWERED, ""), now);
        tell(parts, it -> new TaskFact.Confirmed(it.id(), it.unit(), it.task(), !it.doneLate()), by);
    }

    /** @param until the new last day; the old one where it is not over */
    public void sendBack(PartId id, String why, LocalDate until, Actor by) {
        var it = asked(id, by, PartState.REPORTED, PartState.DECLINED, PartState.DONE);
        if (it.part().state() == PartState.DONE && !it.raised()) throw new RuleBroken("directives.not-now");
        var due = guard.dueDay(until);
        change(
                it,
                Map.of(
                        P.STATE,
                        PartState.OPEN.key(),
                        P.ANSWERED,
                        guard.sentence(why),
                        P.DUE,
                        due,
                        P.DONE_ON,
                        NO_DAY,
                        P.WISHED,
                        NO_DAY));
        rows.wake(List.of(id), rows.lateFrom(due));
        tell(new TaskFact.SentBack(id, it.part().unit(), it.task().id(), rows.lateFrom(due)), by);
    }

    public void decline(PartId id, Why why, String said, Actor by) {
        var it = doing(id, by, PartState.OPEN);
        var left = (int) it.right().stream().filter(Part::unsettled).count();
        if (left > 0) throw new RuleBroken("directives.open-below", left);
        change(it, Map.of(P.STATE, PartState.DECLINED.key(), P.SAID, guard.sentence(said)));
        rows.wake(List.of(id), null);
        tell(new TaskFact.Declined(id, it.part().unit(), it.task().id(), why), by);
    }

    public void wish(PartId id, LocalDate until, String why, Actor by) {
        var it = doing(id, by, PartState.OPEN);
        var day = guard.dueDay(until);
        if (!day.isAfter(it.part().due()))
            throw new RuleBroken("directives.wrong.wish", it.part().due());
        change(it, Map.of(P.WISHED, day, P.SAID, guard.sentence(why)));
        tell(new TaskFact.PostponementAsked(id, it.part().unit(), it.task().id(), rows.lateFrom(day)), by);
    }

    public void postpone(PartId id, Actor by) {
        var it = wished(id, by);
        var due = wish(it);
        it.above().filter(above -> above.due().isBefore(due)).ifPresent(above -> {
            throw new RuleBroken("directives.wrong.due-after", above.due());
        });
        change(it, Map.of(P.DUE, due, P.WISHED, NO_DAY, P.ANSWERED, ""));
        rows.wake(List.of(id), rows.lateFrom(due));
        tell(new TaskFact.Postponed(id, it.part().unit(), it.task().id(), rows.lateFrom(due)), by);
    }

    public void refuseToPostpone(PartId id, String why, Actor by) {
        var it = wished(id, by);
        change(it, Map.of(P.WISHED, NO_DAY, P.ANSWERED, guard.sentence(why)));
        tell(new TaskFact.PostponementRefused(id, it.part().unit(), it.task().id()), by);
    }

    private Held wished(PartId id, Actor by) {
        var it = asked(id, by, PartState.OPEN);
        wish(it);
        return it;
    }

    private static LocalDate wish(Held it) {
        var wished = it.part().wished();
        if (wished == null) throw new RuleBroken("directives.not-now");
        return wished;
    }

    /** With everything below it that is not settled. */
    public void withdraw(PartId id, String why, Actor by) {
        var it = asked(id, by, PartState.WAITING, PartState.OPEN, PartState.REPORTED, PartState.DECLINED);
        end(
                it.below().stream()
                        .filter(one -> one.unsettled() || one.id().equals(id))
                        .toList(),
                why,
                by);
    }

    /** The whole task, by whoever asked first. */
    public void withdraw(TaskId id, String why, Actor by) {
        var now = clock.instant();
        var all = guard.all(id, now);
        if (!TaskGuard.issues(by, all.task()))
            by.must(May.GIVE_TASKS, all.task().issuer());
        var open = all.parts().stream().filter(Part::unsettled).toList();
        if (open.isEmpty()) throw new RuleBroken("directives.not-now");
        end(open, why, by);
    }

    private void end(List<Part> parts, String why, Actor by) {
        var ids = parts.stream().map(Part::id).toList();
        var changes = Map.<Field<?>, Object>of(P.STATE, PartState.WITHDRAWN.key(), P.ANSWERED, guard.sentence(why));
        rows.change(ids, changes, clock.instant());
        rows.wake(ids, null);
        tell(parts, it -> new TaskFact.Withdrawn(it.id(), it.unit(), it.task()), by);
    }

    /** The superior of whoever asked lets what waits above the limit go out, or not; returns how many parts. */
    public int decide(TaskId id, boolean agreed, String why, Actor by) {
        var now = clock.instant();
        var all = guard.all(id, now);
        var tree = below.now();
        var mine = all.parts().stream()
                .filter(it -> it.state() == PartState.WAITING)
                .filter(it -> tree.superior(new Held(all.task(), all.parts(), it).asker())
                        .filter(superior -> by.may(May.GIVE_TASKS, superior.id()))
                        .isPresent())
                .toList();
        if (mine.isEmpty()) throw new Forbidden(id.ref());
        if (!agreed) {
            end(mine, why, by);
            return mine.size();
        }
        var ids = mine.stream().map(Part::id).toList();
        rows.change(ids, Map.of(P.STATE, PartState.OPEN.key()), now);
        for (var due : mine.stream().map(Part::due).distinct().toList())
            rows.wake(
                    mine.stream()
                            .filter(it -> it.due().equals(due))
                            .map(Part::id)
                            .toList(),
                    rows.lateFrom(due));
        tell(
                mine,
                it -> new TaskFact.LetThrough(it.id(), it.unit(), id, superior(all.task(), all.parts(), it, tree)),
                by);
        return mine.size();
    }

    private static UnitId superior(Task task, List<Part> all, Part part, Below.Now tree) {
        return tree.superior(new Held(task, all, part).asker()).orElseThrow().id();
    }

    private Held doing(PartId id, Actor by, PartState... from) {
        var it = guard.held(id, clock.instant());
        by.must(May.DO_TASKS, it.part().unit());
        guard.must(it.part(), from);
        return it;
    }

    private Held asked(PartId id, Actor by, PartState... from) {
        var it = guard.held(id, clock.instant());
        guard.mustAsk(by, it);
        guard.must(it.part(), from);
        return it;
    }

    private void change(Held it, Map<Field<?>, Object> changes) {
        rows.change(it.part().id(), changes, clock.instant());
    }

    private void tell(TaskFact fact, Actor by) {
        journal.record(fact, null, by.ref(), clock.instant());
    }

    private void tell(List<Part> parts, Function<Part, TaskFact> fact, Actor by) {
        Instant now = clock.instant();
        journal.recordAll(
                parts.stream().map(it -> new Told(fact.apply(it), now)).toList(), null, by.ref());
    }
}
