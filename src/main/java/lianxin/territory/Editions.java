package lianxin.territory;

import static lianxin.territory.tables.EditionTable.EDITION;

import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The edition of the ground. A node believes what it read for half a second of machine time; what it changed itself it
 * knows when the change is committed.
 */
@Component
class Editions {
    private static final long BELIEVED_NANOS = 500_000_000;

    private final DSLContext db;
    private volatile Seen seen = new Seen(-1, 0);

    private record Seen(long edition, long nanos) {}

    Editions(DSLContext db) {
        this.db = db;
    }

    long now() {
        var known = seen;
        long asked = System.nanoTime();
        if (known.edition >= 0 && asked - known.nanos < BELIEVED_NANOS) return known.edition;
        long edition = Objects.requireNonNull(
                db.select(EDITION.NUMBER).from(EDITION).fetchSingle().value1());
        seen = new Seen(edition, asked);
        return edition;
    }

    /** Called first by every verb that changes the ground: such verbs queue up behind each other until the commit. */
    void raise() {
        db.update(EDITION).set(EDITION.NUMBER, EDITION.NUMBER.plus(1)).execute();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                seen = new Seen(-1, 0);
            }
        });
    }
}
