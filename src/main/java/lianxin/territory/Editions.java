package lianxin.territory;

import static lianxin.territory.tables.EditionTable.EDITION;

import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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

    /** Set while this transaction changes the ground: what it sees may never come to be, and nobody else may see it. */
    @Nullable
    Raised raisedHere() {
        return (Raised) TransactionSynchronizationManager.getResource(this);
    }

    /** The edition before the change, and the picture drawn within the transaction, if one had to be. */
    static final class Raised {
        final long before;

        @Nullable
        Ground picture;

        Raised(long before) {
            this.before = before;
        }
    }

    /** Called first by every verb that changes the ground: such verbs queue up behind each other until the commit. */
    void raise() {
        long number = Objects.requireNonNull(db.update(EDITION)
                .set(EDITION.NUMBER, EDITION.NUMBER.plus(1))
                .returningResult(EDITION.NUMBER)
                .fetchSingle()
                .value1());
        if (!TransactionSynchronizationManager.isSynchronizationActive() || raisedHere() != null) return;
        TransactionSynchronizationManager.bindResource(this, new Raised(number - 1));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Editions.this);
                seen = new Seen(-1, 0);
            }
        });
    }
}
