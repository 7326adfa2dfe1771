package lianxin.bodies;

import static lianxin.bodies.tables.BodyVersionTable.BODY_VERSION;
import static lianxin.bodies.tables.EndingTable.ENDING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.territory.Dated;
import lianxin.territory.Days;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How joint bodies end: from its last day on a body is dissolved, also while that day lies ahead; and when it has come,
 * everything the body still has in hand goes to the heir in one transaction.
 */
@Service
class Endings {

    private static final Duration CLAIMED_FOR = Duration.ofMinutes(5);

    private final BodyBook book;
    private final BodyGuard guard;
    private final Undertakings undertakings;
    private final Dated dated;
    private final Days days;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Endings(
            BodyBook book,
            BodyGuard guard,
            Undertakings undertakings,
            Dated dated,
            Days days,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.book = book;
        this.guard = guard;
        this.undertakings = undertakings;
        this.dated = dated;
        this.days = days;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    Instant dayOf(LocalDate day, Instant from) {
        var at = days.startOf(day);
        if (!at.isAfter(from)) throw new RuleBroken("bodies.ends-before");
        return at;
    }

    UnitId heir(@Nullable UnitId heir) {
        if (heir == null) throw new RuleBroken("bodies.needs-heir");
        return heir;
    }

    /** A day that was planned before counts no more. */
    @Transactional
    void plan(Body body, Instant at, UnitId heir, String reason, Actor by) {
        guard.mustLive(heir, at);
        var before = book.ending(body.id());
        if (before.isPresent() && !before.get().done()) takeBack(body);
        var changes = Map.of(BODY_VERSION.STATUS, BodyStatus.DISSOLVED.key(), BODY_VERSION.REASON, reason);
        var now = clock.instant();
        dated.changeAll(BODY_VERSION, BODY_VERSION.BODY.eq(body.id().number()), changes, at, now);
        db.insertInto(ENDING)
                .set(ENDING.BODY, body.id().number())
                .set(ENDING.DUE_AT, at)
                .set(ENDING.HEIR, heir.number())
                .set(ENDING.REASON, reason)
                .onConflict(ENDING.BODY)
                .doUpdate()
                .set(ENDING.DUE_AT, at)
                .set(ENDING.HEIR, heir.number())
                .set(ENDING.REASON, reason)
                .execute();
        if (at.isAfter(now)) record(body, new BodyFact.EndingPlanned(body.id(), body.lead(), heir, at), by, now);
    }

    /** It goes on as it was before the day that counts no more. */
    private void takeBack(Body body) {
        var v = BODY_VERSION;
        dated.changeAll(
                v,
                v.BODY.eq(body.id().number()).and(v.STATUS.eq(BodyStatus.DISSOLVED.key())),
                Map.of(v.STATUS, body.status().key(), v.REASON, body.reason()),
                body.from(),
                clock.instant());
    }

    /** Nothing when somebody else has done it. */
    @Transactional
    void carryOut(BodyId id, Actor by) {
        var now = clock.instant();
        var claimed = db.update(ENDING)
                .set(ENDING.DONE_AT, now)
                .where(ENDING.BODY.eq(id.number()), ENDING.DONE_AT.isNull(), ENDING.DUE_AT.le(now))
                .execute();
        if (claimed == 0) return;
        var ending = book.ending(id).orElseThrow();
        var body = book.must(id, ending.at());
        int handed = undertakings.end(body, ending.heir(), ending.at(), by);
        record(body, new BodyFact.Dissolved(id, body.lead(), ending.heir(), handed, ending.at()), by, ending.at());
    }

    /** Takes one ending whose day has come; nobody else gets it for a while. */
    @Transactional
    Optional<BodyId> claim() {
        var now = clock.instant();
        var due = db.select(ENDING.BODY)
                .from(ENDING)
                .where(ENDING.DUE_AT.le(now))
                .and(ENDING.DONE_AT.isNull())
                .and(ENDING.CLAIMED_UNTIL.isNull().or(ENDING.CLAIMED_UNTIL.le(now)))
                .orderBy(ENDING.DUE_AT)
                .limit(1)
                .forUpdate()
                .skipLocked();
        return db.update(ENDING)
                .set(ENDING.CLAIMED_UNTIL, now.plus(CLAIMED_FOR))
                .set(ENDING.ATTEMPTS, ENDING.ATTEMPTS.plus(1).cast(Short.class))
                .where(ENDING.BODY.in(due))
                .returningResult(ENDING.BODY)
                .fetchOptional(it -> new BodyId(it.value1()));
    }

    private void record(Body body, BodyFact fact, Actor by, Instant at) {
        journal.record(fact, body.area().ref(), by.ref(), at);
    }
}
