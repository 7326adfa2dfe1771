package lianxin.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.facts.Ref;

/** The engine that counts facts. What it counts with is a setting; what comes out is not. */
interface Measures {

    /** Facts of transactions at or above it may still be missing. */
    long horizon();

    /**
     * Counts every measure for each of the units compared. What is left out of statistics is told apart and adds nothing.
     *
     * @return by unit number; a unit without facts is absent, what is nobody's is {@link RollUp#OUTSIDE}
     */
    Map<Integer, Tally> count(List<Measure> measures, Cut cut, RollUp rollUp);

    /** The facts behind one measure of one unit, in the order they happened; then those whose thing is left out. */
    List<Counted> facts(Measure measure, Cut cut, RollUp rollUp, int unit, int limit);

    /** A fact that was counted, or would be if its thing were not left out. */
    record Counted(UUID id, Ref about, Instant occurredAt, Instant datedAt, boolean leftOut) {}
}
