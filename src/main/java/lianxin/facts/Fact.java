package lianxin.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. Implemented by records: the first component is the id of the thing, the second the id of the
 * unit in charge, all others are attributes that indicators may count: numbers, codes, instants, durations and ids,
 * never words.
 */
public interface Fact {

    /** The thing it happened to. */
    Ref about();

    /** The unit in charge when it happened. */
    Ref unit();

    /** How much of it; one, unless the fact stands for a quantity such as a batch. */
    default BigDecimal quantity() {
        return BigDecimal.ONE;
    }

    /**
     * Whether the thing counts in statistics from now on: false leaves all of its facts out, true takes them in again. Null,
     * as for nearly all facts, where it says nothing about that.
     */
    default @Nullable Boolean counts() {
        return null;
    }
}
