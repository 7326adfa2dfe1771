package lianxin.directives;

import static lianxin.directives.tables.PartTable.PART;
import static lianxin.directives.tables.PartVersionTable.PART_VERSION;
import static lianxin.directives.tables.TaskTable.TASK;
import static lianxin.directives.tables.TaskVersionTable.TASK_VERSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianxin.territory.Dated;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes tasks and parts: what was known stays as it was known. As many statements for a thousand parts as for one. */
@Component
class TaskRows {

    /** A statement has at most 65,535 values. */
    private static final int AT_ONCE = 2_000;

    private final DSLContext db;
    private final Clock clock;

    TaskRows(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    TaskId insert(Task task) {
        var id = new TaskId(Objects.requireNonNull(db.insertInto(TASK)
                .set(TASK.UPWARD, task.upward())
                .set(TASK.TITLE, task.title())
                .set(TASK.GOAL, task.goal())
                .set(TASK.BASIS, task.basis())
                .set(TASK.RULE, task.rule())
                .set(TASK.ASKED_AT, task.askedAt())
                .returningResult(TASK.NUMBER)
                .fetchSingle()
                .value1()));
        var line = task.line();
        var v = TASK_VERSION;
        db.insertInto(v)
                .set(v.TASK, id.number())
                .set(v.ISSUER, task.issuer().number())
                .set(v.LINE_OWNER, line == null ? null : line.number())
                .set(v.BLOCK, task.block().number())
                .set(v.VALID_FROM, task.askedAt())
                .set(v.VALID_TO, Dated.FOREVER)
                .set(v.KNOWN_FROM, task.askedAt())
                .set(v.KNOWN_TO, Dated.FOREVER)
                .execute();
        return id;
    }

    /** So many numbers for parts that name each other. */
    List<PartId> draw(int count) {
        return db.resultQuery(
                        "SELECT nextval('directives.part_number_seq')::integer FROM generate_series(1, {0})",
                        val(count))
                .fetch(it -> new PartId(Objects.requireNonNull(it.get(0, Integer.class))));
    }

    void insert(List<Part> parts, Instant now) {
        for (int from = 0; from < parts.size(); from += AT_ONCE) {
            var some = parts.subList(from, Math.min(parts.size(), from + AT_ONCE));
            var heads = db.insertInto(PART, PART.NUMBER, PART.TASK, PART.ABOVE, PART.WAKES_AT);
            var v = PART_VERSION;
            var rows = db.insertInto(
                    v,
                    v.PART,
                    v.UNIT,
                    v.STATE,
                    v.DUE,
                    v.SAID,
                    v.POINTERS,
                    v.ANSWERED,
                    v.VALID_FROM,
                    v.KNOWN_FROM,
                    v.VALID_TO,
                    v.KNOWN_TO);
            for (var it : some) {
                var above = it.above();
                heads = heads.values(
                        it.id().number(),
                        it.task().number(),
                        above == null ? null : above.number(),
                        it.state() == PartState.OPEN ? lateFrom(it.due()) : null);
                rows = rows.values(
                        val(it.id().number()),
                        val(it.unit().number()),
                        val(it.state().key()),
                        val(it.due()),
                        val(it.said()),
                        val(TaskBook.written(it.pointers())),
                        val(it.answered()),
                        val(now),
                        val(now),
                        Dated.FOREVER,
                        Dated.FOREVER);
            }
            heads.execute();
            rows.execute();
        }
    }

    /** The first moment at which it is late. */
    Instant lateFrom(LocalDate due) {
        return due.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    void change(PartId part, Map<Field<?>, Object> changes, Instant now) {
        change(List.of(part), changes, now);
    }

    void change(Collection<PartId> parts, Map<Field<?>, Object> changes, Instant now) {
        if (parts.isEmpty()) return;
        change(PART_VERSION, PART_VERSION.PART.eq(any(numbers(parts))), changes, now);
    }

    void changeOwners(Condition which, Map<Field<?>, Object> changes, Instant now) {
        change(TASK_VERSION, which, changes, now);
    }

    /** Nothing to wait for any more: null; else the moment from which it is late. */
    void wake(Collection<PartId> parts, @Nullable Instant at) {
        if (parts.isEmpty()) return;
        db.update(PART)
                .set(PART.WAKES_AT, at)
                .where(PART.NUMBER.eq(any(numbers(parts))))
                .execute();
    }

    /** From now on some columns say something else: three statements, however many rows. */
    private <R extends Record> void change(
            Table<R> table, Condition which, Map<Field<?>, Object> changes, Instant now) {
        var closed = db.update(table)
                .set(column(table, "known_to", Instant.class), now)
                .where(
                        which,
                        column(table, "known_to", Instant.class).eq(Dated.FOREVER),
                        column(table, "valid_to", Instant.class).eq(Dated.FOREVER))
                .returningResult(column(table, "id", Long.class))
                .fetch(it -> Objects.requireNonNull(it.value1()))
                .toArray(Long[]::new);
        if (closed.length == 0) return;
        var before = Map.<Field<?>, Object>of(column(table, "valid_to", Instant.class), now);
        copy(
                table,
                closed,
                before,
                now,
                column(table, "valid_from", Instant.class).lt(now));
        var after = new HashMap<Field<?>, Object>(changes);
        after.put(column(table, "valid_from", Instant.class), now);
        copy(table, closed, after, now, DSL.noCondition());
    }

    private <R extends Record> void copy(
            Table<R> table, Long[] rows, Map<Field<?>, Object> changes, Instant now, Condition also) {
        var columns = new ArrayList<Field<?>>();
        var values = new ArrayList<Field<?>>();
        for (var column : table.fields()) {
            if (column.getName().equals("id")) continue;
            columns.add(column);
            values.add(
                    switch (column.getName()) {
                        case "known_from" -> val(now);
                        case "known_to" -> Dated.FOREVER;
                        default -> value(column, changes);
                    });
        }
        db.insertInto(table, columns)
                .select(DSL.select(values)
                        .from(table)
                        .where(column(table, "id", Long.class).eq(any(rows)), also))
                .execute();
    }

    private static Field<?> value(Field<?> column, Map<Field<?>, Object> changes) {
        for (var it : changes.entrySet())
            if (it.getKey().getName().equals(column.getName()))
                return it.getValue() instanceof Field<?> ready ? ready : val(it.getValue(), column.getDataType());
        return column;
    }

    private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type));
    }

    private static Integer[] numbers(Collection<PartId> parts) {
        return parts.stream().map(PartId::number).toArray(Integer[]::new);
    }
}
