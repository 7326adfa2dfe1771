package lianxin.bench;

import java.nio.file.Files;
import lianxin.bench.Bench.Trial;
import lianxin.bench.Bench.Unmeasured;
import lianxin.bench.Bench.Verdict;

/**
 * Whose ground is this point, among a million made-up grids in the product's own database: the index built from the rows,
 * and asked by its public question on one core. Beside it PostGIS with the same polygons and points.
 */
final class LocateBench implements Bench.Benchmark {

    private static final double PER_SECOND = 300_000;
    private static final double BUILD = 20;
    private static final double MEGABYTES = 1500;
    private static final int SEED = 3304;

    @Override
    public Verdict run(Trial trial) throws Exception {
        Files.createDirectories(trial.work());
        int points = trial.size(200_000, 20_000);
        int rounds = trial.size(3, 2);
        var file = trial.work().resolve("grids.tsv");
        try (var town = Town.empty();
                var postgis = PostGis.start().orElse(null)) {
            var grids = Grids.write(trial.size(1_000_000, 40_000), file);
            System.out.printf("%,d grids, %,d points%n", grids.count(), points);
            try (var inside = Inside.start(
                    trial,
                    "lianxin.territory.GridPoints",
                    "-Xmx1g",
                    town.data(),
                    file.toString(),
                    String.valueOf(points),
                    String.valueOf(SEED))) {
                return measured(inside, postgis, grids, points, rounds);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Verdict measured(Inside inside, PostGis postgis, Grids grids, int points, int rounds)
            throws Exception {
        var build = new Figures("index of all grids from the database", "s");
        build.add(inside.first("build"));
        if (postgis == null) {
            System.out.println("PostGIS is not installed (Debian's package postgresql-15-postgis-3): no peer to compare with");
        } else {
            System.out.printf("  PostGIS: table and index %.1f s%n", postgis.load(grids));
            postgis.points(points, SEED);
            postgis.ask(points);
        }
        var ours = new Figures("look-ups on one core", "/s");
        var peer = new Figures("PostGIS, all points in one statement on one core", "/s");
        for (int round = 0; round < rounds; round++) {
            long sum = 0;
            if (postgis != null) {
                var answer = postgis.ask(points);
                peer.add(answer.perSecond());
                sum = answer.sum();
            }
            ours.add(inside.next("rate"));
            long found = (long) inside.first("sum");
            if (postgis != null && sum != found)
                throw new Unmeasured("the answers differ: " + sum + " by PostGIS, " + found + " by the product");
        }
        double memory = inside.first("memory");
        System.out.println(ours);
        if (postgis != null) System.out.println(peer + "; the same answers");
        boolean met = ours.median() >= PER_SECOND && build.median() < BUILD && memory < MEGABYTES;
        var goal = "≥ %.0f /s, index %s of < %.0f s, memory %.0f of < %.0f MB"
                .formatted(PER_SECOND, build.middle(), BUILD, memory, MEGABYTES);
        if (postgis == null) return new Verdict(ours.middle(), "not installed", Double.NaN, goal, met);
        return new Verdict(ours.middle(), peer.middle(), ours.median() / peer.median(), goal, met);
    }
}
