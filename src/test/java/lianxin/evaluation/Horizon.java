package lianxin.evaluation;

import java.time.Duration;
import org.jooq.DSLContext;

/**
 * Towns of other tests write to the same server meanwhile, and each unfinished transaction of theirs holds the horizon
 * back for all: whoever issues a league at once may find its month still empty.
 */
final class Horizon {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Horizon() {}

    /** Returns once all that was told so far may be counted. */
    static void passes(DSLContext town) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!town.fetchSingle("SELECT coalesce(max(xid) < pg_snapshot_xmin(pg_current_snapshot()), true)"
                        + " FROM facts.journal")
                .get(0, Boolean.class)) {
            if (System.nanoTime() > end) throw new IllegalStateException("Somebody writes for over " + PATIENCE);
        }
    }
}
