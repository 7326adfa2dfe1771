package lianxin.facts;

import static lianxin.facts.tables.JournalTable.JOURNAL;
import static lianxin.platform.RowInsert.row;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.platform.Ids;
import lianxin.platform.NotFound;
import lianxin.platform.RowInsert;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The book in which everything that happens is written down, in the transaction that made it happen. It takes new lines
 * only; the database refuses everything else to everybody.
 */
@Service
public class Journal {

    private static final int LONGEST_TIMELINE = 2_000;

    /** No transaction writes so long: what is written later has later ids. */
    private static final Duration LONGEST_WRITING = Duration.ofHours(1);

    private static final RowInsert LINES = new RowInsert(
            JOURNAL,
            List.of(
                    JOURNAL.ID,
                    JOURNAL.KIND,
                    JOURNAL.ABOUT_KIND,
                    JOURNAL.ABOUT_ID,
                    JOURNAL.UNIT,
                    JOURNAL.UNIT_PATH,
                    JOURNAL.PLACE_KIND,
                    JOURNAL.PLACE_ID,
                    JOURNAL.ACTOR_KIND,
                    JOURNAL.ACTOR_ID,
                    JOURNAL.OCCURRED_AT,
                    JOURNAL.RECORDED_AT,
                    JOURNAL.QUANTITY,
                    JOURNAL.ATTRIBUTES,
                    JOURNAL.COUNTS,
                    JOURNAL.VOIDS));

    private final DSLContext db;
    private final Vocabulary vocabulary;
    private final ObjectProvider<Paths> paths;
    private final Ids ids;
    private final Clock clock;

