package lianxin.territory;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** How rows with two times change: what was known stays as it was known, and a new row says how it is from now on. */
@Component
public class Dated {
    public static final Field<Instant> FOREVER = field("timestamptz 'infinity'", Instant.class);

    private static final Field<Long> ID = field(name("id"), Long.class);
    private static final Field<Instant> VALID_FROM = field(name("valid_from"), Instant.class);
    private static final Field<Instant> VALID_TO = field(name("valid_to"), Instant.class);
    private static final Field<Instant> KNOWN_FROM = field(name("known_from"), Instant.class);
    private static final Field<Instant> KNOWN_TO = field(name("known_to"), Instant.class);

    private final DSLContext db;

    Dated(DSLContext db) {
        this.db = db;
    }

    /** Microseconds since 1970; for ever is the greatest number. */
    public static Field<Long> micros(Field<Instant> moment) {
        return when(moment.eq(FOREVER), inline(Long.MAX_VALUE))
                .otherwise(DSL.field("(extract(epoch from {0}) * 1000000)", Object.class, moment)
                        .cast(SQLDataType.BIGINT));
    }

    public static long micros(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000), moment.getNano() / 1000);
    }

    public static Instant instant(long micros) {
        return micros == Long.MAX_VALUE ? Instant.MAX : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The one row that is valid without end gets a successor from {@code from} on with some columns changed. */
    public void change(
            Table<?> table, Condition which, Map<? extends Field<?>, ?> changes, Instant from, Instant known) {
        var row = db.select(ID, micros(VALID_FROM))
                .from(table)
                .where(which, KNOWN_TO.eq(FOREVER), VALID_TO.eq(FOREVER))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new NotFound(table.getName()));
        long id = Objects.requireNonNull(row.value1());
        long began = Objects.requireNonNull(row.value2());
        if (micros(from) < began) throw new RuleBroken("territory.later-change", from);
        db.update(table).set(KNOWN_TO, known).where(ID.eq(id)).execute();
        if (began < micros(from)) copy(table, id, Map.of(VALID_TO, val(from)), known);
        copy(table, id, with(changes, from), known);
    }

    /** All of these rows, as far as they are valid after the moment, get successors with some columns changed. */
    public void changeAll(
            Table<?> table, Condition which, Map<? extends Field<?>, ?> changes, Instant from, Instant known) {
        var rows = db.select(ID, VALID_FROM, KNOWN_FROM)
                .from(table)
                .where(which, KNOWN_TO.eq(FOREVER), VALID_TO.gt(from))
                .forUpdate()
                .fetch();
        for (var row : rows) {
            var began = Objects.requireNonNull(row.value2());
            var since = began.isBefore(from) ? from : began;
            var knew = Objects.requireNonNull(row.value3());
            var now = known.isBefore(knew) ? knew : known;
            db.update(table).set(KNOWN_TO, now).where(ID.eq(row.value1())).execute();
            if (began.isBefore(from)) copy(table, row.value1(), Map.of(VALID_TO, val(from)), now);
            copy(table, row.value1(), with(changes, since), now);
        }
    }

    /** Changes what holds without end, or begins it where nothing does. */
    public void put(Table<?> table, Condition which, Map<? extends Field<?>, ?> columns, Instant from, Instant known) {
        if (db.fetchExists(table, which, KNOWN_TO.eq(FOREVER), VALID_TO.eq(FOREVER))) {
            change(table, which, columns, from, known);
            return;
        }
        var all = with(columns, from);
        all.put(VALID_TO, FOREVER);
        all.put(KNOWN_FROM, known);
        all.put(KNOWN_TO, FOREVER);
        db.insertInto(table).set(all).execute();
    }

    /** None of these rows is valid after the moment any more; returns how many were. */
    public int endAll(Table<?> table, Condition which, Instant at, Instant known) {
        var rows = db.select(ID, VALID_FROM, KNOWN_FROM)
                .from(table)
                .where(which, KNOWN_TO.eq(FOREVER), VALID_TO.gt(at))
                .forUpdate()
                .fetch();
        for (var row : rows) {
            var began = Objects.requireNonNull(row.value2());
            var knew = Objects.requireNonNull(row.value3());
            var now = known.isBefore(knew) ? knew : known;
            db.update(table).set(KNOWN_TO, now).where(ID.eq(row.value1())).execute();
            if (began.isBefore(at)) copy(table, row.value1(), Map.of(VALID_TO, val(at)), now);
        }
        return rows.size();
    }

    /** The one row that is valid without end is valid no longer. */
    public void end(Table<?> table, Condition which, Instant at, Instant known) {
        var row = db.select(ID, micros(VALID_FROM))
                .from(table)
                .where(which, KNOWN_TO.eq(FOREVER), VALID_TO.eq(FOREVER))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new NotFound(table.getName()));
        long id = Objects.requireNonNull(row.value1());
        db.update(table).set(KNOWN_TO, known).where(ID.eq(id)).execute();
        if (Objects.requireNonNull(row.value2()) < micros(at)) copy(table, id, Map.of(VALID_TO, val(at)), known);
    }

    /** What holds without end, by the number of its row. */
    public long standing(Table<?> table, Condition which) {
        return db.select(ID)
                .from(table)
                .where(which, KNOWN_TO.eq(FOREVER), VALID_TO.eq(FOREVER))
                .fetchOptional(ID)
                .orElseThrow(() -> new NotFound(table.getName()));
    }

    /** It was never so: nothing is known of these any more, what was known stays readable. */
    public void forget(Table<?> table, Condition which, Instant known) {
        db.update(table).set(KNOWN_TO, known).where(which, KNOWN_TO.eq(FOREVER)).execute();
    }

    /** It is as a row said that was closed since, from the day on which that row began. */
    public void restore(Table<?> table, Condition which, long before, Instant known) {
        var from = db.select(VALID_FROM).from(table).where(ID.eq(before)).fetchSingle(VALID_FROM);
        forget(table, which.and(VALID_FROM.ge(from)), known);
        copy(table, before, Map.of(), known);
    }

    private static Map<Field<?>, Object> with(Map<? extends Field<?>, ?> changes, Instant from) {
        var all = new HashMap<Field<?>, Object>(changes);
        all.put(VALID_FROM, from);
        return all;
    }

    private <R extends Record> void copy(Table<R> table, long id, Map<? extends Field<?>, ?> changes, Instant known) {
        var columns = new ArrayList<Field<?>>();
        var values = new ArrayList<Field<?>>();
        for (var column : table.fields()) {
            if (column.getName().equals(ID.getName())) continue;
            columns.add(column);
            values.add(value(column, changes, known));
        }
        db.insertInto(table, columns)
                .select(DSL.select(values).from(table).where(ID.eq(id)))
                .execute();
    }

    private static Field<?> value(Field<?> column, Map<? extends Field<?>, ?> changes, Instant known) {
        if (column.getName().equals(KNOWN_FROM.getName())) return val(known);
        if (column.getName().equals(KNOWN_TO.getName())) return FOREVER;
        for (var change : changes.entrySet()) {
            if (!change.getKey().getName().equals(column.getName())) continue;
            return change.getValue() instanceof Field<?> ready ? ready : val(change.getValue(), column.getDataType());
        }
        return column;
    }

    public static Condition validAndKnownNow(Field<Instant> from, Field<Instant> to, Field<Instant> known, Instant at) {
        return from.le(at).and(to.gt(at)).and(known.eq(FOREVER));
    }
}
