package lianxin.imports;

import static lianxin.imports.tables.BatchTable.BATCH;
import static lianxin.imports.tables.LineTable.LINE;
import static lianxin.imports.tables.MadeTable.MADE;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.imports.Given.Counts;
import lianxin.imports.Given.State;
import lianxin.organization.Importable.Done;
import lianxin.organization.Importable.Fate;
import lianxin.organization.Importable.Made;
import lianxin.organization.Importable.Verdict;
import lianxin.organization.UnitId;
import lianxin.platform.CopyRows;
import lianxin.platform.NotFound;
import lianxin.platform.RowInsert;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The lists, their lines and what they made, in the database. */
@Repository
class Books {

    static final String CELL = "\u001F";
    private static final String SAID = "\u001E";
    private static final RowInsert NEW_THINGS = new RowInsert(MADE, List.of(MADE.BATCH, MADE.THING, MADE.BEFORE));

    private final DSLContext db;

    Books(DSLContext db) {
        this.db = db;
    }

    void begin(Given it, Instant linesUntil) {
        db.insertInto(BATCH)
                .set(BATCH.ID, it.id())
                .set(BATCH.SUBJECT, it.subject())
                .set(BATCH.FILE, it.file())
                .set(BATCH.REASON, it.reason())
                .set(BATCH.VALID_FROM, it.from())
                .set(BATCH.STATE, it.state().name())
                .set(BATCH.PERSON, it.person())
                .set(BATCH.UNIT, it.unit().number())
                .set(BATCH.GIVEN_AT, it.givenAt())
                .set(BATCH.ALIVE_UNTIL, it.aliveUntil())
                .set(BATCH.LINES_UNTIL, linesUntil)
                .execute();
    }

    /** A line and what was said of it before anything is written. */
    record Judged(Line line, Verdict verdict) {}

    void keep(UUID batch, List<Judged> judged) {
        CopyRows.into(db, "imports.line (batch, number, rank, fate, cells, what)", rows -> {
            for (var it : judged) {
                var verdict = it.verdict;
                rows.row(
                        batch,
                        it.line.number(),
                        verdict.rank(),
                        verdict.fate(),
                        String.join(CELL, it.line.cells()),
                        kept(verdict.what()));
            }
        });
    }

    Given find(UUID id) {
        return read(BATCH.ID.eq(id), 1).stream().findFirst().orElseThrow(() -> new NotFound("import/" + id));
    }

    /** The one given last comes first. */
    List<Given> lately(int most) {
        return read(DSL.noCondition(), most);
    }

    private List<Given> read(Condition which, int most) {
        return db.selectFrom(BATCH)
                .where(which)
                .orderBy(BATCH.GIVEN_AT.desc(), BATCH.ID.desc())
                .limit(most)
                .fetch(it -> new Given(
                        it.get(BATCH.ID),
                        it.get(BATCH.SUBJECT),
                        it.get(BATCH.FILE),
                        it.get(BATCH.REASON),
                        it.get(BATCH.VALID_FROM),
                        State.valueOf(it.get(BATCH.STATE)),
                        it.get(BATCH.PERSON),
                        new UnitId(it.get(BATCH.UNIT)),
                        new Counts(
                                it.get(BATCH.LINES),
                                it.get(BATCH.TO_CREATE),
                                it.get(BATCH.TO_CHANGE),
                                it.get(BATCH.SAME),
                                it.get(BATCH.REFUSED),
                                it.get(BATCH.CREATED),
                                it.get(BATCH.CHANGED)),
                        it.get(BATCH.PROBLEM),
                        it.get(BATCH.GIVEN_AT),
                        it.get(BATCH.BEGUN_AT),
                        it.get(BATCH.ENDED_AT),
                        it.get(BATCH.ALIVE_UNTIL)));
    }

