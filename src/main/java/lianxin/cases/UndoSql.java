package lianxin.cases;

import static lianxin.cases.tables.AssignmentTable.ASSIGNMENT;
import static lianxin.cases.tables.CaseFileTable.CASE_FILE;
import static lianxin.cases.tables.RequestTable.REQUEST;
import static lianxin.cases.tables.TimeLimitTable.TIME_LIMIT;
import static lianxin.platform.Prepared.blank;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.platform.Prepared;
import lianxin.platform.Row;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Keeps the rows of a case as they are, and puts them back. A new column of these tables comes along by itself. */
final class UndoSql {

    static final Field<String> BEFORE = DSL.field(DSL.name("before"), SQLDataType.CLOB);

    /** What belongs to one case in rows of its own; replies are only taken back. */
    private static final List<Table<?>> KEPT = List.of(ASSIGNMENT, TIME_LIMIT, REQUEST);

    /** What never changes, what is nobody's business for a while, and what goes on counting. */
    private static final Set<String> NOT_RESTORED =
            Set.of("id", "case_id", "number", "code", "version", "claimed_until", "attempts", "reason");

    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private static final Prepared KEEP = Prepared.of(
            SQL.resultQuery(
                    """
                    SELECT c.version, jsonb_build_object('case_file', to_jsonb(c), %s, 'reply',
                        coalesce((SELECT jsonb_agg(r.id) FROM cases.reply r WHERE r.case_id = c.id), '[]'))::text
                    FROM cases.case_file c WHERE c.id = {0}""".formatted(KEPT.stream().map(UndoSql::rows).collect(Collectors.joining(", "))),
                    blank(CASE_FILE.ID)),
            CASE_FILE.VERSION,
            BEFORE);

    private static final List<Prepared> RESTORE = restoring();

    private UndoSql() {}

    /** The case with all that belongs to it, and its version. */
    static List<Row> keep(DSLContext db, CaseId id) {
        return KEEP.fetch(db, id.value());
    }

    static void restore(DSLContext db, CaseId id, String before) {
        RESTORE.forEach(it -> it.execute(db, List.of(before, id.value())));
    }

    private static String rows(Table<?> table) {
        return "'%1$s', coalesce((SELECT jsonb_agg(to_jsonb(t) - 'reason') FROM cases.%1$s t WHERE t.case_id = c.id), '[]')"
                .formatted(table.getName());
    }

    private static List<Prepared> restoring() {
        var steps = new ArrayList<Prepared>();
        for (var table : List.of("reply", ASSIGNMENT.getName(), TIME_LIMIT.getName(), REQUEST.getName())) {
            var id = table.equals("reply") ? "was #>> '{}'" : "was ->> 'id'";
            steps.add(prepared("""
                    WITH b AS (SELECT {0}::jsonb AS before)
                    DELETE FROM cases.%1$s t WHERE t.case_id = {1} AND t.id NOT IN (
                        SELECT (%2$s)::uuid FROM b, jsonb_array_elements(b.before -> '%1$s') was)""".formatted(table, id)));
        }
        for (var table : KEPT) steps.add(prepared("""
                    WITH b AS (SELECT {0}::jsonb AS before)
                    UPDATE cases.%1$s t SET %2$s
                    FROM b, jsonb_populate_recordset(NULL::cases.%1$s, b.before -> '%1$s') was
                    WHERE t.case_id = {1} AND t.id = was.id""".formatted(table.getName(), columns(table))));
        steps.add(prepared("""
                WITH b AS (SELECT {0}::jsonb AS before)
                UPDATE cases.case_file t SET %s, version = t.version + 1, claimed_until = NULL, attempts = 0
                FROM b, jsonb_populate_record(NULL::cases.case_file, b.before -> 'case_file') was
                WHERE t.id = {1}""".formatted(columns(CASE_FILE))));
        return steps;
    }

    private static String columns(Table<?> table) {
        return table.fieldStream()
                .map(Field::getName)
                .filter(it -> !NOT_RESTORED.contains(it))
                .map(it -> "\"%1$s\" = was.\"%1$s\"".formatted(it))
                .collect(Collectors.joining(", "));
    }

    private static Prepared prepared(String text) {
        return Prepared.of((Query) SQL.query(text, blank(BEFORE), DSL.val((UUID) null, UUID.class)));
    }
}
