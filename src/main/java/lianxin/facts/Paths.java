package lianxin.facts;

import java.time.Instant;

/** Where a unit stood in the home tree. Implemented by the module that knows units. */
@FunctionalInterface
public interface Paths {

    /** Unit numbers from the top down to the unit itself; never empty. */
    int[] pathOf(Ref unit, Instant at);
}
