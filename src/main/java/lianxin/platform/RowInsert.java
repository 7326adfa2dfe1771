package lianxin.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Inserts any number of rows in one statement, prepared once for each number. */
public final class RowInsert {

    private final Table<?> table;
    private final List<Field<?>> columns;
    private final Function<InsertValuesStepN<?>, Query> ending;
    private final Map<Integer, Prepared> statements = new ConcurrentHashMap<>();

    public RowInsert(Table<?> table, List<Field<?>> columns) {
        this(table, columns, it -> it);
    }

    /** @param ending what follows the rows, such as what to do on a conflict; it binds no values */
    public RowInsert(Table<?> table, List<Field<?>> columns, Function<InsertValuesStepN<?>, Query> ending) {
        this.table = table;
        this.columns = columns;
        this.ending = ending;
    }

    /** A row with its values in the order of the columns. */
    public static List<@Nullable Object> row(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** Does nothing without rows. */
    public void execute(DSLContext db, List<List<@Nullable Object>> rows) {
        if (rows.isEmpty()) return;
        var values = new ArrayList<@Nullable Object>(rows.size() * columns.size());
        rows.forEach(values::addAll);
        statements.computeIfAbsent(rows.size(), this::prepared).execute(db, values);
    }

    private Prepared prepared(int rows) {
        var insert = DSL.using(SQLDialect.POSTGRES).insertInto(table, columns);
        var blank = columns.stream().map(Prepared::blank).toList();
        for (int i = 0; i < rows; i++) insert = insert.values(blank);
        return Prepared.of(ending.apply(insert));
    }
}
