package lianxin.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Inserts any number of rows in one statement, prepared once for each number. */
public final class RowInsert {

    private final Table<?> table;
    private final List<Field<?>> columns;
    private final Function<InsertValuesStepN<?>, Query> ending;
    private final Field<?>[] returned;
    private final Map<Integer, Prepared> statements = new ConcurrentHashMap<>();

    public RowInsert(Table<?> table, List<Field<?>> columns) {
        this(table, columns, it -> it);
    }

    /**
     * @param ending what follows the rows, such as what to do on a conflict; it binds no values
     * @param returned what the ending returns of each row, in its order
     */
    public RowInsert(
            Table<?> table,
            List<Field<?>> columns,
            Function<InsertValuesStepN<?>, Query> ending,
            Field<?>... returned) {
        this.table = table;
        this.columns = columns;
        this.ending = ending;
        this.returned = returned;
    }

    /** A row with its values in the order of the columns. */
    public static List<@Nullable Object> row(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** How many rows were stored; does nothing without rows. */
    public int execute(DSLContext db, List<List<@Nullable Object>> rows) {
        return rows.isEmpty() ? 0 : statement(rows).execute(db, values(rows));
    }

    /** What is returned of the rows that were stored; does nothing without rows. */
    public List<Row> fetch(DSLContext db, List<List<@Nullable Object>> rows) {
        return rows.isEmpty() ? List.of() : statement(rows).fetch(db, values(rows));
    }

    private Prepared statement(List<List<@Nullable Object>> rows) {
        return statements.computeIfAbsent(rows.size(), this::prepared);
    }

    private List<@Nullable Object> values(List<List<@Nullable Object>> rows) {
        var values = new ArrayList<@Nullable Object>(rows.size() * columns.size());
        rows.forEach(values::addAll);
        return values;
    }

    /** As a part of a larger statement, with what it returns; the values of its rows stand there in their order. */
    public CommonTableExpression<?> as(String name, int rows) {
        return DSL.name(name).as((ResultQuery<?>) query(rows));
    }

    private Prepared prepared(int rows) {
        return Prepared.of(query(rows), returned);
    }

    private Query query(int rows) {
        var insert = DSL.using(SQLDialect.POSTGRES).insertInto(table, columns);
        var blank = columns.stream().map(Prepared::blank).toList();
        for (int i = 0; i < rows; i++) insert = insert.values(blank);
        return ending.apply(insert);
    }
}
