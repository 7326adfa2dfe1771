package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.UndoTable.UNDO;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * For a few seconds whoever moved a case may take that back: the case is again as it was, and the facts never were. Not
 * when anybody did anything with it since.
 */
@Service
@Transactional
class Undos {

    static final Duration OPEN_FOR = Duration.ofSeconds(8);

    private final DSLContext db;
    private final Journal journal;
    private final Clock clock;

    Undos(DSLContext db, Journal journal, Clock clock) {
        this.db = db;
        this.journal = journal;
        this.clock = clock;
    }

    /** A case before its next step. */
    record Before(int version, String rows) {}

    Before before(CaseId id) {
        var found = UndoSql.keep(db, id);
        if (found.isEmpty()) throw new NotFound(id.ref());
        return new Before(
                found.getFirst().get(CASE_FILE.VERSION), found.getFirst().get(UndoSql.BEFORE));
    }

    void keep(Case it, Before before, List<UUID> facts, Actor by, Instant now) {
        if (before.version() != it.version) throw new RuleBroken("case.changed-meanwhile");
        db.insertInto(UNDO)
                .set(UNDO.CASE_ID, it.id.value())
                .set(UNDO.VERSION, it.version + 1)
                .set(UNDO.BY_ACTOR, by.ref().toString())
                .set(UNDO.UNTIL, now.plus(OPEN_FOR))
                .set(UNDO.FACTS, facts.toArray(UUID[]::new))
                .set(UNDO.BEFORE, JSONB.valueOf(before.rows()))
                .onConflict(UNDO.CASE_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void undo(CaseId id, Actor by) {
        var kept = db.selectFrom(UNDO)
                .where(UNDO.CASE_ID.eq(id.value()))
                .and(UNDO.BY_ACTOR.eq(by.ref().toString()))
                .fetchOptional()
                .orElseThrow(() -> new RuleBroken("case.undo-over"));
        if (clock.instant().isAfter(kept.get(UNDO.UNTIL))) throw new RuleBroken("case.undo-over");
        var version = db.select(CASE_FILE.VERSION)
                .from(CASE_FILE)
                .where(CASE_FILE.ID.eq(id.value()))
                .forUpdate()
                .fetchSingle(CASE_FILE.VERSION);
        if (!Objects.equals(version, kept.get(UNDO.VERSION))) throw new RuleBroken("case.undo-changed");
        UndoSql.restore(db, id, kept.get(UNDO.BEFORE).data());
        for (var fact : kept.get(UNDO.FACTS)) journal.voidFact(fact, by.ref());
        db.deleteFrom(UNDO).where(UNDO.CASE_ID.eq(id.value())).execute();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forget() {
        db.deleteFrom(UNDO).where(UNDO.UNTIL.lt(clock.instant())).execute();
    }
}