    /** Whether it was in one of these states and is in the new one now: of two who try, one succeeds. */
    boolean turn(Given it, State to, Instant now, @Nullable Instant aliveUntil) {
        return db.update(BATCH)
                        .set(BATCH.STATE, to.name())
                        .set(BATCH.PROBLEM, (String) null)
                        .set(BATCH.ALIVE_UNTIL, aliveUntil)
                        .set(
                                BATCH.BEGUN_AT,
                                to == State.RUNNING ? DSL.coalesce(BATCH.BEGUN_AT, DSL.val(now)) : BATCH.BEGUN_AT)
                        .set(BATCH.ENDED_AT, to.working() ? BATCH.ENDED_AT : DSL.val(now))
                        .where(BATCH.ID.eq(it.id()), BATCH.STATE.eq(it.state().name()))
                        .and(
                                it.aliveUntil() == null
                                        ? BATCH.ALIVE_UNTIL.isNull()
                                        : BATCH.ALIVE_UNTIL.eq(it.aliveUntil()))
                        .execute()
                == 1;
    }

    void checked(UUID id, Counts counts) {
        db.update(BATCH)
                .set(BATCH.STATE, State.CHECKED.name())
                .set(BATCH.LINES, counts.lines())
                .set(BATCH.TO_CREATE, counts.toCreate())
                .set(BATCH.TO_CHANGE, counts.toChange())
                .set(BATCH.SAME, counts.same())
                .set(BATCH.REFUSED, counts.refused())
                .setNull(BATCH.ALIVE_UNTIL)
                .where(BATCH.ID.eq(id))
                .execute();
    }

    void problem(UUID id, State state, Complaint why) {
        db.update(BATCH)
                .set(BATCH.STATE, state.name())
                .set(BATCH.PROBLEM, why.kept())
                .setNull(BATCH.ALIVE_UNTIL)
                .where(BATCH.ID.eq(id))
                .execute();
    }

    void alive(UUID id, int lines, Instant until) {
        db.update(BATCH)
                .set(BATCH.LINES, lines)
                .set(BATCH.ALIVE_UNTIL, until)
                .where(BATCH.ID.eq(id))
                .execute();
    }

    void ended(UUID id, State state, Instant now, Instant linesUntil) {
        db.update(BATCH)
                .set(BATCH.STATE, state.name())
                .set(BATCH.ENDED_AT, now)
                .set(BATCH.LINES_UNTIL, linesUntil)
                .setNull(BATCH.ALIVE_UNTIL)
                .where(BATCH.ID.eq(id))
                .execute();
    }

    /** A line as it waits or was refused, and what is said of it. */
    record Kept(Line line, Fate fate, List<Complaint> what) {}

    /** All of one rank, the lowest: none of them needs another to be there before. */
    List<Line> next(UUID batch, Fate fate, int most) {
        var here = LINE.BATCH.eq(batch).and(LINE.FATE.eq(fate.name()));
        return db.select(LINE.NUMBER, LINE.CELLS)
                .from(LINE)
                .where(here, LINE.RANK.eq(select(min(LINE.RANK)).from(LINE).where(here)))
                .orderBy(LINE.NUMBER)
                .limit(most)
                .fetch(it -> new Line(it.value1(), cells(it.value2())));
    }

    List<Kept> lines(UUID batch, Fate fate, int most) {
        return db.selectFrom(LINE)
                .where(LINE.BATCH.eq(batch), LINE.FATE.eq(fate.name()))
                .orderBy(LINE.NUMBER)
                .limit(most)
                .fetch(it -> new Kept(
                        new Line(it.get(LINE.NUMBER), cells(it.get(LINE.CELLS))), fate, said(it.get(LINE.WHAT))));
    }

    static String kept(List<Complaint> what) {
        return what.stream().map(Complaint::kept).collect(Collectors.joining(SAID));
    }

    private static List<Complaint> said(String kept) {
        return kept.isEmpty()
                ? List.of()
                : List.of(kept.split(SAID, -1)).stream().map(Complaint::keptAs).toList();
    }

    private static List<String> cells(String kept) {
        return List.of(kept.split(CELL, -1));
    }

