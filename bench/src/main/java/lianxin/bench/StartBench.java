package lianxin.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import lianxin.bench.Bench.Trial;
import lianxin.bench.Bench.Verdict;

/**
 * How long the second and every later start takes, with data present: by the start script with its cache, and without
 * the cache as the peer. And what program and database then weigh together. Quick, the town is empty.
 */
final class StartBench implements Bench.Benchmark {

    private static final double WITH_CACHE = 8;
    private static final double WITHOUT = 15;
    private static final double MEGABYTES = 700;
    private static final int VISITS = 200;
    private static final String NO_CITY = "--lianxin.demo=false";

    @Override
    public Verdict run(Trial trial) throws Exception {
        if (!trial.quick()) return measure(trial, Town.of(trial).data());
        try (var empty = Town.empty()) {
            Town.first(trial, empty.data(), NO_CITY).close();
            return measure(trial, empty.data());
        }
    }

    private static Verdict measure(Trial trial, Path data) throws Exception {
        var cached = new Figures("with cache, first page after", "s");
        var plain = new Figures("without cache, first page after", "s");
        var memory = new Figures("program and database", "MB");
        var settings = trial.quick() ? new String[] {NO_CITY} : new String[0];
        for (int round = 0; round < trial.size(3, 1); round++) {
            try (var product = Product.byJava(trial, data, settings)) {
                plain.add(product.secondsToFirstPage());
            }
            try (var product = Product.byScript(trial, data, settings)) {
                cached.add(product.secondsToFirstPage());
                visit(product, trial);
                memory.add(product.megabytes());
            }
        }
        System.out.println(plain + "\n" + cached + "\n" + memory);
        var met = cached.median() < WITH_CACHE && plain.median() < WITHOUT && memory.most() < MEGABYTES;
        var goal = "< %.0f s, peer < %.0f s, memory %.0f of < %.0f MB"
                .formatted(WITH_CACHE, WITHOUT, memory.most(), MEGABYTES);
        return new Verdict(cached.middle(), plain.middle(), cached.median() / plain.median(), goal, met);
    }

    /** A resident's page, where there are residents, and the sign-in page in turn: what is weighed has done some work. */
    private static void visit(Product product, Trial trial) throws Exception {
        if (!trial.quick()) product.settled();
        var door = trial.quick() ? "/sign-in" : "/r/" + Doors.some(product, 1).getFirst();
        try (var visitor = new Wire(product.port())) {
            for (int visit = 0; visit < VISITS; visit++) visitor.get(visit % 2 == 0 ? door : "/sign-in");
        }
        TimeUnit.SECONDS.sleep(1);
    }
}
