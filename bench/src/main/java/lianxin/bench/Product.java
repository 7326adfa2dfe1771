package lianxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A running Lianxin on the loopback address, started as an operator starts it. */
final class Product implements AutoCloseable {

    private static final Set<Product> RUNNING = ConcurrentHashMap.newKeySet();
    private static final int PATIENCE_SECONDS = 300;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Product::close)));
    }

    private final Process process;
    private final Path data;
    private final Path log;
    private final int port;
    private final double secondsToFirstPage;

    /** By the start script, which makes its cache after the first run. */
    static Product byScript(Bench.Trial trial, Path data, String... settings) throws IOException, InterruptedException {
        return new Product(List.of(trial.root().resolve("bin/lianxin").toString()), "", data, settings);
    }

    /** The first run of the start script, which makes its cache at its end; quick, without compiling what is hot twice. */
    static Product first(Bench.Trial trial, Path data, String... settings) throws IOException, InterruptedException {
        var options = trial.quick() ? "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1" : "";
        return new Product(List.of(trial.root().resolve("bin/lianxin").toString()), options, data, settings);
    }

    /** By {@code java -jar} alone. */
    static Product byJava(Bench.Trial trial, Path data, String... settings) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Product(
                List.of(java, "-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-jar", trial.jar().toString()),
                "",
                data,
                settings);
    }

    private Product(List<String> program, String javaOptions, Path data, String... settings) throws IOException, InterruptedException {
        this.data = data;
        this.log = data.resolve("console.log");
        this.port = freePort();
        Files.createDirectories(data);
        var command = new ArrayList<>(program);
        command.addAll(List.of("--server.port=" + port, "--lianxin.data=" + data));
        command.addAll(List.of(settings));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("LIANXIN_DATA");
        builder.environment().remove("LIANXIN_JAVA_OPTIONS");
        if (!javaOptions.isEmpty()) builder.environment().put("LIANXIN_JAVA_OPTIONS", javaOptions);
        long began = System.nanoTime();
        this.process = builder.start();
        RUNNING.add(this);
        try {
            waitFor("/sign-in", began);
        } catch (RuntimeException | InterruptedException failed) {
            close();
            throw failed;
        }
        this.secondsToFirstPage = (System.nanoTime() - began) / 1e9;
    }

    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    private void waitFor(String page, long began) throws InterruptedException {
        while (true) {
            try (var visitor = new Wire(port)) {
                if (visitor.get(page).status() == 200) return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            if (!process.isAlive()) throw new Bench.Unmeasured("Lianxin did not start: " + lastLine());
            if (System.nanoTime() - began > PATIENCE_SECONDS * 1e9)
                throw new Bench.Unmeasured("Lianxin showed no page within " + PATIENCE_SECONDS + " s");
        }
    }

    /** Until the console has told where the demonstration's accounts are. */
    Product settled() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!Files.readString(log).contains("demonstration-accounts.txt")) {
            if (!process.isAlive()) throw new Bench.Unmeasured("Lianxin ended while it loaded: " + lastLine());
            if (System.nanoTime() - began > 3 * PATIENCE_SECONDS * 1e9)
                throw new Bench.Unmeasured("the demonstration was not loaded in time: " + lastLine());
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return this;
    }

    private String lastLine() {
        try {
            var lines = Files.readAllLines(log);
            return lines.isEmpty() ? "it said nothing" : lines.getLast();
        } catch (IOException unreadable) {
            return unreadable.getMessage();
        }
    }

    /** As the superuser of the embedded server, whose password only the owner of the data directory can read. */
    Connection superuser() throws SQLException, IOException {
        return DriverManager.getConnection(databaseUrl(), "postgres", superuserPassword());
    }

    String superuserPassword() throws IOException {
        return kept("password");
    }

    String databaseUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + databasePort() + "/lianxin";
    }

    int databasePort() throws IOException {
        return Integer.parseInt(kept("port"));
    }

    Path databaseLog() {
        return data.resolve("postgres/server.log");
    }

    /** The first value of the first row, asked as the superuser. */
    String one(String query) throws SQLException, IOException {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            if (!row.next()) throw new Bench.Unmeasured("the database has no answer to: " + query);
            return row.getString(1);
        }
    }

    String applicationRole() throws SQLException, IOException {
        return one("SELECT usename FROM pg_stat_activity WHERE application_name = 'lianxin' AND usename IS NOT NULL"
                + " GROUP BY 1 ORDER BY count(*) DESC LIMIT 1");
    }

    private String kept(String file) throws IOException {
        return Files.readString(data.resolve("postgres").resolve(file)).strip();
    }

    /** Proportional set size of the program and of all its children, the database among them, in MB. */
    double megabytes() throws IOException {
        long kilobytes = 0;
        var processes = new ArrayList<>(process.descendants().toList());
        processes.add(process.toHandle());
        for (var it : processes) {
            var rollup = Path.of("/proc/" + it.pid() + "/smaps_rollup");
            if (!Files.exists(rollup)) continue;
            for (var line : Files.readAllLines(rollup)) {
                if (line.startsWith("Pss:")) kilobytes += Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return kilobytes / 1024.0;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Ends it as an operator does; after a first run the script makes its cache before it ends too. */
    @Override
    public void close() {
        if (!RUNNING.remove(this)) return;
        var children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
