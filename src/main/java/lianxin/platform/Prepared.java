package lianxin.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose text is rendered once. For the few that every verb needs: jOOQ renders a statement at each call, and
 * for short ones that takes longer than the database.
 */
public final class Prepared {

    private final String text;
    private final @Nullable String[] types;
    private final Field<?>[] columns;
    private final Map<Field<?>, Integer> places;

    private Prepared(Query query, Field<?>[] columns) {
        this.text = query.getSQL();
        this.types = query.getParams().values().stream()
                .filter(it -> !it.isInline())
                .map(it -> typeOf(it.getType()))
                .toArray(String[]::new);
        this.columns = columns;
        this.places = Row.places(columns);
    }

    /**
     * @param query with a {@link #blank} wherever a value will stand
     * @param columns what it reads, in its order; none when it only writes
     */
    public static Prepared of(Query query, Field<?>... columns) {
        return new Prepared(query, columns);
    }

    /** Where a value of this column will stand. */
    public static <T> Param<T> blank(Field<T> column) {
        return DSL.val((T) null, column.getDataType());
    }

    /** The driver prepares a statement again when a null comes with another type than the value before. */
    private static @Nullable String typeOf(Class<?> type) {
        if (type == Instant.class) return "timestamptz";
        if (type == Integer.class) return "int4";
        if (type == Short.class) return "int2";
        if (type == Long.class) return "int8";
        if (type == String.class || type == JSONB.class) return "varchar";
        if (type == UUID.class) return "uuid";
        if (type == Boolean.class) return "bool";
        return null;
    }

    /**
     * How many rows were changed.
     *
     * @param values in the order in which the parameters stand in the text
     */
    public int execute(DSLContext db, List<? extends @Nullable Object> values) {
        return db.connectionResult(connection -> {
            try (var statement = bound(connection, values)) {
                return statement.executeUpdate();
            }
        });
    }

    public List<Row> fetch(DSLContext db, Object... values) {
        return fetch(db, List.of(values));
    }

    /** @param values in the order in which the parameters stand in the text */
    public List<Row> fetch(DSLContext db, List<? extends @Nullable Object> values) {
        return db.connectionResult(connection -> {
            try (var statement = bound(connection, values);
                    var rows = statement.executeQuery()) {
                var found = new ArrayList<Row>();
                while (rows.next()) found.add(row(rows));
                return found;
            }
        });
    }

    /** By position: columns of two tables may have the same name. */
    private Row row(ResultSet rows) throws SQLException {
        var values = new @Nullable Object[columns.length];
        for (int i = 0; i < columns.length; i++) values[i] = value(rows, i + 1, columns[i].getType());
        return new Row(places, values);
    }

    private static @Nullable Object value(ResultSet rows, int column, Class<?> type) throws SQLException {
        if (type == Instant.class) return instant(rows, column);
        Object value = type == Short.class
                ? Short.valueOf(rows.getShort(column))
                : type == Integer.class ? Integer.valueOf(rows.getInt(column)) : rows.getObject(column);
        return rows.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        var moment = rows.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private PreparedStatement bound(Connection connection, List<? extends @Nullable Object> values)
            throws SQLException {
        var statement = connection.prepareStatement(text);
        for (int i = 0; i < values.size(); i++) bind(connection, statement, i + 1, values.get(i));
        return statement;
    }

    private void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.OTHER, types[index - 1]);
            case Instant it -> statement.setObject(index, it.atOffset(ZoneOffset.UTC));
            case JSONB it -> statement.setString(index, it.data());
            case Integer[] it -> statement.setArray(index, connection.createArrayOf("int4", it));
            case String[] it -> statement.setArray(index, connection.createArrayOf("text", it));
            case UUID[] it -> statement.setArray(index, connection.createArrayOf("uuid", it));
            default -> statement.setObject(index, value);
        }
    }
}
