package lianxin.cases;

import static lianxin.cases.tables.AssignmentTable.ASSIGNMENT;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.WordsTable.WORDS;
import static lianxin.platform.Prepared.blank;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import lianxin.cases.Reach.Part;
import lianxin.platform.Prepared;
import lianxin.platform.Row;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The statements of lists of cases, one for each shape a list can have, with its text rendered once. The page is cut
 * before its lines are dressed with words and work.
 */
final class ListSql {

    /** One more than a page, so that the page knows whether there is a next one. */
    private static final int ROWS = CaseQueries.PAGE + 1;

    /** Words of closed cases are searched so far back: reading all there ever were would take longer with every year. */
    private static final Duration WORDS_SEARCHED = Duration.ofDays(365);

    static final Field<Boolean> SIGNED = field(name("signed"), SQLDataType.BOOLEAN);

    private static final List<Field<?>> OF_THE_CASE = List.of(
            CASE_FILE.ID,
            CASE_FILE.NUMBER,
            CASE_FILE.CATEGORY,
            CASE_FILE.KIND,
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
            CASE_FILE.ASKED,
            CASE_FILE.PAUSED_AT,
            CASE_FILE.URGED,
            CASE_FILE.URGED_AT);

    private static final Field<?>[] LINE =
            Stream.concat(OF_THE_CASE.stream(), Stream.of(SIGNED, WORDS.WORDS_)).toArray(Field[]::new);

    private static final Condition OPEN =
            CASE_FILE.STAGE.in(inline(Stage.REPORTED.name()), inline(Stage.DISPATCHED.name()));

    private static final List<Filter.View> COUNTED =
            List.of(Filter.View.dispatch, Filter.View.handle, Filter.View.awaiting, Filter.View.supervise);

    private static final List<Field<Integer>> COUNTS_READ = COUNTED.stream()
            .map(it -> field(name(it.name()), SQLDataType.INTEGER))
            .toList();

    private static final Param<Integer[]> UNITS = val((Integer[]) null, SQLDataType.INTEGER.array());

    private static final Param<String[]> CATEGORIES = val((String[]) null, SQLDataType.CLOB.array());

    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private static final Map<Shape, Prepared> LISTS = new ConcurrentHashMap<>();

    private static final Map<Integer, Prepared> COUNTS = new ConcurrentHashMap<>();

    private static final Prepared ONE = dressed(
            SQL.select(OF_THE_CASE).from(CASE_FILE).where(CASE_FILE.ID.eq(blank(CASE_FILE.ID))), Filter.View.open);

    private ListSql() {}

    /** What makes two lists the same statement with other values. */
    private record Shape(
            Filter.View view,
            boolean category,
            boolean unit,
            boolean late,
            Sought sought,
            int lines,
            boolean publicSpace) {

        Shape(Filter filter, Reach reach) {
            this(
                    filter.view(),
                    filter.category() != null,
                    filter.unit() != null,
                    filter.late(),
                    Sought.in(filter.q()),
                    reach.lines().size(),
                    reach.withPublicSpace());
        }

        int parts() {
            return publicSpace ? lines + 1 : lines;
        }
    }

    static List<Row> list(DSLContext db, Filter filter, Reach reach, Instant now) {
        var shape = new Shape(filter, reach);
        if (shape.sought == Sought.NEVER) return List.of();
        return LISTS.computeIfAbsent(shape, ListSql::prepared).fetch(db, values(shape, filter, reach, now));
    }

    static List<Row> one(DSLContext db, CaseId id) {
        return ONE.fetch(db, id.value());
    }

    /** In one statement; each view is counted until it is enough. */
    static Map<Filter.View, Integer> counts(DSLContext db, Reach reach) {
        var seen = reach.parts();
        var values = COUNTED.stream().flatMap(it -> seen(it, reach, seen)).toArray();
        var found = COUNTS.computeIfAbsent(seen.size(), ListSql::counting)
                .fetch(db, values)
                .getFirst();
        var counts = new EnumMap<Filter.View, Integer>(Filter.View.class);
        for (int i = 0; i < COUNTED.size(); i++) counts.put(COUNTED.get(i), found.get(COUNTS_READ.get(i)));
        return counts;
    }

    private static Prepared counting(int parts) {
        return Prepared.of(
                SQL.select(COUNTED.stream().map(it -> counted(it, parts)).toList()), COUNTS_READ.toArray(Field[]::new));
    }

    private static Prepared prepared(Shape shape) {
        return dressed(
                SQL.select(OF_THE_CASE)
                        .from(CASE_FILE)
                        .where(shape.sought == Sought.NUMBER ? held(shape.parts()) : scope(shape.view, shape.parts()))
                        .and(narrowed(shape))
                        .orderBy(order(shape.view, CASE_FILE))
                        .limit(inline(ROWS))
                        .offset(val((Integer) null, SQLDataType.INTEGER)),
                shape.view);
    }

