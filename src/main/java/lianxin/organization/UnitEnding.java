package lianxin.organization;

import java.util.Map;

/**
 * Implemented by modules whose things are held by units: when a unit is merged, split or dissolved, what it holds goes
 * over in the same transaction. When that day lies ahead, things with dates of their own go over at once from that day
 * on, and everybody is called again when the day has come.
 */
public interface UnitEnding {

    /** The message that names what this is about, such as {@code cases.held}. */
    String held();

    /** How many of the things the unit holds from that moment on would go to whom; empty when it holds none. */
    Map<UnitId, Integer> shares(Succession succession);

    /** Does it; nothing when all of it is done already. */
    void handOver(Succession succession);
}
