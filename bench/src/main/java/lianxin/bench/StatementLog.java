package lianxin.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** What the application says to its database while it answers one request, read from the server's own log. */
final class StatementLog implements AutoCloseable {

    private static final Pattern ENTRY =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d [0-9:.]+ \\S+ \\[(\\d+)\\] ([A-Z]+):\\s+(.*)$", Pattern.DOTALL);
    private static final Pattern EXECUTED = Pattern.compile("^(?:execute [^:]+|statement): (.*)$", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (NULL|'[^']*+(?:''[^']*+)*+')");

    private final Product product;
    private final String role;

    interface Request {
        void send() throws Exception;
    }

    /** @param parameters in order; null where the statement was given NULL */
    record Statement(String sql, List<String> parameters) {

        boolean is(String word) {
            return sql.strip().equalsIgnoreCase(word);
        }
    }

    /** From now on the application's role writes its statements into the log, until this is closed. */
    StatementLog(Product product) throws SQLException, IOException {
        this.product = product;
        this.role = product.applicationRole();
        settings("SET log_statement = 'all'", "SET log_error_verbosity = 'default'", "SET log_duration = off");
    }

    /** The statements of the request by connection, after it was sent some times to have everything warm. */
    List<List<Statement>> during(Request request) throws Exception {
        for (int warm = 0; warm < 3; warm++) request.send();
        TimeUnit.MILLISECONDS.sleep(300);
        long from = product.databaseLog().toFile().length();
        request.send();
        TimeUnit.MILLISECONDS.sleep(500);
        return read(from);
    }

    /** The statements between the BEGIN and the COMMIT of the first transaction that names this table. */
    static List<Statement> transaction(List<List<Statement>> said, String table) {
        for (var connection : said) {
            var transaction = new ArrayList<Statement>();
            for (var statement : connection) {
                if (statement.is("BEGIN")) {
                    transaction.clear();
                } else if (statement.is("COMMIT")) {
                    if (transaction.stream().anyMatch(it -> it.sql.contains(table))) return transaction;
                    transaction.clear();
                } else {
                    transaction.add(statement);
                }
            }
        }
        throw new Bench.Unmeasured("no transaction with " + table + " was found in the database's log");
    }

    private List<List<Statement>> read(long from) throws IOException {
        var bytes = new byte[(int) (product.databaseLog().toFile().length() - from)];
        try (var file = new RandomAccessFile(product.databaseLog().toFile(), "r")) {
            file.seek(from);
            file.readFully(bytes);
        }
        Map<String, List<Statement>> byConnection = new LinkedHashMap<>();
        for (var entry : entries(new String(bytes, StandardCharsets.UTF_8))) {
            var parts = ENTRY.matcher(entry);
            if (!parts.matches()) continue;
            var said = byConnection.computeIfAbsent(parts.group(1), it -> new ArrayList<>());
            var executed = EXECUTED.matcher(parts.group(3));
            if (parts.group(2).equals("LOG") && executed.matches()) {
                said.add(new Statement(executed.group(1), List.of()));
            } else if (parts.group(2).equals("DETAIL") && !said.isEmpty()) {
                said.add(new Statement(said.removeLast().sql, parameters(parts.group(3))));
            }
        }
        return List.copyOf(byConnection.values());
    }

    /** A line that begins with a tab belongs to the one before. */
    private static List<String> entries(String log) {
        var entries = new ArrayList<String>();
        for (var line : log.split("\n")) {
            if (line.startsWith("\t") && !entries.isEmpty())
                entries.add(entries.removeLast() + "\n" + line.substring(1));
            else entries.add(line);
        }
        return entries;
    }

    private static List<String> parameters(String detail) {
        var values = new ArrayList<String>();
        var found = PARAMETER.matcher(detail);
        while (found.find()) {
            var value = found.group(1);
            values.add(
                    value.equals("NULL") ? null : value.substring(1, value.length() - 1).replace("''", "'"));
        }
        return values;
    }

    /** Settings of a role hold for new connections, so the old ones are ended; the pool opens others. */
    private void settings(String... settings) throws SQLException, IOException {
        try (var connection = product.superuser();
                var statement = connection.createStatement()) {
            for (var setting : settings) statement.execute("ALTER ROLE " + role + " " + setting);
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + role + "'");
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }

    @Override
    public void close() throws SQLException, IOException {
        settings("RESET ALL");
    }
}
