package lianxin.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A data directory with the demonstration city in it and the start script's cache, made once for each jar and kept below
 * {@code bench/target/towns}; measurements that write work on a copy.
 */
record Town(Path data) {

    static Town of(Bench.Trial trial) throws IOException, InterruptedException {
        var cases = trial.quick() ? new String[] {"--lianxin.demonstration.cases=200"} : new String[0];
        var towns = trial.work().resolve("towns");
        var directory = towns.resolve((trial.quick() ? "quick-" : "full-") + trial.checksum());
        var finished = directory.resolve("finished");
        if (Files.exists(finished)) return new Town(directory.resolve("data"));
        removeOthers(towns, directory, trial.quick() ? "quick-" : "full-");
        System.out.println("making a demonstration city and the start script's cache, once for this jar");
        var data = directory.resolve("data");
        long began = System.nanoTime();
        try (var first = Product.byScript(trial, data, cases)) {
            System.out.printf("  first run: first page after %.1f s%n", first.secondsToFirstPage());
            first.settled();
            System.out.printf("  first run: city complete after %.1f s%n", (System.nanoTime() - began) / 1e9);
        }
        Files.createFile(finished);
        System.out.printf("  first run: ended with its cache after %.1f s%n", (System.nanoTime() - began) / 1e9);
        return new Town(data);
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

    private static void removeOthers(Path towns, Path kept, String kind) throws IOException {
        if (!Files.exists(towns)) return;
        try (var all = Files.list(towns)) {
            for (var it : all.toList()) {
                if (it.equals(kept) || it.getFileName().toString().startsWith(kind)) delete(it);
            }
        }
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
}
