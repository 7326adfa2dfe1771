package lianxin.directives;

import static lianxin.directives.tables.PartTable.PART;
import static lianxin.directives.tables.PartVersionTable.PART_VERSION;
import static lianxin.directives.tables.TaskTable.TASK;
import static lianxin.directives.tables.TaskVersionTable.TASK_VERSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lianxin.directives.tables.PartVersionTable;
import lianxin.directives.tables.TaskVersionTable;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import lianxin.platform.NotFound;
import lianxin.territory.Dated;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Which tasks there are and how their parts stand, as of any moment; one statement a question, however many there are. */
@Component
class TaskBook {

    private static final PartVersionTable P = PART_VERSION;
    private static final TaskVersionTable T = TASK_VERSION;

    private final DSLContext db;

    TaskBook(DSLContext db) {
        this.db = db;
    }

    Task must(TaskId id, Instant at) {
        return tasks(TASK.NUMBER.eq(id.number()), at).stream().findFirst().orElseThrow(() -> new NotFound(id.ref()));
    }

    Optional<Task> find(TaskId id, Instant at) {
        return tasks(TASK.NUMBER.eq(id.number()), at).stream().findFirst();
    }

    Map<TaskId, Task> tasks(Collection<TaskId> ids, Instant at) {
        if (ids.isEmpty()) return Map.of();
        var numbers = ids.stream().map(TaskId::number).distinct().toArray(Integer[]::new);
        return tasks(TASK.NUMBER.eq(any(numbers)), at).stream().collect(Collectors.toMap(Task::id, it -> it));
    }

    /** Those that one of the units has asked for, leads as the line or keeps together as the block; the newest first. */
    List<Task> ownedBy(Integer[] units, Instant at) {
        return tasks(T.ISSUER.eq(any(units)).or(T.LINE_OWNER.eq(any(units))).or(T.BLOCK.eq(any(units))), at);
    }

    private List<Task> tasks(Condition which, Instant at) {
        return db.select(
                        TASK.NUMBER,
                        TASK.UPWARD,
                        TASK.TITLE,
                        TASK.GOAL,
                        TASK.BASIS,
                        TASK.RULE,
                        TASK.ASKED_AT,
                        T.ISSUER,
                        T.LINE_OWNER,
                        T.BLOCK)
                .from(T)
                .join(TASK)
                .on(TASK.NUMBER.eq(T.TASK))
                .where(which, Dated.validAndKnownNow(T.VALID_FROM, T.VALID_TO, T.KNOWN_TO, at))
                .orderBy(TASK.ASKED_AT.desc(), TASK.NUMBER.desc())
                .fetch(TaskBook::task);
    }

    private static Task task(Record it) {
        Integer line = it.get(T.LINE_OWNER);
        return new Task(
                new TaskId(it.get(TASK.NUMBER)),
                it.get(TASK.UPWARD),
                it.get(TASK.TITLE),
                it.get(TASK.GOAL),
                it.get(TASK.BASIS),
                it.get(TASK.RULE),
                it.get(TASK.ASKED_AT),
                new UnitId(it.get(T.ISSUER)),
                line == null ? null : new UnitId(line),
                new UnitId(it.get(T.BLOCK)));
    }

    /** From above, in the order in which they were asked. */
    List<Part> partsOf(TaskId task, Instant at) {
        return parts(PART.TASK.eq(task.number()), at);
    }

    Map<TaskId, List<Part>> partsOf(Collection<TaskId> tasks, Instant at) {
        if (tasks.isEmpty()) return Map.of();
        var numbers = tasks.stream().map(TaskId::number).toArray(Integer[]::new);
        return parts(PART.TASK.eq(any(numbers)), at).stream().collect(Collectors.groupingBy(Part::task));
    }

    Optional<Part> part(PartId id, Instant at) {
        return parts(PART.NUMBER.eq(id.number()), at).stream().findFirst();
    }

    /** As they stand now; nobody else changes any part of the task until the transaction is over. */
    List<Part> lock(TaskId task, Instant now) {
        db.selectOne()
                .from(TASK)
                .where(TASK.NUMBER.eq(task.number()))
                .forUpdate()
                .fetch();
        return partsOf(task, now);
    }

    TaskId taskOf(PartId id) {
        return db.select(PART.TASK)
                .from(PART)
                .where(PART.NUMBER.eq(id.number()))
                .fetchOptional(it -> new TaskId(it.value1()))
                .orElseThrow(() -> new NotFound(id.ref()));
    }

