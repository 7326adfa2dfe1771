package lianxin.demonstration;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import lianxin.platform.CityClock;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Half of the town's stories, told under a clock of their own. Many steps share a transaction, and none waits for the
 * disk: a demonstration that is lost half-way is made anew.
 */
final class Half {

    private static final int STEPS = 100;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Agenda agenda;
    private final CityClock.Moving time;
    private final TransactionTemplate transaction;
    private final DSLContext db;
    private final BooleanSupplier stopping;

    Half(Agenda agenda, Instant start, TransactionTemplate transaction, DSLContext db, BooleanSupplier stopping) {
        this.agenda = agenda;
        this.time = new CityClock.Moving(start);
        this.transaction = transaction;
        this.db = db;
        this.stopping = stopping;
    }

    /** Lets everything happen that is due until then. */
    void until(Instant end) {
        CityClock.at(time, () -> {
            while (due(end) && !stopping.getAsBoolean()) transaction.executeWithoutResult(it -> someSteps(end));
            time.to(end);
        });
    }

    private void someSteps(Instant end) {
        db.execute("SET LOCAL synchronous_commit = off");
        long began = System.nanoTime();
        for (int i = 0; i < STEPS && due(end) && System.nanoTime() - began < LONGEST_NANOS; i++) {
            var next = agenda.next();
            if (next != null) time.to(next);
            agenda.doNext(time.now());
        }
    }

    private boolean due(Instant end) {
        var next = agenda.next();
        return next != null && !next.isAfter(end);
    }
}
