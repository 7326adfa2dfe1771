package lianxin.cases;

import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.WordsTable.WORDS;
import static lianxin.platform.Prepared.blank;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.platform.Prepared;
import lianxin.platform.Row;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The statements of lists of cases, one for each set of terms a list can have, with its text rendered once. The page is
 * cut before its lines are dressed with words and work.
 */
final class ListSql {

    /** One more than a page, so that the page knows whether there is a next one. */
    private static final int ROWS = CaseQueries.PAGE + 1;

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
            CASE_FILE.URGED_AT,
            CASE_FILE.ANSWER_UNTIL,
            CASE_FILE.SILENT_SINCE);

    private static final Field<?>[] LINE =
            Stream.concat(OF_THE_CASE.stream(), Stream.of(SIGNED, WORDS.WORDS_)).toArray(Field[]::new);

    private static final Map<Filter.View, Field<Integer>> COUNT = Arrays.stream(Filter.View.values())
            .collect(Collectors.toMap(it -> it, it -> field(name(it.name()), SQLDataType.INTEGER)));

    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private static final Map<Shape, Prepared> LISTS = new ConcurrentHashMap<>();

    private static final Map<List<String>, Prepared> COUNTS = new ConcurrentHashMap<>();

    private static final Prepared ONE = chosen(CASE_FILE.ID.eq(blank(CASE_FILE.ID)));

    private static final Prepared SOME = chosen(CASE_FILE.ID.eq(DSL.any(val((UUID[]) null, UUID[].class))));

    private ListSql() {}

    /** What makes two lists the same statement with other values. */
    private record Shape(Order order, List<String> terms) {}

    /** By what the lines of a list follow each other. */
    private enum Order {
        LATEST,
        WINDOW,
        SILENCE,
        DUE;

        static Order of(Filter.View view) {
            if (view.latestFirst()) return LATEST;
            return switch (view) {
                case awaiting, callback, check -> WINDOW;
                case unanswered -> SILENCE;
                default -> DUE;
            };
        }

        SortField<?> in(Table<?> cases) {
            return switch (this) {
                case LATEST -> column(cases, CASE_FILE.REPORTED_AT).desc();
                case WINDOW -> column(cases, CASE_FILE.ANSWER_UNTIL).asc();
                case SILENCE -> column(cases, CASE_FILE.SILENT_SINCE).asc();
                case DUE -> column(cases, CASE_FILE.DUE).asc();
            };
        }

        private static Field<?> column(Table<?> cases, Field<?> of) {
            return Objects.requireNonNull(cases.field(of));
        }
    }

    static List<Row> list(DSLContext db, Filter filter, Reach reach, Marks marks) {
        var terms = terms(filter, reach, marks);
        if (terms.isEmpty()) return List.of();
        var shape = new Shape(
                Order.of(filter.view()), terms.stream().map(Term::name).toList());
        var values = values(terms);
        values.add((filter.page() - 1) * CaseQueries.PAGE);
        return LISTS.computeIfAbsent(shape, it -> prepared(it.order(), terms)).fetch(db, values);
    }

    static List<Row> one(DSLContext db, CaseId id) {
        return ONE.fetch(db, id.value());
    }

    static List<Row> some(DSLContext db, Collection<CaseId> ids) {
        return SOME.fetch(db, (Object) ids.stream().map(CaseId::value).toArray(UUID[]::new));
    }

    /** In one statement; each view is counted until it is enough. */
    static Map<Filter.View, Integer> counts(DSLContext db, Collection<Filter.View> views, Reach reach, Marks marks) {
        var counted = List.copyOf(views);
        var terms = counted.stream().map(it -> ListScope.of(it, reach, marks)).toList();
        var found = COUNTS.computeIfAbsent(terms.stream().map(Term::name).toList(), it -> counting(counted, terms))
                .fetch(db, values(terms))
                .getFirst();
        var counts = new EnumMap<Filter.View, Integer>(Filter.View.class);
        counted.forEach(it -> counts.put(it, found.get(Objects.requireNonNull(COUNT.get(it)))));
        return counts;
    }

    private static Prepared counting(List<Filter.View> views, List<Term> terms) {
        return Prepared.of(
                SQL.select(terms.stream().map(it -> counted(it.condition())).toList()),
                views.stream().map(COUNT::get).toArray(Field[]::new));
    }

    private static Field<Integer> counted(Condition which) {
        return field(selectCount().from(selectOne().from(CASE_FILE).where(which).limit(inline(Waiting.COUNTED))));
    }

    /**
     * What a case must be to stand in the list; nothing for a list that finds none. Who knows its number finds a case
     * wherever it stands; words are searched where they may be read.
     */
    static List<Term> terms(Filter filter, Reach reach, Marks marks) {
        var sought = Sought.in(filter.q());
        var state = filter.state();
        if (sought == Sought.NEVER || state != null && !ListNarrowing.STATES.containsKey(state)) return List.of();
        var typed = filter.q();
        var terms = new ArrayList<Term>();
        terms.add(sought == Sought.NUMBER ? ListScope.anywhere(reach) : ListScope.of(filter.view(), reach, marks));
        terms.addAll(ListNarrowing.of(filter, marks));
        if (sought == Sought.NUMBER) terms.add(ListNarrowing.number(Objects.requireNonNull(typed)));
        if (sought == Sought.WORDS) {
            terms.add(ListNarrowing.words(Objects.requireNonNull(typed), marks));
            if (reach.withPublicSpace()) terms.add(ListScope.readable(reach));
        }
        return terms;
    }

    static List<Object> values(List<Term> terms) {
        var values = new ArrayList<Object>();
        terms.forEach(it -> values.addAll(it.values()));
        return values;
    }

    private static Prepared prepared(Order order, List<Term> terms) {
        return dressed(
                SQL.select(OF_THE_CASE)
                        .from(CASE_FILE)
                        .where(terms.stream().map(Term::condition).toList())
                        .orderBy(order.in(CASE_FILE))
                        .limit(inline(ROWS))
                        .offset(val((Integer) null, SQLDataType.INTEGER)),
                order);
    }

    private static Prepared chosen(Condition which) {
        return dressed(SQL.select(OF_THE_CASE).from(CASE_FILE).where(which), Order.DUE);
    }

    private static Prepared dressed(Select<?> cases, Order order) {
        var page = cases.asTable(CASE_FILE.getUnqualifiedName());
        var id = Objects.requireNonNull(page.field(CASE_FILE.ID));
        return Prepared.of(
                SQL.select(page.fields())
                        .select(field(ListNarrowing.signed(id)).as(SIGNED), WORDS.WORDS_)
                        .from(page)
                        .leftJoin(WORDS)
                        .on(WORDS.CASE_ID.eq(id))
                        .orderBy(order.in(page)),
                LINE);
    }
}
