package lianxin.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * A data directory with the demonstration city in it and the start script's cache, made once for each jar and kept below
 * {@code bench/target/towns}; measurements that write work on a copy.
 */
record Town(Path data) {

    private static final String MADE_UP = "src/test/resources/playbooks/linjiang";

    static Town of(Bench.Trial trial) throws IOException, InterruptedException {
        var towns = trial.work().resolve("towns");
        var town = towns.resolve(trial.checksum());
        var data = town.resolve("data");
        if (Files.exists(town.resolve("finished"))) return new Town(data);
        if (Files.exists(towns)) delete(towns);
        System.out.println("making the demonstration city and the start script's cache, once for this jar");
        first(trial, data).settled().close();
        Files.createFile(town.resolve("finished"));
        return new Town(data);
    }

    /** The first run of the start script; at its end it makes its cache. */
    static Product first(Bench.Trial trial, Path data, String... settings) throws IOException, InterruptedException {
        var product = Product.first(trial, data, settings);
        System.out.printf("  first run: first page after %.1f s%n", product.secondsToFirstPage());
        return product;
    }

    /** A running town to work in; quick, the small one that the tests made up, founded on the spot. */
    static Open open(Bench.Trial trial, String... settings) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var copy = trial.quick() ? empty() : Town.of(trial).copy();
        try {
            var all = new ArrayList<>(List.of(settings));
            if (trial.quick()) all.add(playbook(trial));
            var words = all.toArray(String[]::new);
            var product = trial.quick()
                    ? Product.byJava(trial, copy.data(), words)
                    : Product.byScript(trial, copy.data(), words);
            var open = new Open(copy, product.settled());
            System.out.printf("the town is at work after %.1f s%n", (System.nanoTime() - began) / 1e9);
            return open;
        } catch (RuntimeException | IOException | InterruptedException failed) {
            copy.close();
            throw failed;
        }
    }

    /** The setting of the small town. */
    static String playbook(Bench.Trial trial) {
        return "--lianxin.playbook=" + trial.root().resolve(MADE_UP);
    }

    /** In a temporary directory, gone when closed. */
    Copy copy() throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("lianxin-bench-");
        var copied = new ProcessBuilder("cp", "-a", data.toString(), directory.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (copied != 0) throw new Bench.Unmeasured("the demonstration city could not be copied to " + directory);
        return new Copy(directory);
    }

    static Copy empty() throws IOException {
        return new Copy(Files.createTempDirectory("lianxin-bench-"));
    }

    static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, IOException failed) throws IOException {
                if (failed != null) throw failed;
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A data directory of one measurement. */
    record Copy(Path directory) implements AutoCloseable {

        Path data() {
            return directory.resolve("data");
        }

        @Override
        public void close() throws IOException {
            delete(directory);
        }
    }

    /** A town at work, stopped and removed when closed. */
    record Open(Copy copy, Product product) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            product.close();
            copy.close();
        }
    }
}
