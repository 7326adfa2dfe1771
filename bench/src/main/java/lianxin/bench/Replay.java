package lianxin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lianxin.bench.StatementLog.Statement;

/**
 * The statements of one transaction as a script for pgbench. What two transactions of the same kind say differently is
 * made anew in each run: the ends of new ids and short codes; everything else is said as it was.
 */
final class Replay {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)\\b");
    private static final int LONGEST_CODE = 10;
    private static final long CODES = 1L << 62;
    private static final long ENDS_OF_IDS = 0xffff_ffff_ffffL;

    private final Connection database;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> codes = new LinkedHashMap<>();

    private Replay(Connection database) {
        this.database = database;
    }

    static String of(List<Statement> one, List<Statement> other, Connection database) throws SQLException {
        if (one.size() != other.size())
            throw new Bench.Unmeasured("two reports did not say the same number of statements to the database");
        var replay = new Replay(database);
        var body = new StringBuilder("BEGIN;\n");
        for (int it = 0; it < one.size(); it++) replay.add(one.get(it), other.get(it), body);
        var head = new StringBuilder();
        replay.ids.values().forEach(it -> head.append("\\set %s random(0, %d)%n".formatted(it, ENDS_OF_IDS)));
        replay.codes.values().forEach(it -> head.append("\\set %s random(0, %d)%n".formatted(it, CODES)));
        return head.append(body).append("COMMIT;\n").toString();
    }

    private void add(Statement statement, Statement other, StringBuilder script) throws SQLException {
        var types = types(statement.sql());
        var values = new ArrayList<String>();
        for (int it = 0; it < statement.parameters().size(); it++) {
            var type = it < types.length ? types[it] : "text";
            values.add(value(statement.parameters().get(it), other.parameters().get(it), type));
        }
        var sql = PLACE.matcher(statement.sql())
                .replaceAll(it -> Matcher.quoteReplacement(values.get(Integer.parseInt(it.group(1)) - 1)));
        script.append(sql).append(";\n");
    }

    private String value(String said, String otherwise, String type) {
        if (said == null) return "NULL::" + type;
        if (said.equals(otherwise) || otherwise == null) return literal(said) + "::" + type;
        if (UUID.matcher(said).find()) return "(" + withNewIds(said, otherwise) + ")::" + type;
        if (type.equals("text") && said.length() == otherwise.length() && said.length() <= LONGEST_CODE) {
            var code = codes.computeIfAbsent(said, it -> "code" + codes.size());
            return "left(encode(int8send(:%s::bigint), 'base64'), %d)".formatted(code, said.length());
        }
        return literal(said) + "::" + type;
    }

    /** The time at the beginning of an id stays, so that the rows lie where the application's lie. */
    private String withNewIds(String said, String otherwise) {
        var parts = new ArrayList<String>();
        var found = UUID.matcher(said);
        int from = 0;
        while (found.find()) {
            int end = found.end() - 12;
            if (otherwise.contains(found.group())) continue;
            var id = ids.computeIfAbsent(found.group(), it -> "id" + ids.size());
            parts.add(literal(said.substring(from, end)));
            parts.add("lpad(to_hex(:" + id + "::bigint), 12, '0')");
            from = found.end();
        }
        if (from < said.length()) parts.add(literal(said.substring(from)));
        return String.join(" || ", parts);
    }

    /** A colon would be a variable to pgbench. */
    private static String literal(String text) {
        return "E'"
                + text.replace("\\", "\\\\")
                        .replace("'", "''")
                        .replace(":", "\\x3A")
                        .replace("\n", "\\n")
                + "'";
    }

    private String[] types(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("PREPARE bench_probe AS " + sql);
            try (var row = statement.executeQuery(
                    "SELECT parameter_types::text[] FROM pg_prepared_statements WHERE name = 'bench_probe'")) {
                row.next();
                return (String[]) row.getArray(1).getArray();
            } finally {
                database.createStatement().execute("DEALLOCATE bench_probe");
            }
        }
    }
}
