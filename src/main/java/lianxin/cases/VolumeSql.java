package lianxin.cases;

import static lianxin.cases.tables.AssignmentTable.ASSIGNMENT;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import lianxin.platform.Prepared;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Adds up all pages of a list in one statement. */
final class VolumeSql {

    private static final Field<Integer> REPORTS = field(name("reports"), SQLDataType.INTEGER);
    private static final Field<Integer> CASES = field(name("cases"), SQLDataType.INTEGER);
    private static final Field<Integer> ORDERS = field(name("orders"), SQLDataType.INTEGER);

    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private static final Map<List<String>, Prepared> VOLUMES = new ConcurrentHashMap<>();

    private VolumeSql() {}

    static Volume of(DSLContext db, Filter filter, Reach reach, Marks marks) {
        var terms = ListSql.terms(filter, reach, marks);
        if (terms.isEmpty()) return new Volume(0, 0, 0);
        var sum = VOLUMES.computeIfAbsent(terms.stream().map(Term::name).toList(), it -> adding(terms))
                .fetch(db, ListSql.values(terms))
                .getFirst();
        return new Volume(sum.get(REPORTS), sum.get(CASES), sum.get(ORDERS));
    }

    private static Prepared adding(List<Term> terms) {
        var found = name("found")
                .as(SQL.select(CASE_FILE.ID, CASE_FILE.JOINED)
                        .from(CASE_FILE)
                        .where(terms.stream().map(Term::condition).toList())
                        .limit(inline(Volume.COUNTED + 1)));
        var joined = Objects.requireNonNull(found.field(CASE_FILE.JOINED));
        var orders = selectCount()
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.CASE_ID.in(select(found.field(CASE_FILE.ID)).from(found)));
        return Prepared.of(
                SQL.with(found)
                        .select(count(), count().filterWhere(joined.isNull()), field(orders))
                        .from(found),
                REPORTS,
                CASES,
                ORDERS);
    }
}
