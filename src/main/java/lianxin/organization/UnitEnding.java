package lianxin.organization;

import java.time.Instant;

/**
 * Implemented by modules whose things are held by units: when a unit ends, everything it still holds goes to its
 * successor in the same transaction.
 */
public interface UnitEnding {

    void handOver(UnitId from, UnitId to, Instant at);
}