    private static Prepared dressed(Select<?> cases, Filter.View view) {
        var page = cases.asTable(CASE_FILE.getUnqualifiedName());
        var id = Objects.requireNonNull(page.field(CASE_FILE.ID));
        var signed = exists(selectOne()
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.CASE_ID.eq(id))
                .and(ASSIGNMENT.ENDED_AT.isNull())
                .and(ASSIGNMENT.SIGNED_AT.isNotNull()));
        return Prepared.of(
                SQL.select(page.fields())
                        .select(field(signed).as(SIGNED), WORDS.WORDS_)
                        .from(page)
                        .leftJoin(WORDS)
                        .on(WORDS.CASE_ID.eq(id))
                        .orderBy(order(view, page)),
                LINE);
    }

    /** In the order in which {@link #prepared} leaves blanks. Who knows its number finds a case wherever it stands. */
    private static Object[] values(Shape shape, Filter filter, Reach reach, Instant now) {
        var values = new ArrayList<Object>();
        var seen = shape.sought == Sought.NUMBER ? held(reach, reach.parts()) : seen(shape.view, reach, reach.parts());
        seen.forEach(values::add);
        if (filter.category() != null) values.add(filter.category());
        if (filter.unit() != null) values.add(filter.unit());
        if (filter.late()) values.add(now);
        if (shape.sought == Sought.NUMBER)
            values.add(CaseNumber.read(Objects.requireNonNull(filter.q())).getAsLong());
        if (shape.sought == Sought.WORDS) {
            values.add(now.minus(WORDS_SEARCHED));
            values.add(Objects.requireNonNull(filter.q()));
            if (shape.publicSpace) held(reach, reach.lines()).forEach(values::add);
        }
        values.add((filter.page() - 1) * CaseQueries.PAGE);
        return values.toArray();
    }

    /** In the order in which {@link #scope} leaves blanks. */
    private static Stream<Object> seen(Filter.View view, Reach reach, List<Part> parts) {
        return switch (view) {
            case supervise -> Stream.of((Object) boxed(reach.supervisors()));
            case returns -> Stream.of((Object) boxed(reach.holders()));
            default -> held(reach, parts);
        };
    }

    private static Stream<Object> held(Reach reach, List<Part> parts) {
        return Stream.concat(
                Stream.of((Object) boxed(reach.holders())),
                parts.stream()
                        .flatMap(it ->
                                Stream.of(boxed(it.holders()), it.categories().toArray(String[]::new))));
    }

    private static Integer[] boxed(int[] units) {
        return Arrays.stream(units).boxed().toArray(Integer[]::new);
    }

    private static Field<Integer> counted(Filter.View view, int parts) {
        return field(selectCount()
                .from(selectOne().from(CASE_FILE).where(scope(view, parts)).limit(inline(Waiting.COUNTED))));
    }

    private static Condition scope(Filter.View view, int parts) {
        return switch (view) {
            case open -> held(parts).and(OPEN);
            case dispatch -> held(parts).and(CASE_FILE.STAGE.eq(inline(Stage.REPORTED.name())));
            case handle -> held(parts).and(CASE_FILE.STAGE.eq(inline(Stage.DISPATCHED.name())));
            case returns -> CASE_FILE.DESK.eq(any(UNITS)).and(CASE_FILE.ASKED.isNotNull());
            case supervise -> CASE_FILE.SUPERVISOR.eq(any(UNITS)).and(OPEN);
            case awaiting -> held(parts).and(CASE_FILE.STAGE.eq(inline(Stage.AWAITING_RESIDENT.name())));
            case closed -> held(parts).and(CASE_FILE.STAGE.eq(inline(Stage.CLOSED.name())));
        };
    }

    /** All cases of some units, and those of some categories in others. */
    private static Condition held(int parts) {
        var seen = CASE_FILE.HOLDER.eq(any(UNITS));
        for (int i = 0; i < parts; i++)
            seen = seen.or(CASE_FILE.HOLDER.eq(any(UNITS)).and(CASE_FILE.CATEGORY.eq(any(CATEGORIES))));
        return seen;
    }

    /** Words are searched where they may be read. */
    private static Condition narrowed(Shape shape) {
        var condition = noCondition();
        if (shape.category) condition = condition.and(CASE_FILE.CATEGORY.eq(blank(CASE_FILE.CATEGORY)));
        if (shape.unit) condition = condition.and(CASE_FILE.HOLDER.eq(blank(CASE_FILE.HOLDER)));
        if (shape.late)
            condition = condition.and(CASE_FILE.DUE.lt(blank(CASE_FILE.DUE))).and(OPEN);
        return switch (shape.sought) {
            case NOTHING, NEVER -> condition;
            case NUMBER -> condition.and(CASE_FILE.NUMBER.eq(blank(CASE_FILE.NUMBER)));
            case WORDS ->
                condition
                        .and(CASE_FILE
                                .STAGE
                                .ne(inline(Stage.CLOSED.name()))
                                .or(CASE_FILE.REPORTED_AT.gt(blank(CASE_FILE.REPORTED_AT))))
                        .and(exists(selectOne()
                                .from(WORDS)
                                .where(WORDS.CASE_ID.eq(CASE_FILE.ID))
                                .and(WORDS.WORDS_.contains(blank(WORDS.WORDS_)))))
                        .and(shape.publicSpace ? held(shape.lines) : noCondition());
        };
    }

    private static SortField<?> order(Filter.View view, Table<?> cases) {
        return view == Filter.View.closed
                ? Objects.requireNonNull(cases.field(CASE_FILE.REPORTED_AT)).desc()
                : Objects.requireNonNull(cases.field(CASE_FILE.DUE)).asc();
    }
}