    /** In the order of their numbers, so that two who lock several do not wait for each other. */
    List<TaskId> tasksOf(Collection<PartId> ids) {
        var numbers = ids.stream().map(PartId::number).toArray(Integer[]::new);
        return db.selectDistinct(PART.TASK)
                .from(PART)
                .where(PART.NUMBER.eq(any(numbers)))
                .orderBy(PART.TASK)
                .fetch(it -> new TaskId(it.value1()));
    }

    /** What these units have in hand in one of these states. */
    List<Part> inHandOf(int[] units, Collection<PartState> states, Instant at) {
        var keys = states.stream().map(PartState::key).toArray(String[]::new);
        return parts(P.UNIT.eq(any(boxed(units))).and(P.STATE.eq(any(keys))), at);
    }

    /** Everything that waits for the superior of whoever asked. */
    List<Part> waiting(Instant at) {
        return parts(P.STATE.eq(val(PartState.WAITING.key())), at);
    }

    /** What these units asked others for, in one of these states: as issuer, or in splitting a part of their own. */
    List<Part> askedBy(int[] units, Collection<PartState> states, Instant at) {
        var keys = states.stream().map(PartState::key).toArray(String[]::new);
        var asking = boxed(units);
        var above = PART_VERSION.as("above");
        var issuer = TASK_VERSION.as("asking");
        var split = selectOne()
                .from(above)
                .where(
                        above.PART.eq(PART.ABOVE),
                        above.UNIT.eq(any(asking)),
                        Dated.validAndKnownNow(above.VALID_FROM, above.VALID_TO, above.KNOWN_TO, at));
        var issued = selectOne()
                .from(issuer)
                .where(
                        issuer.TASK.eq(PART.TASK),
                        issuer.ISSUER.eq(any(asking)),
                        Dated.validAndKnownNow(issuer.VALID_FROM, issuer.VALID_TO, issuer.KNOWN_TO, at));
        var mine = PART.ABOVE.isNull().andExists(issued).orExists(split);
        return parts(P.STATE.eq(any(keys)).and(mine), at);
    }

    private List<Part> parts(Condition which, Instant at) {
        return db.select(
                        PART.NUMBER,
                        PART.TASK,
                        PART.ABOVE,
                        P.UNIT,
                        P.STATE,
                        P.DUE,
                        P.WISHED,
                        P.SAID,
                        P.POINTERS,
                        P.ANSWERED,
                        P.DONE_ON)
                .from(P)
                .join(PART)
                .on(PART.NUMBER.eq(P.PART))
                .where(which, Dated.validAndKnownNow(P.VALID_FROM, P.VALID_TO, P.KNOWN_TO, at))
                .orderBy(P.DUE, PART.NUMBER)
                .fetch(TaskBook::part);
    }

    private static Part part(Record it) {
        Integer above = it.get(PART.ABOVE);
        return new Part(
                new PartId(it.get(PART.NUMBER)),
                new TaskId(it.get(PART.TASK)),
                above == null ? null : new PartId(above),
                new UnitId(it.get(P.UNIT)),
                PartState.of(it.get(P.STATE)),
                it.get(P.DUE),
                it.get(P.WISHED),
                it.get(P.SAID),
                Pointers.refs(it.get(P.POINTERS)),
                it.get(P.ANSWERED),
                it.get(P.DONE_ON));
    }

    /** What is open with a unit, whoever asked; what was raised to it from below is none of its burden. */
    record Ask(UnitId unit, TaskId task, String title) {}

    List<Ask> openAsks(int[] units, Instant at) {
        return db.selectDistinct(P.UNIT, PART.TASK, TASK.TITLE)
                .from(P)
                .join(PART)
                .on(PART.NUMBER.eq(P.PART))
                .join(TASK)
                .on(TASK.NUMBER.eq(PART.TASK))
                .where(
                        P.UNIT.eq(any(boxed(units))),
                        P.STATE.eq(val(PartState.OPEN.key())),
                        TASK.UPWARD.isFalse(),
                        Dated.validAndKnownNow(P.VALID_FROM, P.VALID_TO, P.KNOWN_TO, at))
                .orderBy(PART.TASK)
                .fetch(it -> new Ask(new UnitId(it.value1()), new TaskId(it.value2()), it.value3()));
    }

    static Integer[] boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }

    /** As a pointer is kept. */
    static String[] written(List<Ref> pointers) {
        return pointers.stream().map(Ref::toString).toArray(String[]::new);
    }
}
