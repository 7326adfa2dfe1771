package lianxin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lianxin.bench.Bench.Trial;
import lianxin.bench.Bench.Unmeasured;
import lianxin.bench.Bench.Verdict;

/**
 * The inbox of a desk in a town that has been at work for years: how long the page takes at one client and at eight;
 * beside it the page's own list query over JDBC.
 */
final class InboxBench implements Bench.Benchmark {

    private static final double ALONE = 20;
    /** A program that has just started has not warmed up. */
    private static final double QUICK = 3;
    private static final double AMONG_EIGHT = 60;
    private static final int CLIENTS = 8;
    private static final String PAGE = "/cases";

    /** Who reads an inbox with everything below in it; the first that the town has. */
    private static final List<String> DESKS = List.of("county-leader", "county-dispatcher", "township-leader", "township-head");

    @Override
    public Verdict run(Trial trial) throws Exception {
        try (var town = Town.open(trial)) {
            var product = town.product();
            var account = Account.in(product);
            fill(product, account, trial.size(1_000_000, 50_000), trial.size(10_000, 1_000));
            var query = query(product, account);
            var visitors = new ArrayList<Wire>();
            for (int it = 0; it < CLIENTS; it++) visitors.add(account.signIn(product.port()));
            open(visitors, trial.size(1500, 50));
            try (var list = new ListQuery(product, query)) {
                list.times(trial.size(500, 100));
                return measure(trial, visitors, list);
            } finally {
                for (var it : visitors) it.close();
            }
        }
    }

    private static Verdict measure(Trial trial, List<Wire> visitors, ListQuery list) throws Exception {
        var alone = new Figures("page at 1 client, p99", "ms");
        var aloneMiddle = new Figures("page at 1 client, p50", "ms");
        var eight = new Figures("page at 8 clients, p99", "ms");
        var eightMiddle = new Figures("page at 8 clients, p50", "ms");
        var query = new Figures("list query over JDBC, p99", "ms");
        var queryMiddle = new Figures("list query over JDBC, p50", "ms");
        for (int round = 0; round < trial.size(3, 2); round++) {
            add(list.times(trial.size(1500, 300)), queryMiddle, query);
            add(open(visitors.subList(0, 1), trial.size(1500, 300)), aloneMiddle, alone);
            add(open(visitors, trial.size(400, 60)), eightMiddle, eight);
        }
        for (var it : List.of(queryMiddle, query, aloneMiddle, alone, eightMiddle, eight)) System.out.println(it);
        double patience = trial.size(1.0, QUICK);
        var met = alone.median() < ALONE * patience && eight.median() < AMONG_EIGHT * patience;
        var goal = "p99 < %.0f ms, at 8 clients %s of < %.0f ms"
                .formatted(ALONE * patience, eight.middle(), AMONG_EIGHT * patience);
        return new Verdict(alone.middle(), query.middle(), alone.median() / query.median(), goal, met);
    }

    private static void add(long[] nanos, Figures middle, Figures late) {
        middle.add(Figures.percentile(nanos, 0.50));
        late.add(Figures.percentile(nanos, 0.99));
    }

    /** Each visitor opens the page as often, all at once; what each time took, in order. */
    private static long[] open(List<Wire> visitors, int times) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = threads.invokeAll(visitors.stream()
                    .map(it -> (Callable<long[]>) () -> opened(it, times))
                    .toList());
            var all = new ArrayList<long[]>();
            for (var it : running) all.add(it.get());
            return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        }
    }

    private static long[] opened(Wire visitor, int times) throws IOException {
        var nanos = new long[times];
        for (int it = 0; it < times; it++) {
            long began = System.nanoTime();
            var page = visitor.get(PAGE);
            nanos[it] = System.nanoTime() - began;
            if (page.status() != 200) throw new Unmeasured(PAGE + " answered " + page.status());
        }
        return nanos;
    }

    private static void fill(Product product, Account account, int cases, int here) throws Exception {
        String script;
        try (var file = InboxBench.class.getResourceAsStream("inbox.sql")) {
            script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        long began = System.nanoTime();
        try (var connection = product.superuser();
                var statement = connection.createStatement()) {
            for (var it : Map.of("account", account.name(), "cases", cases, "here", here).entrySet())
                script = script.replace("{" + it.getKey() + "}", it.getValue().toString());
            statement.execute(script);
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
            statement.execute("SELECT * FROM bench_told");
            try (var told = statement.getResultSet()) {
                told.next();
                System.out.printf(
                        "%,d cases, %,d open below %s, which is %,d units; loaded in %.0f s%n",
                        told.getLong(1), told.getLong(2), account.name(), told.getLong(3), (System.nanoTime() - began) / 1e9);
            }
        }
    }

    private static StatementLog.Statement query(Product product, Account account) throws Exception {
        try (var log = new StatementLog(product);
                var visitor = account.signIn(product.port())) {
            var said = log.during(() -> opened(visitor, 1)).stream()
                    .flatMap(List::stream)
                    .filter(it -> !it.is("BEGIN") && !it.is("COMMIT"))
                    .toList();
            System.out.println("one page is " + said.size() + " statements");
            return said.stream()
                    .filter(it -> it.sql().contains("case_file")
                            && (it.sql().contains("fetch next") || it.sql().contains("limit")))
                    .findFirst()
                    .orElseThrow(() -> new Unmeasured("the list query was not found in the database's log"));
        }
    }

    /** One of the demonstration's accounts. */
    private record Account(String name, String password) {

        static Account in(Product product) throws IOException {
            var lines = Files.readAllLines(product.data().resolve("demonstration-accounts.txt"));
            var password = lines.getFirst().substring(lines.getFirst().lastIndexOf(' ') + 1);
            for (var desk : DESKS) {
                if (lines.stream().anyMatch(it -> it.strip().startsWith(desk + " "))) return new Account(desk, password);
            }
            throw new Unmeasured("the demonstration has no account of a desk");
        }

        Wire signIn(int port) throws IOException {
            var visitor = new Wire(port);
            var form = Form.with("password", visitor.get("/sign-in").text());
            var answer = visitor.post(form.action(), form.filled(Map.of("username", name, "password", password)));
            if (answer.location().contains("/sign-in")) throw new Unmeasured(name + " could not sign in");
            return visitor;
        }
    }

    /** The page's list query, prepared, with the parameters of the page. */
    private static final class ListQuery implements AutoCloseable {

        private final java.sql.Connection connection;
        private final java.sql.PreparedStatement statement;

        ListQuery(Product product, StatementLog.Statement said) throws SQLException, IOException {
            connection = product.superuser();
            var sql = said.sql().replace("?", "??").replaceAll("\\$\\d+\\b", "?");
            statement = connection.prepareStatement(sql);
            for (int it = 0; it < said.parameters().size(); it++)
                statement.setObject(it + 1, said.parameters().get(it), java.sql.Types.OTHER);
        }

        long[] times(int times) throws SQLException {
            var nanos = new long[times];
            for (int it = 0; it < times; it++) {
                long began = System.nanoTime();
                try (var rows = statement.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) for (int column = 1; column <= columns; column++) rows.getString(column);
                }
                nanos[it] = System.nanoTime() - began;
            }
            Arrays.sort(nanos);
            return nanos;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
