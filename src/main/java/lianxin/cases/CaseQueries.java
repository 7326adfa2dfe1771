package lianxin.cases;

import static lianxin.cases.tables.AssignmentTable.ASSIGNMENT;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.ReturnRequestTable.RETURN_REQUEST;
import static lianxin.cases.tables.WordsTable.WORDS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.organization.UnitId;
import lianxin.territory.AreaId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists of cases for pages. They filter by holder with the unit numbers of the in-memory tree, never by a path. */
@Repository
class CaseQueries {

    static final int PAGE = 50;

    /** More digits than a door number has are a telephone or an identity: words are not searched for them. */
    private static final int MOST_DIGITS = 4;

    private static final Condition OPEN = CASE_FILE.STAGE.in(Stage.REPORTED.name(), Stage.DISPATCHED.name());

    private final DSLContext db;

    CaseQueries(DSLContext db) {
        this.db = db;
    }

    /** One more than a page, so that the page knows whether there is a next one. */
    List<CaseRow> list(Filter filter, int[] below, int[] supervised, Instant now) {
        var page = db.select(CASE_FILE.asterisk())
                .from(CASE_FILE)
                .where(scope(filter, below, supervised))
                .and(narrowed(filter, now))
                .orderBy(order(filter.view()))
                .limit(PAGE + 1)
                .offset((filter.page() - 1) * PAGE)
                .asTable("page");
        return rows(page.field(CASE_FILE.ID), page, order(filter.view(), page));
    }

    private List<CaseRow> rows(@Nullable Field<UUID> id, Table<? extends Record> page, SortField<?> order) {
        var current = ASSIGNMENT.CASE_ID.eq(id).and(ASSIGNMENT.ENDED_AT.isNull());
        var signed = field(exists(selectOne().from(ASSIGNMENT).where(current).and(ASSIGNMENT.SIGNED_AT.isNotNull())));
        var asked = field(exists(selectOne()
                .from(RETURN_REQUEST)
                .where(RETURN_REQUEST.CASE_ID.eq(id))
                .and(RETURN_REQUEST.GRANTED.isNull())));
        return db.select(page.fields())
                .select(signed.as("signed"), asked.as("asked"), WORDS.WORDS_)
                .from(page)
                .leftJoin(WORDS)
                .on(WORDS.CASE_ID.eq(id))
                .orderBy(order)
                .fetch(CaseQueries::row);
    }

    Optional<CaseRow> find(CaseId id) {
        var one = db.select(CASE_FILE.asterisk())
                .from(CASE_FILE)
                .where(CASE_FILE.ID.eq(id.value()))
                .asTable("page");
        return rows(one.field(CASE_FILE.ID), one, order(Filter.View.open, one)).stream()
                .findFirst();
    }

    /** How many cases each view holds, counted in one pass over what is open below. */
    Map<Filter.View, Integer> counts(int[] below, int[] supervised) {
        var counts = new EnumMap<Filter.View, Integer>(Filter.View.class);
        db.select(CASE_FILE.STAGE, count())
                .from(CASE_FILE)
                .where(CASE_FILE.HOLDER.eq(any(boxed(below))))
                .and(CASE_FILE.STAGE.in(Stage.REPORTED.name(), Stage.DISPATCHED.name(), Stage.AWAITING_RESIDENT.name()))
                .groupBy(CASE_FILE.STAGE)
                .forEach(row -> counts.merge(
                        switch (Stage.valueOf(row.value1())) {
                            case REPORTED -> Filter.View.dispatch;
                            case DISPATCHED -> Filter.View.handle;
                            default -> Filter.View.awaiting;
                        },
                        row.value2(),
                        Integer::sum));
        counts.put(
                Filter.View.open,
                counts.getOrDefault(Filter.View.dispatch, 0) + counts.getOrDefault(Filter.View.handle, 0));
        if (supervised.length > 0)
            counts.put(
                    Filter.View.supervise,
                    db.fetchCount(
                            CASE_FILE,
                            CASE_FILE.SUPERVISOR.eq(any(boxed(supervised))).and(OPEN)));
        return counts;
    }

