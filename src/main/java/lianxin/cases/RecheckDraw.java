package lianxin.cases;

import static lianxin.cases.tables.ContactTable.CONTACT;
import static lianxin.cases.tables.RecheckTable.RECHECK;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.platform.PrivateLinks;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * 抽查: which of the cases that end are asked about again. Drawn by a secret of the town as they end, so that nobody can know
 * before, and only where the reporter left a telephone.
 */
@Component
class RecheckDraw {

    private static final int PERCENT = 100;

    private final DSLContext db;
    private final PrivateLinks links;
    private final Deadlines deadlines;

    RecheckDraw(DSLContext db, PrivateLinks links, Deadlines deadlines) {
        this.db = db;
        this.links = links;
        this.deadlines = deadlines;
    }

    /** What another system asks after is not asked here; what was closed anew is drawn once. */
    void ended(Case it, Instant at) {
        if (it.heardElsewhere || number(it.id) >= share(it)) return;
        db.insertInto(RECHECK, RECHECK.CASE_ID, RECHECK.DRAWN_AT, RECHECK.DUE)
                .select(select(CONTACT.CASE_ID, val(at), val(deadlines.recheck(at)))
                        .from(CONTACT)
                        .where(CONTACT.CASE_ID.eq(it.id.value())))
                .onConflictDoNothing()
                .execute();
    }

    private int share(Case it) {
        return it.outcome == null ? 0 : deadlines.rechecked(it.outcome.name());
    }

    /** From 0 to 99. */
    private int number(CaseId id) {
        var bits = links.shortBits("recheck", id.toString(), 1);
        return (Byte.toUnsignedInt(bits[0]) << Byte.SIZE | Byte.toUnsignedInt(bits[1])) % PERCENT;
    }
}
