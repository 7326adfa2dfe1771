package lianxin.directives;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lianxin.directives.TaskFact.Asked;
import lianxin.directives.TaskFact.Issued;
import lianxin.facts.Fact;
import lianxin.facts.Journal;
import lianxin.facts.Journal.Told;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.organization.Violations;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs that make asks: a task goes down, a part is split further down, a matter is raised. */
@Service
@Transactional
public class Tasks {

    static final int LONGEST_TITLE = 60;
    static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_BASIS = 120;

    private final TaskRows rows;
    private final TaskGuard guard;
    private final BurdenGate gate;
    private final Below below;
    private final Violations violations;
    private final Journal journal;
    private final Clock clock;

    Tasks(
            TaskRows rows,
            TaskGuard guard,
            BurdenGate gate,
            Below below,
            Violations violations,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.guard = guard;
        this.gate = gate;
        this.below = below;
        this.violations = violations;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param basis the document that allows it to be asked
     * @param due the last day; a day off becomes the next working day
     * @param line the department that leads; null only where there is none
     * @param block the unit of the territory that keeps it together, the issuer's own or one below that; null for the own
     * @param rule the structure rule whose violations are to be healed
     */
    public record Draft(
            String title,
            String goal,
            String basis,
            LocalDate due,
            @Nullable UnitId line,
            @Nullable UnitId block,
            @Nullable String rule) {

        public Draft(String title, String goal, String basis, LocalDate due) {
            this(title, goal, basis, due, null, null, null);
        }
    }

    /**
     * Of whom it is asked.
     *
     * @param units right below whoever asks
     * @param kind everybody of this kind below, by way of everybody in between; null for the units named
     * @param above why it is asked of units that have too much open; empty when it is not
     */
    public record Addressed(Set<UnitId> units, @Nullable String kind, String above) {

        public static Addressed to(UnitId... units) {
            return new Addressed(Set.of(units), null, "");
        }

        public static Addressed everybody(String kind) {
            return new Addressed(Set.of(), kind, "");
        }
    }

    public TaskId issue(Draft draft, UnitId issuer, Addressed to, Actor by) {
        by.must(May.GIVE_TASKS, issuer);
        var now = clock.instant();
        var tree = below.now();
        var steps = steps(issuer, to, tree);
        var task = task(draft, issuer, false, tree, now);
        var due = guard.dueDay(draft.due);
        var id = rows.insert(task);
        var facts = new ArrayList<Fact>();
        var line = task.line();
        facts.add(new Issued(id, issuer, line, task.block(), task.rule(), false, steps.size(), rows.lateFrom(due)));
        ask(id, issuer, null, steps, task.title(), to.above, due, tree, now, facts);
        tell(facts, by, now);
        return id;
    }

    /** Those who have a part below it already are not asked a second time. */
    public void split(PartId part, Addressed to, LocalDate until, Actor by) {
        var now = clock.instant();
        var held = guard.held(part, now);
        by.must(May.GIVE_TASKS, held.part().unit());
        guard.must(held.part(), PartState.OPEN);
        var due = guard.dueDay(until);
        if (due.isAfter(held.part().due()))
            throw new RuleBroken("directives.wrong.due-after", held.part().due());
        var tree = below.now();
        var there = held.all().stream()
                .filter(it -> part.equals(it.above()) && it.state() != PartState.WITHDRAWN)
                .map(Part::unit)
                .collect(Collectors.toSet());
        var steps = steps(held.part().unit(), to, tree).stream()
                .filter(it -> !there.contains(it.unit()))
                .toList();
        if (steps.isEmpty()) throw new RuleBroken("directives.wrong.asked-already");
        var facts = new ArrayList<Fact>();
        ask(held.task().id(), held.part().unit(), part, steps, held.task().title(), to.above, due, tree, now, facts);
        tell(facts, by, now);
    }

    /** Something that a unit cannot settle goes to the unit above it, with a day by which it needs an answer. */
    public TaskId raise(Draft draft, UnitId from, UnitId to, Actor by) {
        by.must(May.DO_TASKS, from);
        var now = clock.instant();
        var tree = below.now();
        if (tree.superior(from).filter(it -> it.id().equals(to)).isEmpty())
            throw new RuleBroken("directives.wrong.not-above");
        var task = task(draft, from, true, tree, now);
        var due = guard.dueDay(draft.due);
        var id = rows.insert(task);
        var facts = new ArrayList<Fact>();
        facts.add(new Issued(id, from, task.line(), task.block(), null, true, 1, rows.lateFrom(due)));
        var part = rows.draw(1).getFirst();
        rows.insert(List.of(fresh(part, id, null, to, PartState.OPEN, due, "")), now);
        facts.add(new Asked(part, to, id, from, false, rows.lateFrom(due)));
        tell(facts, by, now);
        return id;
    }

    /** Of whom it would be asked. */
    List<UnitId> addressees(UnitId from, Addressed to) {
        return steps(from, to, below.now()).stream().map(Below.Step::unit).toList();
    }

    private List<Below.Step> steps(UnitId from, Addressed to, Below.Now tree) {
        if (to.kind != null) {
            var steps = tree.everybody(from, to.kind);
            if (steps.isEmpty()) throw new RuleBroken("directives.wrong.nobody");
            return steps;
        }
        if (to.units.isEmpty()) throw new RuleBroken("directives.wrong.nobody");
        var direct = tree.direct(from).stream().map(it -> it.id()).toList();
        if (!new HashSet<>(direct).containsAll(to.units)) throw new RuleBroken("directives.wrong.not-below");
        return direct.stream()
                .filter(to.units::contains)
                .map(it -> new Below.Step(it, from))
                .toList();
    }

    private Task task(Draft draft, UnitId issuer, boolean upward, Below.Now tree, Instant now) {
        var title = guard.words(draft.title, LONGEST_TITLE, "directives.wrong.title");
        var goal = guard.words(draft.goal, LONGEST_TEXT, "directives.wrong.goal");
        var basis = upward ? draft.basis.strip() : guard.words(draft.basis, LONGEST_BASIS, "directives.wrong.basis");
        var lines = tree.departments(issuer);
        var line = draft.line;
        if (line == null
                ? !upward && !lines.isEmpty()
                : lines.stream().noneMatch(it -> it.id().equals(line))) throw new RuleBroken("directives.wrong.line");
        var block = Objects.requireNonNullElseGet(
                draft.block, () -> tree.block(issuer).id());
        if (!tree.keepsTogether(block, issuer)) throw new RuleBroken("directives.wrong.block");
        if (draft.rule != null && !violations.rules().containsKey(draft.rule))
            throw new RuleBroken("directives.wrong.rule");
        return new Task(new TaskId(0), upward, title, goal, basis, draft.rule, now, issuer, line, block);
    }

    /** Above the limit a part waits for the superior of whoever asks, and with it all parts below it. */
    private void ask(
            TaskId task,
            UnitId asker,
            @Nullable PartId above,
            List<Below.Step> steps,
            String title,
            String reason,
            LocalDate due,
            Below.Now tree,
            Instant now,
            List<Fact> facts) {
        var units = steps.stream().map(Below.Step::unit).toList();
        var over = gate.loads(units, title, tree, now).stream()
                .filter(BurdenGate.Load::over)
                .map(it -> it.unit().id())
                .collect(Collectors.toSet());
        if (!over.isEmpty()) {
            if (reason.isBlank()) throw new RuleBroken("directives.too-much", over.size());
            if (tree.superior(asker).isEmpty()) throw new RuleBroken("directives.too-much-at-top", over.size());
        }
        var numbers = rows.draw(steps.size());
        var byUnit = new HashMap<UnitId, Part>();
        var parts = new ArrayList<Part>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var upper = byUnit.get(step.above());
            var waits = over.contains(step.unit()) || (upper != null && upper.state() == PartState.WAITING);
            var part = fresh(
                    numbers.get(i),
                    task,
                    upper == null ? above : upper.id(),
                    step.unit(),
                    waits ? PartState.WAITING : PartState.OPEN,
                    due,
                    waits ? reason.strip() : "");
            byUnit.put(step.unit(), part);
            parts.add(part);
            facts.add(new Asked(part.id(), step.unit(), task, step.above(), waits, rows.lateFrom(due)));
        }
        rows.insert(parts, now);
    }

    private static Part fresh(
            PartId id, TaskId task, @Nullable PartId above, UnitId unit, PartState state, LocalDate due, String why) {
        return new Part(id, task, above, unit, state, due, null, "", List.of(), why, null);
    }

    private void tell(List<Fact> facts, Actor by, Instant now) {
        for (int from = 0; from < facts.size(); from += 1_000)
            journal.recordAll(
                    facts.subList(from, Math.min(facts.size(), from + 1_000)).stream()
                            .map(it -> new Told(it, now))
                            .toList(),
                    null,
                    by.ref());
    }
}
