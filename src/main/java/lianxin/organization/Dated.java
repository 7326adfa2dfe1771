package lianxin.organization;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How dated rows are asked and closed. */
final class Dated {

    static final Field<Instant> OPEN = DSL.field("timestamptz 'infinity'", Instant.class);

    private Dated() {}

    static Condition known(Field<Instant> knownTo) {
        return knownTo.eq(OPEN);
    }

    static Condition valid(Field<Instant> from, Field<Instant> to, Instant at) {
        return from.le(at).and(to.gt(at));
    }

    /** The end of an interval as a value: null for open. */
    static Field<@Nullable Instant> end(Field<Instant> to) {
        return DSL.nullif(to, OPEN);
    }

    static Field<Instant> orOpen(@Nullable Instant end) {
        return end == null ? OPEN : DSL.val(end);
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