    Journal(DSLContext db, Vocabulary vocabulary, ObjectProvider<Paths> paths, Ids ids, Clock clock) {
        this.db = db;
        this.vocabulary = vocabulary;
        this.paths = paths;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes a fact down and freezes the home path of its unit as of {@code occurredAt} into it.
     *
     * @param actor a person, a clock, a system, or {@code reporter/…} naming the thing and not the person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID record(Fact fact, @Nullable Ref place, Ref actor, Instant occurredAt) {
        return write(fact, place, actor, occurredAt, null);
    }

    /**
     * What one verb has to tell, in its order and in one statement.
     *
     * @return how the facts can be voided, in the same order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> recordAll(List<Told> facts, @Nullable Ref place, Ref actor) {
        return recordPages(List.of(new Page(facts, place, actor)));
    }

    /** What several verbs of one transaction have to tell, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> recordPages(List<Page> pages) {
        var written = new ArrayList<UUID>();
        var lines = new ArrayList<List<@Nullable Object>>();
        for (var page : pages)
            for (var it : page.facts()) {
                written.add(ids.next());
                lines.add(line(written.getLast(), it.fact(), page.place(), page.actor(), it.occurredAt(), null));
            }
        LINES.execute(db, lines);
        return written;
    }

    /** What one verb has to tell about one thing. */
    public record Page(List<Told> facts, @Nullable Ref place, Ref actor) {}

    /** A fact and the moment it happened, still to be written down. */
    public record Told(Fact fact, Instant occurredAt) {}

    /** Says that a fact never was. It stays, and counts no more from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID voidFact(UUID fact, Ref actor) {
        var unit = db.select(JOURNAL.UNIT)
                .from(JOURNAL)
                .where(JOURNAL.ID.eq(fact))
                .fetchOptional(JOURNAL.UNIT)
                .orElseThrow(() -> new NotFound("fact/" + fact));
        var voided = new Voided(new Voided.Thing(fact.toString()), new Voided.Charge(unit));
        return write(voided, null, actor, clock.instant(), fact);
    }

    private UUID write(Fact fact, @Nullable Ref place, Ref actor, Instant occurredAt, @Nullable UUID voids) {
        var id = ids.next();
        LINES.execute(db, List.of(line(id, fact, place, actor, occurredAt, voids)));
        return id;
    }

    private List<@Nullable Object> line(
            UUID id, Fact fact, @Nullable Ref place, Ref actor, Instant occurredAt, @Nullable UUID voids) {
        var kind = vocabulary.nameOf(fact);
        var about = fact.about();
        var unit = fact.unit();
        return row(
                id,
                kind,
                about.kind(),
                about.id(),
                Integer.valueOf(unit.id()),
                Arrays.stream(paths.getObject().pathOf(unit, occurredAt))
                        .boxed()
                        .toArray(Integer[]::new),
                place == null ? null : place.kind(),
                place == null ? null : place.id(),
                actor.kind(),
                actor.id(),
                occurredAt,
                clock.instant(),
                fact.quantity(),
                JSONB.valueOf(vocabulary.codec(kind).write(fact)),
                fact.counts(),
                voids);
    }

    /** The timeline of a thing, by the moment things happened; facts of the same moment as they were recorded. */
    public List<Recorded> about(Ref thing) {
        var later = JOURNAL.as("later");
        var voided = field(exists(selectOne().from(later).where(later.VOIDS.eq(JOURNAL.ID))));
        return db.select(JOURNAL.asterisk(), voided.as("voided"))
                .from(JOURNAL)
                .where(JOURNAL.ABOUT_KIND.eq(thing.kind()))
                .and(JOURNAL.ABOUT_ID.eq(thing.id()))
                .orderBy(JOURNAL.OCCURRED_AT, JOURNAL.ID)
                .limit(LONGEST_TIMELINE)
                .fetch(this::read);
    }

    /** @param next where the reader goes on */
    public record Since(List<Recorded> facts, JournalPlace next) {}

    /**
     * Facts of some kinds in the order of their transactions, for a reader that comes back: below the oldest transaction that
     * still runs, so that none turns up later behind the place, and none comes twice.
     */
    @Transactional(readOnly = true)
    public Since since(JournalPlace place, Collection<String> kinds, int most) {
        var horizon = db.fetchSingle("SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)")
                .get(0, Long.class);
        var transaction = field("CAST(CAST(xid AS text) AS bigint)", Long.class);
        var later = JOURNAL.as("later");
        var voided = field(exists(selectOne().from(later).where(later.VOIDS.eq(JOURNAL.ID))));
        var rows = db.select(JOURNAL.asterisk(), voided.as("voided"), transaction.as("transaction"))
                .from(JOURNAL)
                .where(JOURNAL.ID.ge(place.lowest()), JOURNAL.KIND.in(kinds))
                .and(transaction.lt(horizon))
                .and(DSL.row(transaction, JOURNAL.ID).gt(place.transaction(), place.fact()))
                .orderBy(transaction, JOURNAL.ID)
                .limit(most)
                .fetch();
        var facts = rows.map(this::read);
        if (rows.size() < most)
            return new Since(
                    facts,
                    new JournalPlace(
                            horizon - 1, JournalPlace.LAST, clock.instant().minus(LONGEST_WRITING)));
        var last = rows.getLast();
        return new Since(
                facts, new JournalPlace(last.get("transaction", Long.class), last.get(JOURNAL.ID), place.from()));
    }

    private Recorded read(Record row) {
        var kind = row.get(JOURNAL.KIND);
        var placeKind = row.get(JOURNAL.PLACE_KIND);
        return new Recorded(
                row.get(JOURNAL.ID),
                kind,
                vocabulary
                        .codec(kind)
                        .read(
                                row.get(JOURNAL.ABOUT_ID),
                                row.get(JOURNAL.UNIT),
                                row.get(JOURNAL.ATTRIBUTES).data()),
                List.of(row.get(JOURNAL.UNIT_PATH)),
                placeKind == null ? null : new Ref(placeKind, row.get(JOURNAL.PLACE_ID)),
                new Ref(row.get(JOURNAL.ACTOR_KIND), row.get(JOURNAL.ACTOR_ID)),
                row.get(JOURNAL.OCCURRED_AT),
                row.get(JOURNAL.RECORDED_AT),
                row.get("voided", Boolean.class));
    }
}
