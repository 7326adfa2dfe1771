package lianxin.platform;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** One row that a {@link Prepared} statement read; values are found by the very columns the statement was made with. */
public final class Row {

    private final Map<Field<?>, Integer> places;
    private final @Nullable Object[] values;

    Row(Map<Field<?>, Integer> places, @Nullable Object[] values) {
        this.places = places;
        this.values = values;
    }

    static Map<Field<?>, Integer> places(Field<?>[] columns) {
        var places = new IdentityHashMap<Field<?>, Integer>();
        for (int i = 0; i < columns.length; i++) places.put(columns[i], i);
        return places;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a column that may be empty is one whose type says so
    public <T extends @Nullable Object> T get(Field<T> column) {
        var place = places.get(column);
        if (place == null) throw new IllegalArgumentException("The statement does not read " + column);
        return (T) values[place];
    }
}
