package lianxin.evaluation;

import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Which things are left out of every statistic (剔除): those of which the last fact that says so, and stands in the cut,
 * says that they do not count. Unlike what is counted such a fact may have been told at any time before.
 */
@Component
class ThingsLeftOut {

    private static final String STANDING =
            "%1$s.recorded_at < CAST(? AS timestamptz) AND %1$s.xid < CAST(CAST(? AS text) AS xid8)";

    private static final String LAST = "SELECT DISTINCT ON (j.about_kind, j.about_id)"
            + " j.about_kind || '/' || j.about_id AS thing, j.counts FROM facts.journal j"
            + " WHERE j.counts IS NOT NULL AND " + STANDING.formatted("j")
            + " AND NOT EXISTS (SELECT 1 FROM facts.journal v WHERE v.voids = j.id AND " + STANDING.formatted("v") + ")"
            + " ORDER BY j.about_kind, j.about_id, j.recorded_at DESC, j.id DESC";

    private final DSLContext db;

    ThingsLeftOut(DSLContext db) {
        this.db = db;
    }

    /** Each as {@code kind/id}. */
    Set<String> at(Cut cut) {
        var cutOff = cut.cutOff().toString();
        var horizon = String.valueOf(cut.horizon());
        return db.fetch("SELECT thing FROM (" + LAST + ") AS said WHERE NOT counts", cutOff, horizon, cutOff, horizon)
                .intoSet(0, String.class);
    }
}
