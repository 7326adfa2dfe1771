package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static org.jooq.impl.DSL.inline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lianxin.platform.RuleBroken;
import lianxin.platform.Standstill;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Time is an actor too. Claims the cases whose moment has come with SKIP LOCKED, one case a transaction; a case that
 * fails is tried again later and never holds up the next. Several nodes may sweep at once.
 */
@Component
class CaseSweep {

    private static final Logger log = LoggerFactory.getLogger(CaseSweep.class);

    /** Somebody took a step at the same moment, which set the next moment of the case anew. */
    private static final String CHANGED_MEANWHILE = "case.changed-meanwhile";

    private static final int CLAIM = 100;

    /** So many cases at once, where a whole claim is due. */
    private static final int HANDS = 4;

    private static final Duration CLAIMED_FOR = Duration.ofMinutes(5);

    private final DSLContext db;
    private final Cases cases;
    private final Standstill standstill;
    private final Clock clock;

    CaseSweep(DSLContext db, Cases cases, Standstill standstill, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.standstill = standstill;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${lianxin.sweep-every:PT15S}")
    void sweep() {
        if (!standstill.on()) run();
    }

    /** Wakes all cases whose moment has come; returns how many were tried. */
    int run() {
        var first = claim();
        return first.size() < CLAIM ? wakeAll(first) : together(first);
    }

    /** Much is due at once: several hands share it, so that they need not wait for each other's commits. */
    private int together(List<CaseId> first) {
        try (var hands = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("sweep-", 1).factory())) {
            var others = IntStream.range(1, HANDS)
                    .mapToObj(hand -> CompletableFuture.supplyAsync(() -> wakeAll(claim()), hands))
                    .toList();
            int tried = wakeAll(first);
            for (var hand : others) tried += hand.join();
            return tried;
        }
    }

    private int wakeAll(List<CaseId> first) {
        int tried = 0;
        for (var claimed = first; !claimed.isEmpty(); claimed = claim()) {
            claimed.forEach(this::wake);
            tried += claimed.size();
        }
        return tried;
    }

    private void wake(CaseId id) {
        try {
            cases.wake(id);
        } catch (RuleBroken refused) {
            if (refused.key().equals(CHANGED_MEANWHILE)) log.debug("Case {} moved meanwhile", id);
            else failed(id, refused);
        } catch (RuntimeException failed) {
            failed(id, failed);
        }
    }

    private void failed(CaseId id, RuntimeException why) {
        log.error("Case {} was not woken", id, why);
        retryLater(id);
    }

    /** Cases that time could not wake, and that are tried again. */
    int failing() {
        return db.fetchCount(CASE_FILE, CASE_FILE.ATTEMPTS.gt(inline((short) 0)));
    }

    private List<CaseId> claim() {
        var now = clock.instant();
        var due = db.select(CASE_FILE.ID)
                .from(CASE_FILE)
                .where(CASE_FILE.WAKE_AT.le(now))
                .and(CASE_FILE.CLAIMED_UNTIL.isNull().or(CASE_FILE.CLAIMED_UNTIL.le(now)))
                .orderBy(CASE_FILE.WAKE_AT)
                .limit(CLAIM)
                .forUpdate()
                .skipLocked();
        return db.update(CASE_FILE)
                .set(CASE_FILE.CLAIMED_UNTIL, now.plus(CLAIMED_FOR))
                .where(CASE_FILE.ID.in(due))
                .returningResult(CASE_FILE.ID)
                .fetch(row -> new CaseId(row.value1()));
    }

    /** One minute, then two, four … up to an hour. */
    private void retryLater(CaseId id) {
        var now = clock.instant();
        int attempts = db.update(CASE_FILE)
                .set(CASE_FILE.ATTEMPTS, CASE_FILE.ATTEMPTS.plus(1).cast(Short.class))
                .where(CASE_FILE.ID.eq(id.value()))
                .returningResult(CASE_FILE.ATTEMPTS)
                .fetchOptional(CASE_FILE.ATTEMPTS)
                .orElse((short) 1);
        db.update(CASE_FILE)
                .set(CASE_FILE.CLAIMED_UNTIL, later(now, attempts))
                .where(CASE_FILE.ID.eq(id.value()))
                .execute();
    }

    private static Instant later(Instant now, int attempts) {
        return now.plus(Duration.ofMinutes(Math.min(60, 1L << Math.min(attempts - 1, 6))));
    }
}
