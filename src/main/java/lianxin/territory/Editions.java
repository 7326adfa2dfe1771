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
    private volatile Seen seen = Seen.NOTHING;

    private record Seen(long ground, long borders, long nanos) {

        static final Seen NOTHING = new Seen(-1, -1, 0);
    }

    Editions(DSLContext db) {
        this.db = db;
    }

    long now() {
        return seen().ground;
    }

    /** Of the borders alone: a street that is renamed moves none. */
    long borders() {
        return seen().borders;
    }

    private Seen seen() {
        var known = seen;
        long asked = System.nanoTime();
        if (known.ground >= 0 && asked - known.nanos < BELIEVED_NANOS) return known;
        var read = db.select(EDITION.NUMBER, EDITION.BORDERS).from(EDITION).fetchSingle();
        var fresh = new Seen(read.value1(), read.value2(), asked);
        seen = fresh;
        return fresh;
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
        remember(number);
    }

    /** Called first by every verb that changes borders; tells the edition of the borders that it makes. */
    long raiseBorders() {
        var made = db.update(EDITION)
                .set(EDITION.NUMBER, EDITION.NUMBER.plus(1))
                .set(EDITION.BORDERS, EDITION.BORDERS.plus(1))
                .returningResult(EDITION.NUMBER, EDITION.BORDERS)
                .fetchSingle();
        remember(made.value1());
        return made.value2();
    }

    private void remember(long number) {
        if (!TransactionSynchronizationManager.isSynchronizationActive() || raisedHere() != null) return;
        TransactionSynchronizationManager.bindResource(this, new Raised(number - 1));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Editions.this);
                seen = Seen.NOTHING;
            }
        });
    }
}