    private static Condition scope(Filter filter, int[] below, int[] supervised) {
        var held = CASE_FILE.HOLDER.eq(any(boxed(below)));
        return switch (filter.view()) {
            case open -> held.and(OPEN);
            case dispatch -> held.and(CASE_FILE.STAGE.eq(Stage.REPORTED.name()));
            case handle -> held.and(CASE_FILE.STAGE.eq(Stage.DISPATCHED.name()));
            case returns ->
                CASE_FILE
                        .DESK
                        .eq(any(boxed(below)))
                        .and(CASE_FILE.STAGE.eq(Stage.DISPATCHED.name()))
                        .and(exists(selectOne()
                                .from(RETURN_REQUEST)
                                .where(RETURN_REQUEST.CASE_ID.eq(CASE_FILE.ID))
                                .and(RETURN_REQUEST.GRANTED.isNull())));
            case supervise -> CASE_FILE.SUPERVISOR.eq(any(boxed(supervised))).and(OPEN);
            case awaiting -> held.and(CASE_FILE.STAGE.eq(Stage.AWAITING_RESIDENT.name()));
            case closed -> held.and(CASE_FILE.STAGE.eq(Stage.CLOSED.name()));
        };
    }

    private static Condition narrowed(Filter filter, Instant now) {
        var condition = noCondition();
        if (filter.category() != null) condition = condition.and(CASE_FILE.CATEGORY.eq(filter.category()));
        if (filter.unit() != null) condition = condition.and(CASE_FILE.HOLDER.eq(filter.unit()));
        if (filter.late()) condition = condition.and(CASE_FILE.DUE.lt(now)).and(OPEN);
        if (filter.q() != null) condition = condition.and(found(filter.q()));
        return condition;
    }

    /** By number or by words of the report; there is no search by reporter, telephone or device. */
    private static Condition found(String q) {
        var digits = q.replaceAll("[^0-9]", "");
        if (!digits.isEmpty() && digits.length() == q.replaceAll("[\\s-]", "").length())
            return digits.length() > 18
                    ? falseCondition()
                    : CASE_FILE.NUMBER.eq(Long.parseLong(digits.length() > 6 ? digits.substring(6) : digits));
        if (digits.length() > MOST_DIGITS) return falseCondition();
        return exists(
                selectOne().from(WORDS).where(WORDS.CASE_ID.eq(CASE_FILE.ID)).and(WORDS.WORDS_.contains(q)));
    }

    private static SortField<?> order(Filter.View view) {
        return view == Filter.View.closed ? CASE_FILE.REPORTED_AT.desc() : CASE_FILE.DUE.asc();
    }

    private static SortField<?> order(Filter.View view, Table<?> page) {
        return view == Filter.View.closed
                ? page.field(CASE_FILE.REPORTED_AT).desc()
                : page.field(CASE_FILE.DUE).asc();
    }

    private static Field<Integer[]> boxed(int[] units) {
        var boxed = new Integer[units.length];
        for (int i = 0; i < units.length; i++) boxed[i] = units[i];
        return val(boxed, SQLDataType.INTEGER.array());
    }

    private static CaseRow row(Record row) {
        var supervisor = row.get(CASE_FILE.SUPERVISOR);
        var outcome = row.get(CASE_FILE.OUTCOME);
        return new CaseRow(
                new CaseId(row.get(CASE_FILE.ID)),
                row.get(CASE_FILE.NUMBER),
                row.get(CASE_FILE.CATEGORY),
                new AreaId(row.get(CASE_FILE.PLACE)),
                row.get(CASE_FILE.CHANNEL),
                Stage.valueOf(row.get(CASE_FILE.STAGE)),
                new UnitId(row.get(CASE_FILE.HOLDER)),
                supervisor == null ? null : new UnitId(supervisor),
                row.get(CASE_FILE.DUE),
                row.get(CASE_FILE.CLOCK_FROM),
                row.get(CASE_FILE.REPORTED_AT),
                row.get(CASE_FILE.REWORKS),
                row.get("signed", Boolean.class),
                row.get("asked", Boolean.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.get(WORDS.WORDS_));
    }
}
