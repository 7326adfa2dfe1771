package lianxin.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lianxin.bench.Bench.Trial;
import lianxin.bench.Bench.Unmeasured;
import lianxin.bench.Bench.Verdict;

/**
 * Time comes to some cases of a town in which very many are open: how long until all of them have been woken, by one
 * node and by two that sweep at the same moment; beside it pgbench, which changes as many cases and writes as many facts
 * down and knows no rule.
 */
final class SweepBench implements Bench.Benchmark {

    private static final double GOAL = 10;
    /** Connections of the peer: as many as the sweep works with. */
    private static final int CLIENTS = 1;
    private static final String OFTEN = "--lianxin.sweep-every=PT0.1S";

    private int next = 1;

    @Override
    public Verdict run(Trial trial) throws Exception {
        int cases = trial.size(1_000_000, 100_000);
        int due = trial.size(5_000, 5_000);
        try (var town = Town.open(trial, OFTEN)) {
            var product = town.product();
            var pgbench = PgBench.on(product, trial.work());
            fill(product, cases);
            pgbench.script(script("sweep-bare.sql", Map.of("cases", cases)));
            System.out.printf("  warm-up: %.1f s%n", woken(product, due));
            var one = new Figures("%,d of %,d woken by one node".formatted(due, cases), "s");
            var two = new Figures("by two nodes at the same moment", "s");
            var bare = new Figures("as many bare changes by pgbench", "s");
            for (int round = 0; round < trial.size(3, 2); round++) {
                bare.add(due / pgbench.run(CLIENTS, trial.size(10, 2)));
                one.add(woken(product, due));
            }
            try (var other = second(trial, product, pgbench)) {
                whoTells(product);
                System.out.printf("  second node on port %d, warm-up: %.1f s%n", other.port(), woken(product, due));
                for (int round = 0; round < trial.size(3, 2); round++) two.add(woken(product, due));
                bothWorked(product);
            }
            System.out.println(bare + "\n" + one + "\n" + two);
            var goal = "< %.0f s, by two nodes %s of < %.0f s, nothing told twice".formatted(GOAL, two.middle(), GOAL);
            var met = one.median() < GOAL && two.median() < GOAL;
            return new Verdict(one.middle(), bare.middle(), bare.median() / one.median(), goal, met);
        }
    }

    /** Seconds from the moment at which they are due until nobody is, with all told as it should be. */
    private double woken(Product product, int due) throws Exception {
        int from = next;
        next += due;
        try (var connection = product.superuser()) {
            connection.setAutoCommit(false);
            run(connection, "sweep-due.sql", Map.of("from", from, "due", due));
            connection.commit();
            long began = System.nanoTime();
            while (waiting(connection)) {
                connection.commit();
                TimeUnit.MILLISECONDS.sleep(20);
                if (System.nanoTime() - began > 300e9) throw new Unmeasured("after five minutes cases were still due");
            }
            double took = (System.nanoTime() - began) / 1e9;
            check(connection, from, due);
            connection.commit();
            return took;
        }
    }

    private static boolean waiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT EXISTS (SELECT FROM cases.case_file WHERE wake_at <= now())")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void check(Connection connection, int from, int due) throws Exception {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(script("sweep-told.sql", Map.of("from", from, "due", due)))) {
            row.next();
            if (row.getInt(1) != due || row.getInt(2) != due)
                throw new Unmeasured("%,d of %,d cases told once what time did to them".formatted(row.getInt(2), due));
        }
    }

    /** From now on the journal remembers as which role a fact was written; each node has one of its own. */
    private static void whoTells(Product product) throws Exception {
        try (var connection = product.superuser();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE facts.journal ADD COLUMN bench_node name DEFAULT current_user");
        }
    }

    private static void bothWorked(Product product) throws Exception {
        var shares = product.one("SELECT string_agg(facts::text, ' + ') FROM (SELECT count(*) AS facts FROM facts.journal"
                + " WHERE bench_node <> (SELECT bench_node FROM facts.journal ORDER BY id LIMIT 1) GROUP BY bench_node) each");
        System.out.println("facts by node: " + shares);
        if (shares == null || !shares.contains("+")) throw new Unmeasured("the second node took no part: " + shares);
    }

    private static void fill(Product product, int cases) throws Exception {
        long began = System.nanoTime();
        try (var connection = product.superuser();
                var statement = connection.createStatement()) {
            run(connection, "sweep.sql", Map.of("cases", cases));
            statement.execute("GRANT USAGE ON SCHEMA bench TO PUBLIC");
            statement.execute("GRANT SELECT ON ALL TABLES IN SCHEMA bench TO PUBLIC");
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
        var open = product.one("SELECT count(*) FROM cases.case_file WHERE stage <> 'CLOSED'");
        System.out.printf("%s cases are open; loaded in %.0f s%n", open, (System.nanoTime() - began) / 1e9);
    }

    /** A program of its own on the same database, as a second node of the town. */
    private static Product second(Trial trial, Product first, PgBench role) throws Exception {
        var data = first.data().resolveSibling("second");
        var settings = new ArrayList<>(List.of(
                OFTEN,
                "--lianxin.demo=false",
                "--lianxin.database.url=" + first.databaseUrl(),
                "--lianxin.database.owner.user=postgres",
                "--lianxin.database.owner.password=" + first.superuserPassword(),
                "--lianxin.database.application.user=" + role.role(),
                "--lianxin.database.application.password=" + role.password()));
        if (trial.quick()) settings.add(Town.playbook(trial));
        return Product.byJava(trial, data, settings.toArray(String[]::new));
    }

    private static void run(Connection connection, String script, Map<String, Object> values) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(script(script, values));
        }
    }

    private static String script(String name, Map<String, Object> values) throws Exception {
        String script;
        try (var file = SweepBench.class.getResourceAsStream(name)) {
            script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (var it : values.entrySet()) script = script.replace("{" + it.getKey() + "}", it.getValue().toString());
        return script;
    }
}
