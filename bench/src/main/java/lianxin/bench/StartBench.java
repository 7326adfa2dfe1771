package lianxin.bench;

import java.util.concurrent.TimeUnit;
import lianxin.bench.Bench.Trial;
import lianxin.bench.Bench.Verdict;

/**
 * How long the second and every later start takes, with data present: by the start script with its cache, and without
 * the cache as the peer. And what program and database then weigh together.
 */
final class StartBench implements Bench.Benchmark {

    private static final double WITH_CACHE = 8;
    private static final double WITHOUT = 15;
    private static final double MEGABYTES = 700;
    private static final int VISITS = 200;

    @Override
    public Verdict run(Trial trial) throws Exception {
        var town = Town.of(trial);
        var cached = new Figures("with cache, first page after", "s");
        var plain = new Figures("without cache, first page after", "s");
        var memory = new Figures("program and database", "MB");
        for (int round = 0; round < trial.size(3, 1); round++) {
            try (var product = Product.byJava(trial, town.data())) {
                plain.add(product.secondsToFirstPage());
            }
            try (var product = Product.byScript(trial, town.data())) {
                cached.add(product.secondsToFirstPage());
                product.settled();
                visit(product);
                memory.add(product.megabytes());
            }
        }
        System.out.println(plain + "\n" + cached + "\n" + memory);
        var met = cached.median() < WITH_CACHE && plain.median() < WITHOUT && memory.most() < MEGABYTES;
        var goal = "< %.0f s, peer < %.0f s, memory %.0f of < %.0f MB"
                .formatted(WITH_CACHE, WITHOUT, memory.most(), MEGABYTES);
        return new Verdict(cached.middle(), plain.middle(), cached.median() / plain.median(), goal, met);
    }

    /** A resident's page and the sign-in page in turn, so that what is weighed has done some work. */
    private static void visit(Product product) throws Exception {
        var door = "/r/" + Doors.some(product, 1).getFirst();
        try (var visitor = new Wire(product.port())) {
            for (int visit = 0; visit < VISITS; visit++) visitor.get(visit % 2 == 0 ? door : "/sign-in");
        }
        TimeUnit.SECONDS.sleep(1);
    }
}
