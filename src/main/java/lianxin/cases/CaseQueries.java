package lianxin.cases;

import static lianxin.cases.tables.AssignmentTable.ASSIGNMENT;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.ReturnRequestTable.RETURN_REQUEST;
import static lianxin.cases.tables.WordsTable.WORDS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.organization.UnitId;
import lianxin.territory.AreaId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Lists of cases for pages. They filter by holder with the unit numbers of the in-memory tree, never by a path. */
@Repository
class CaseQueries {

    static final int PAGE = 50;

    /** More digits than a door number has are a telephone or an identity: words are not searched for them. */
    private static final int MOST_DIGITS = 4;

    /** Words of closed cases are searched so far back: reading all there ever were would take longer with every year. */
    private static final Duration WORDS_SEARCHED = Duration.ofDays(365);

    private static final Condition OPEN =
            CASE_FILE.STAGE.in(inline(Stage.REPORTED.name()), inline(Stage.DISPATCHED.name()));

    private static final Field<Boolean> SIGNED = field(exists(selectOne()
                    .from(ASSIGNMENT)
                    .where(ASSIGNMENT.CASE_ID.eq(CASE_FILE.ID))
                    .and(ASSIGNMENT.ENDED_AT.isNull())
                    .and(ASSIGNMENT.SIGNED_AT.isNotNull())))
            .as("signed");

    private static final Field<Boolean> ASKED = field(exists(selectOne()
                    .from(RETURN_REQUEST)
                    .where(RETURN_REQUEST.CASE_ID.eq(CASE_FILE.ID))
                    .and(RETURN_REQUEST.GRANTED.isNull())))
            .as("asked");

    private static final List<Field<?>> LINE = List.of(
            CASE_FILE.ID,
            CASE_FILE.NUMBER,
            CASE_FILE.CATEGORY,
            CASE_FILE.PLACE,
            CASE_FILE.CHANNEL,
            CASE_FILE.STAGE,
            CASE_FILE.HOLDER,
            CASE_FILE.SUPERVISOR,
            CASE_FILE.DUE,
            CASE_FILE.CLOCK_FROM,
            CASE_FILE.REPORTED_AT,
            CASE_FILE.REWORKS,
            CASE_FILE.OUTCOME,
            SIGNED,
            ASKED,
            WORDS.WORDS_);

    private final DSLContext db;

    CaseQueries(DSLContext db) {
        this.db = db;
    }

    /** One more than a page, so that the page knows whether there is a next one. */
    List<CaseRow> list(Filter filter, Reach reach, Instant now) {
        return rows(
                db.select(CASE_FILE.ID)
                        .from(CASE_FILE)
                        .where(scope(filter.view(), reach))
                        .and(narrowed(filter, now))
                        .orderBy(order(filter.view()))
                        .limit(PAGE + 1)
                        .offset((filter.page() - 1) * PAGE),
                order(filter.view()));
    }

    Optional<CaseRow> find(CaseId id) {
        return rows(DSL.select(val(id.value())), CASE_FILE.DUE.asc()).stream().findFirst();
    }

    /** The page is cut before its lines are dressed. */
    private List<CaseRow> rows(Select<Record1<UUID>> ids, SortField<?> order) {
        var page = ids.asTable("page", "id");
        return db.select(LINE)
                .from(page)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(page.field("id", UUID.class)))
                .leftJoin(WORDS)
                .on(WORDS.CASE_ID.eq(CASE_FILE.ID))
                .orderBy(order)
                .fetch(CaseQueries::row);
    }

    /** One statement; each view is counted until it is enough. */
    Waiting waiting(Reach reach) {
        var views = new ArrayList<>(List.of(Filter.View.dispatch, Filter.View.handle, Filter.View.awaiting));
        if (reach.supervisors().length > 0) views.add(Filter.View.supervise);
        var found =
                db.select(views.stream().map(it -> counted(it, reach)).toList()).fetchSingle();
        var counts = new EnumMap<Filter.View, Integer>(Filter.View.class);
        for (int i = 0; i < views.size(); i++) counts.put(views.get(i), found.get(i, int.class));
        counts.put(
                Filter.View.open,
                counts.getOrDefault(Filter.View.dispatch, 0) + counts.getOrDefault(Filter.View.handle, 0));
        return new Waiting(counts);
    }

    private static Field<Integer> counted(Filter.View view, Reach reach) {
        return field(selectCount()
                .from(selectOne().from(CASE_FILE).where(scope(view, reach)).limit(Waiting.COUNTED)));
    }

    private static Condition scope(Filter.View view, Reach reach) {
        var held = CASE_FILE.HOLDER.eq(any(boxed(reach.holders())));
        return switch (view) {
            case open -> held.and(OPEN);
            case dispatch -> held.and(CASE_FILE.STAGE.eq(inline(Stage.REPORTED.name())));
            case handle -> held.and(CASE_FILE.STAGE.eq(inline(Stage.DISPATCHED.name())));
            case returns ->
                CASE_FILE
                        .DESK
                        .eq(any(boxed(reach.holders())))
                        .and(CASE_FILE.STAGE.eq(inline(Stage.DISPATCHED.name())))
                        .and(exists(selectOne()
                                .from(RETURN_REQUEST)
                                .where(RETURN_REQUEST.CASE_ID.eq(CASE_FILE.ID))
                                .and(RETURN_REQUEST.GRANTED.isNull())));
            case supervise ->
                CASE_FILE.SUPERVISOR.eq(any(boxed(reach.supervisors()))).and(OPEN);
            case awaiting -> held.and(CASE_FILE.STAGE.eq(inline(Stage.AWAITING_RESIDENT.name())));
            case closed -> held.and(CASE_FILE.STAGE.eq(inline(Stage.CLOSED.name())));
        };
    }

    private static Condition narrowed(Filter filter, Instant now) {
        var condition = noCondition();
        if (filter.category() != null) condition = condition.and(CASE_FILE.CATEGORY.eq(filter.category()));
        if (filter.unit() != null) condition = condition.and(CASE_FILE.HOLDER.eq(filter.unit()));
        if (filter.late()) condition = condition.and(CASE_FILE.DUE.lt(now)).and(OPEN);
        if (filter.q() != null) condition = condition.and(found(filter.q(), now));
        return condition;
    }

    /** By number or by words of the report; there is no search by reporter, telephone or device. */
    private static Condition found(String q, Instant now) {
        if (CaseNumber.meant(q)) {
            var number = CaseNumber.read(q);
            return number.isPresent() ? CASE_FILE.NUMBER.eq(number.getAsLong()) : falseCondition();
        }
        if (q.chars().filter(Character::isDigit).count() > MOST_DIGITS) return falseCondition();
        return CASE_FILE
                .STAGE
                .ne(Stage.CLOSED.name())
                .or(CASE_FILE.REPORTED_AT.gt(now.minus(WORDS_SEARCHED)))
                .and(exists(selectOne()
                        .from(WORDS)
                        .where(WORDS.CASE_ID.eq(CASE_FILE.ID))
                        .and(WORDS.WORDS_.contains(q))));
    }

    private static SortField<?> order(Filter.View view) {
        return view == Filter.View.closed ? CASE_FILE.REPORTED_AT.desc() : CASE_FILE.DUE.asc();
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
                row.get(SIGNED),
                row.get(ASKED),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.get(WORDS.WORDS_));
    }
}
