package lianxin.cases;

import static lianxin.cases.tables.AssignmentTable.ASSIGNMENT;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.TimeLimitTable.TIME_LIMIT;
import static lianxin.platform.Prepared.blank;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import lianxin.platform.Prepared;
import lianxin.platform.Row;
import lianxin.platform.RowInsert;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements that every verb needs, with their texts rendered once. */
final class CaseSql {

    /** What a verb may change in a case. */
    private static final List<Field<?>> CHANGING = List.of(
            CASE_FILE.VERSION,
            CASE_FILE.CATEGORY,
            CASE_FILE.KIND,
            CASE_FILE.BOUND,
            CASE_FILE.HEARD_ELSEWHERE,
            CASE_FILE.STAGE,
            CASE_FILE.DESK,
            CASE_FILE.HOLDER,
            CASE_FILE.DUE,
            CASE_FILE.CLOCK_FROM,
            CASE_FILE.SUPERVISOR,
            CASE_FILE.SUPERVISE_DUE,
            CASE_FILE.ESCALATE_AT,
            CASE_FILE.LEVEL,
            CASE_FILE.ROUND,
            CASE_FILE.REWORKS,
            CASE_FILE.ANSWER_UNTIL,
            CASE_FILE.CLOSED_AT,
            CASE_FILE.OUTCOME,
            CASE_FILE.ASKED,
            CASE_FILE.DECIDE_BY,
            CASE_FILE.PAUSED_AT,
            CASE_FILE.URGED,
            CASE_FILE.URGED_AT,
            CASE_FILE.SUBJECT,
            CASE_FILE.AGAIN,
            CASE_FILE.APPEALED,
            CASE_FILE.EXCLUSION,
            CASE_FILE.FILED,
            CASE_FILE.INSTRUCTED,
            CASE_FILE.RETURNS,
            CASE_FILE.ARBITER,
            CASE_FILE.ASSISTING,
            CASE_FILE.LEAD_OPEN,
            CASE_FILE.WHISTLED,
            CASE_FILE.JOINED,
            CASE_FILE.VOICES,
            CASE_FILE.AGREED,
            CASE_FILE.STEPPED_BACK,
            CASE_FILE.TOLD_AT,
            CASE_FILE.SILENT_SINCE,
            CASE_FILE.WAKE_AT);

    /** Those whose id was not reported before; the number of a case is drawn by the database. */
    static final RowInsert ADD = new RowInsert(
            CASE_FILE,
            List.of(
                    CASE_FILE.ID,
                    CASE_FILE.CODE,
                    CASE_FILE.VERSION,
                    CASE_FILE.CATEGORY,
                    CASE_FILE.KIND,
                    CASE_FILE.PLACE,
                    CASE_FILE.CHANNEL,
                    CASE_FILE.STAGE,
                    CASE_FILE.DESK,
                    CASE_FILE.HOLDER,
                    CASE_FILE.DUE,
                    CASE_FILE.CLOCK_FROM,
                    CASE_FILE.ESCALATE_AT,
                    CASE_FILE.LEVEL,
                    CASE_FILE.ROUND,
                    CASE_FILE.REWORKS,
                    CASE_FILE.REPORTED_AT,
                    CASE_FILE.SUBJECT,
                    CASE_FILE.SILENT_SINCE,
                    CASE_FILE.WAKE_AT),
            it -> it.onConflict(CASE_FILE.ID).doNothing().returning(CASE_FILE.ID),
            CASE_FILE.ID);

    private static final Field<?>[] WHOLE = Stream.of(CASE_FILE, ASSIGNMENT, TIME_LIMIT)
            .flatMap(Table::fieldStream)
            .toArray(Field[]::new);

    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private static final Prepared FIND = Prepared.of(
            SQL.select(WHOLE)
                    .from(CASE_FILE)
                    .leftJoin(ASSIGNMENT)
                    .on(ASSIGNMENT
                            .CASE_ID
                            .eq(CASE_FILE.ID)
                            .and(ASSIGNMENT.ENDED_AT.isNull())
                            .and(ASSIGNMENT.ROLE.eq(inline("lead"))))
                    .leftJoin(TIME_LIMIT)
                    .on(TIME_LIMIT
                            .CASE_ID
                            .eq(CASE_FILE.ID)
                            .and(TIME_LIMIT.ENDED_AT.isNull())
                            .and(TIME_LIMIT.REACHED_AT.isNull().or(TIME_LIMIT.DONE_AT.isNull())))
                    .where(CASE_FILE.ID.eq(blank(CASE_FILE.ID)))
                    .orderBy(TIME_LIMIT.DUE),
            WHOLE);

    private static final Prepared ASSISTING = Prepared.of(
            SQL.select(ASSIGNMENT.fields())
                    .from(ASSIGNMENT)
                    .where(ASSIGNMENT.CASE_ID.eq(blank(ASSIGNMENT.CASE_ID)))
                    .and(ASSIGNMENT.ENDED_AT.isNull())
                    .and(ASSIGNMENT.ROLE.eq(inline("assist")))
                    .orderBy(ASSIGNMENT.DISPATCHED_AT),
            ASSIGNMENT.fields());

