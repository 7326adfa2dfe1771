package lianxin.facts;

import java.math.BigDecimal;

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
}