    /** What was written goes; what was refused stays, with the reasons. */
    void settle(UUID batch, List<Done> done, Instant aliveUntil) {
        var made = done.stream().filter(it -> it.made() != null).toList();
        for (int from = 0; from < made.size(); from += 1_000)
            NEW_THINGS.execute(
                    db,
                    made.subList(from, Math.min(made.size(), from + 1_000)).stream()
                            .map(Done::made)
                            .map(it -> RowInsert.row(batch, it.thing(), it.before()))
                            .toList());
        var over = done.stream()
                .filter(it -> it.fate() != Fate.REFUSED)
                .map(it -> it.line().number())
                .toArray(Integer[]::new);
        db.deleteFrom(LINE)
                .where(LINE.BATCH.eq(batch), LINE.NUMBER.eq(DSL.any(over)))
                .execute();
        for (var it : done) if (it.fate() == Fate.REFUSED) refuse(batch, it.line(), it.what());
        var counts = done.stream().collect(Collectors.groupingBy(Done::fate, Collectors.counting()));
        db.update(BATCH)
                .set(BATCH.CREATED, BATCH.CREATED.plus(count(counts, Fate.CREATE)))
                .set(BATCH.CHANGED, BATCH.CHANGED.plus(count(counts, Fate.CHANGE)))
                .set(BATCH.SAME, BATCH.SAME.plus(count(counts, Fate.SAME)))
                .set(BATCH.REFUSED, BATCH.REFUSED.plus(count(counts, Fate.REFUSED)))
                .set(BATCH.ALIVE_UNTIL, aliveUntil)
                .where(BATCH.ID.eq(batch))
                .execute();
    }

    private static int count(Map<Fate, Long> counts, Fate fate) {
        return Math.toIntExact(counts.getOrDefault(fate, 0L));
    }

    private void refuse(UUID batch, Line line, List<Complaint> why) {
        db.update(LINE)
                .set(LINE.FATE, Fate.REFUSED.name())
                .set(LINE.WHAT, kept(why))
                .where(LINE.BATCH.eq(batch), LINE.NUMBER.eq(line.number()))
                .execute();
    }

    List<Made> made(UUID batch) {
        return made(MADE.BATCH.eq(batch), Integer.MAX_VALUE);
    }

    /** What was changed comes first, one by one; then what is new, the latest first. */
    List<Made> nextToUndo(UUID batch, int most) {
        var changed = made(MADE.BATCH.eq(batch).and(MADE.BEFORE.isNotNull()), 1);
        return changed.isEmpty() ? made(MADE.BATCH.eq(batch), most) : changed;
    }

    private List<Made> made(Condition which, int most) {
        return db.select(MADE.THING, MADE.BEFORE)
                .from(MADE)
                .where(which)
                .orderBy(DSL.length(MADE.THING).desc(), MADE.THING.desc())
                .limit(most)
                .fetch(it -> new Made(it.value1(), it.value2()));
    }

    void undone(UUID batch, List<Made> made, Instant aliveUntil) {
        var things = made.stream().map(Made::thing).toArray(String[]::new);
        db.deleteFrom(MADE)
                .where(MADE.BATCH.eq(batch), MADE.THING.eq(DSL.any(things)))
                .execute();
        db.update(BATCH)
                .set(BATCH.ALIVE_UNTIL, aliveUntil)
                .where(BATCH.ID.eq(batch))
                .execute();
    }

    void forgetLines(UUID batch) {
        db.deleteFrom(LINE).where(LINE.BATCH.eq(batch)).execute();
    }

    void forgetLines(UUID batch, Fate fate) {
        db.deleteFrom(LINE)
                .where(LINE.BATCH.eq(batch), LINE.FATE.eq(fate.name()))
                .execute();
    }

    /** Lists whose lines may be kept no longer, and have some. */
    List<Given> outlived(Instant now) {
        var some = DSL.exists(DSL.selectOne().from(LINE).where(LINE.BATCH.eq(BATCH.ID)));
        return read(BATCH.LINES_UNTIL.le(now).and(some), 1_000);
    }
}
