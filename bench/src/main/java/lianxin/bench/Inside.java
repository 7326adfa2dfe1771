package lianxin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lianxin.bench.Bench.Trial;
import lianxin.bench.Bench.Unmeasured;

/**
 * A program of {@code src/inside} that runs on the product's own class path, for what has no door to the outside. It tells
 * its figures as lines {@code name=number}; all else it says is shown.
 */
final class Inside implements AutoCloseable {

    private static final Pattern TOLD = Pattern.compile("^(\\w+)=([0-9.]+)$");

    private final Process process;
    private final BufferedReader lines;
    private final Map<String, List<Double>> told = new TreeMap<>();

    private Inside(Process process) {
        this.process = process;
        this.lines = process.inputReader();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    static Inside start(Trial trial, String program, String heap, Path data, String... words)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, heap, "--enable-native-access=ALL-UNNAMED", "-cp", path(trial)));
        command.add(program);
        command.addAll(List.of(words));
        command.addAll(List.of("--lianxin.data=" + data, "--lianxin.demo=false", "--server.port=0"));
        command.add("--spring.main.lazy-initialization=true");
        return new Inside(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The class path: the jar taken apart as the start script does it, and beside it our own classes; once for each jar. */
    private static String path(Trial trial) throws IOException, InterruptedException {
        var parts = trial.work().resolve("program");
        var inside = parts.resolve("inside");
        var path = parts.resolve(trial.jar().getFileName()) + ":" + parts.resolve("lib") + "/*";
        var sources = new ArrayList<String>();
        long latest = 0;
        try (Stream<Path> all = Files.walk(trial.root().resolve("bench/src/inside/java"))) {
            for (var source : (Iterable<Path>) all.filter(it -> it.toString().endsWith(".java"))::iterator) {
                sources.add(source.toString());
                latest = Math.max(latest, Files.getLastModifiedTime(source).toMillis());
            }
        }
        var finished = parts.resolve("finished-" + trial.checksum() + "-" + latest);
        if (!Files.exists(finished)) {
            if (Files.exists(parts)) Town.delete(parts);
            var home = Path.of(System.getProperty("java.home"), "bin");
            var java = home.resolve("java").toString();
            run(trial.work(), java, "-Djarmode=tools", "-jar", trial.jar().toString(), "extract", "--destination", "program");
            var compile = new ArrayList<>(List.of(home.resolve("javac").toString(), "-nowarn", "-d", inside.toString()));
            compile.addAll(List.of("-cp", path));
            compile.addAll(sources);
            run(trial.work(), compile.toArray(String[]::new));
            Files.createFile(finished);
        }
        return inside + ":" + path;
    }

    static void run(Path folder, String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) throw new Unmeasured("'" + String.join(" ", command) + "' failed");
        } catch (IOException missing) {
            throw new Unmeasured("the benchmark needs the program " + command[0]);
        }
    }

    /** Everything told until the end. */
    Map<String, List<Double>> toTheEnd() throws IOException, InterruptedException {
        while (step() != null) continue;
        if (process.waitFor() != 0) throw new Unmeasured("the program inside the product failed, see above");
        return told;
    }

    /** Says go, where the program waits for it, and reads on until it has told this figure. */
    double next(String figure) throws IOException {
        process.outputWriter().write("go\n");
        process.outputWriter().flush();
        return first(figure);
    }

    double first(String figure) throws IOException {
        int known = told.getOrDefault(figure, List.of()).size();
        while (told.getOrDefault(figure, List.of()).size() == known) {
            if (step() == null) throw new Unmeasured("the program inside the product ended without telling " + figure);
        }
        return told.get(figure).getLast();
    }

    private String step() throws IOException {
        var line = lines.readLine();
        if (line == null) return null;
        var figure = TOLD.matcher(line);
        if (!figure.matches()) System.out.println("  " + line);
        else told.computeIfAbsent(figure.group(1), it -> new ArrayList<>()).add(Double.parseDouble(figure.group(2)));
        return line;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        lines.close();
    }
}
