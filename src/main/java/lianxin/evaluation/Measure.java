package lianxin.evaluation;

import java.math.BigDecimal;
import java.util.List;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/**
 * One count over the facts of one kind, narrowed by their attributes.
 *
 * @param fact the kind counted, such as {@code case.limit-reached}
 * @param where all of which must hold
 * @param datedBy the attribute, an instant, that places a fact in a period; without it the moment it happened does
 */
record Measure(
        String key,
        Label name,
        String fact,
        List<Condition> where,
        @Nullable String datedBy) {

    Measure {
        where = List.copyOf(where);
    }

    /** What one attribute must be, or must reach. */
    record Condition(
            String attribute, @Nullable String is, @Nullable BigDecimal atLeast) {}
}
