package lianxin.places;

import static lianxin.places.tables.EditionTable.EDITION;

import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Raised by one whenever a place changes; a place that opens changes no ground. */
@Component
class PlaceEdition {
    private static final long BELIEVED_NANOS = 500_000_000;

    private final DSLContext db;
    private volatile Seen seen = Seen.NOTHING;

    private record Seen(long number, long nanos) {

        static final Seen NOTHING = new Seen(-1, 0);
    }

    PlaceEdition(DSLContext db) {
        this.db = db;
    }

    long now() {
        return Objects.requireNonNull(db.select(EDITION.NUMBER).from(EDITION).fetchSingle(EDITION.NUMBER));
    }

    /** As it was within the last half second of machine time; like no other while this transaction changes places. */
    Object lately() {
        if (TransactionSynchronizationManager.hasResource(this)) return new Object();
        var known = seen;
        long asked = System.nanoTime();
        if (known.number >= 0 && asked - known.nanos < BELIEVED_NANOS) return known.number;
        var fresh = new Seen(now(), asked);
        seen = fresh;
        return fresh.number;
    }

    /** Called first by every verb that changes places: such verbs queue up behind each other until the commit. */
    void raise() {
        db.update(EDITION).set(EDITION.NUMBER, EDITION.NUMBER.plus(1)).execute();
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || TransactionSynchronizationManager.hasResource(this)) return;
        TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(PlaceEdition.this);
                seen = Seen.NOTHING;
            }
        });
    }
}