    static final RowInsert SAVE_LIMITS = new RowInsert(
            TIME_LIMIT,
            List.of(
                    TIME_LIMIT.ID,
                    TIME_LIMIT.CASE_ID,
                    TIME_LIMIT.STEP,
                    TIME_LIMIT.UNIT,
                    TIME_LIMIT.DUE,
                    TIME_LIMIT.SET_AT,
                    TIME_LIMIT.DONE_AT,
                    TIME_LIMIT.ENDED_AT,
                    TIME_LIMIT.REACHED_AT),
            it -> it.onConflict(TIME_LIMIT.ID)
                    .doUpdate()
                    .set(TIME_LIMIT.DONE_AT, excluded(TIME_LIMIT.DONE_AT))
                    .set(TIME_LIMIT.ENDED_AT, excluded(TIME_LIMIT.ENDED_AT))
                    .set(TIME_LIMIT.REACHED_AT, excluded(TIME_LIMIT.REACHED_AT))
                    .returning(TIME_LIMIT.ID),
            TIME_LIMIT.ID);

    private static final RowInsert SAVE_WORK = new RowInsert(
            ASSIGNMENT,
            List.of(
                    ASSIGNMENT.ID,
                    ASSIGNMENT.CASE_ID,
                    ASSIGNMENT.UNIT,
                    ASSIGNMENT.ROLE,
                    ASSIGNMENT.TASK,
                    ASSIGNMENT.DUTY_ITEM,
                    ASSIGNMENT.DISPATCHED_AT,
                    ASSIGNMENT.SIGN_DUE,
                    ASSIGNMENT.DUE,
                    ASSIGNMENT.SIGNED_AT,
                    ASSIGNMENT.SIGNED_BY,
                    ASSIGNMENT.DONE_AT,
                    ASSIGNMENT.ENDED_AT),
            it -> it.onConflict(ASSIGNMENT.ID)
                    .doUpdate()
                    .set(ASSIGNMENT.DUE, excluded(ASSIGNMENT.DUE))
                    .set(ASSIGNMENT.SIGNED_AT, excluded(ASSIGNMENT.SIGNED_AT))
                    .set(ASSIGNMENT.SIGNED_BY, excluded(ASSIGNMENT.SIGNED_BY))
                    .set(ASSIGNMENT.DONE_AT, excluded(ASSIGNMENT.DONE_AT))
                    .set(ASSIGNMENT.ENDED_AT, excluded(ASSIGNMENT.ENDED_AT))
                    .returning(ASSIGNMENT.ID),
            ASSIGNMENT.ID);

    private static final Map<Parts, Prepared> SAVES = new ConcurrentHashMap<>();

    private CaseSql() {}

    /**
     * The case with the work on it that has not ended, in a row for each of its limits that may still fall or be met; in
     * one row when there is none.
     */
    static List<Row> find(DSLContext db, CaseId id) {
        return FIND.fetch(db, id.value());
    }

    /** The work of units that assist it and have not been let go. */
    static List<Row> assisting(DSLContext db, CaseId id) {
        return ASSISTING.fetch(db, id.value());
    }

    /**
     * Changes the case if it still has this version, with limits and work that are new or changed, in one statement; how
     * many cases were changed. When none was, the transaction must not be committed.
     */
    static int save(
            DSLContext db,
            CaseId id,
            int version,
            List<@Nullable Object> changed,
            List<List<@Nullable Object>> limits,
            List<List<@Nullable Object>> work) {
        var values = new ArrayList<@Nullable Object>();
        limits.forEach(values::addAll);
        work.forEach(values::addAll);
        values.addAll(changed);
        values.add(id.value());
        values.add(version);
        var parts = new Parts(limits.size(), work.size());
        return SAVES.computeIfAbsent(parts, CaseSql::saving).execute(db, values);
    }

    /** How many limits and pieces of work are saved together with a case. */
    private record Parts(int limits, int work) {}

    private static Prepared saving(Parts parts) {
        var beside = new ArrayList<CommonTableExpression<?>>();
        if (parts.limits > 0) beside.add(SAVE_LIMITS.as("limits", parts.limits));
        if (parts.work > 0) beside.add(SAVE_WORK.as("work", parts.work));
        return Prepared.of(SQL.with(beside)
                .update(CASE_FILE)
                .set(blanks())
                .set(CASE_FILE.CLAIMED_UNTIL, DSL.inline(null, CASE_FILE.CLAIMED_UNTIL))
                .set(CASE_FILE.ATTEMPTS, DSL.inline((short) 0))
                .where(CASE_FILE.ID.eq(blank(CASE_FILE.ID)))
                .and(CASE_FILE.VERSION.eq(blank(CASE_FILE.VERSION))));
    }

    private static Map<Field<?>, Field<?>> blanks() {
        var blanks = new LinkedHashMap<Field<?>, Field<?>>();
        CHANGING.forEach(it -> blanks.put(it, blank(it)));
        return blanks;
    }
}
