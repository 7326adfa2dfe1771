package lianxin.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import lianxin.bench.Bench.Trial;
import lianxin.bench.Bench.Unmeasured;
import lianxin.bench.Bench.Verdict;

/**
 * Reports of residents through HTTP, from the form they opened to the durable commit; beside it pgbench, which says the
 * same statements to the same server and does nothing else.
 */
final class IntakeBench implements Bench.Benchmark {

    private static final double GOAL = 0.60;
    /** A program that has just started has not warmed up. */
    private static final double QUICK_GOAL = 0.30;
    private static final int CLIENTS = 32;
    private static final String TABLE = "case_file";

    @Override
    public Verdict run(Trial trial) throws Exception {
        int seconds = trial.size(15, 2);
        double goal = trial.size(GOAL, QUICK_GOAL);
        try (var town = Town.open(trial, "--lianxin.reports-per-minute=1000000")) {
            var product = town.product();
            durable(product);
            var pgbench = PgBench.on(product, trial.work());
            try (var residents = new Residents(product.port(), Doors.some(product, CLIENTS), CLIENTS)) {
                pgbench.script(script(product, residents));
                double rate = residents.report(trial.size(20_000, 3000), trial.size(25, 5));
                System.out.printf("  warm-up: %.0f reports/s%n", rate);
                var reports = new Figures("reports through HTTP", "/s");
                var replayed = new Figures("the same statements by pgbench", "/s");
                long before = cases(product);
                for (int round = 0; round < trial.size(3, 2); round++) {
                    replayed.add(pgbench.run(CLIENTS, seconds));
                    long made = residents.answered();
                    long there = cases(product);
                    rate = residents.report((int) (Math.max(rate, 20) * seconds * 1.3), seconds);
                    reports.add(rate);
                    if (cases(product) - there < residents.answered() - made)
                        throw new Unmeasured("a report was answered but is not in the database");
                }
                System.out.println(replayed + "\n" + reports);
                System.out.printf("cases in the database: %d before, %d after%n", before, cases(product));
                double ratio = reports.median() / replayed.median();
                return new Verdict(reports.middle(), replayed.middle(), ratio, "ratio >= %.2f".formatted(goal), ratio >= goal);
            }
        }
    }

    private static String script(Product product, Residents residents) throws Exception {
        try (var log = new StatementLog(product);
                var database = product.superuser()) {
            var one = StatementLog.transaction(log.during(residents::reportOne), TABLE);
            var other = StatementLog.transaction(log.during(residents::reportOne), TABLE);
            System.out.println("one report is a transaction of " + one.size() + " statements");
            return Replay.of(one, other, database);
        }
    }

    private static void durable(Product product) throws SQLException, IOException {
        for (var setting : List.of("synchronous_commit", "fsync", "full_page_writes")) {
            var value = product.one("SHOW " + setting);
            if (!value.equals("on")) throw new Unmeasured(setting + " is " + value + ", nothing is durable");
        }
        System.out.println("the server has synchronous_commit, fsync and full_page_writes on");
    }

    private static long cases(Product product) throws SQLException, IOException {
        return Long.parseLong(product.one("SELECT count(*) FROM cases." + TABLE));
    }
}
