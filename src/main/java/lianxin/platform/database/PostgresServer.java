package lianxin.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import lianxin.platform.CannotStart;
import org.jspecify.annotations.Nullable;

/**
 * The database in the town hall's own cellar: a real PostgreSQL as a child process on the loopback address. What was
 * committed survives {@code kill -9} of the server and of this program. Lies in {@code <data>/postgres}.
 */
public final class PostgresServer implements AutoCloseable {
    public static final String SUPERUSER = "postgres";
    private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());
    private static final String MAJOR = "18";
    private static final int ATTEMPTS = 20;

    private final PostgresHome home;
    private final boolean temporary;
    private final FileChannel lock;
    private final PostgresBinaries binaries;
    private final PostgresUser user;
    private final String password;
    private final Roles roles = Roles.fresh();
    private volatile int port;
    private volatile boolean closing;
    private volatile @Nullable Process process;

    /** The server of this data directory. Whoever holds its lock is the only one who may run it. */
    public static PostgresServer start(Path data) {
        var directory = data.toAbsolutePath().normalize().resolve("postgres");
        return start(directory, directory, false);
    }

    /** A server for tests and code generation, without fsync, gone with this program; its programs stay in the directory. */
    public static PostgresServer temporary(Path directory) {
        var programs = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(programs);
            Abandoned.sweep(programs);
            var server = start(Files.createTempDirectory(programs, Abandoned.PREFIX), programs, true);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException failed) {
            throw notWritable(programs, failed);
        }
    }

    private static PostgresServer start(Path directory, Path programs, boolean temporary) {
        try {
            var home = PostgresHome.at(directory);
            var lock = home.lock();
            try {
                var server = new PostgresServer(home, programs, temporary, lock);
                server.initialize();
                server.stopOrphan();
                server.launch();
                server.roles.settle(server);
                return server;
            } catch (IOException | InterruptedException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw notWritable(directory, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted; start Lianxin again.").because(stopped);
        }
    }

    private PostgresServer(PostgresHome home, Path programs, boolean temporary, FileChannel lock)
            throws IOException, InterruptedException {
        this.home = home;
        this.temporary = temporary;
        this.lock = lock;
        this.binaries = PostgresBinaries.unpackedIn(programs);
        this.password = home.password();
        this.port = home.port();
        this.user = PostgresUser.ableToWrite(home.directory());
    }

    /** Of the town's own database. */
    public String url() {
        return url(Roles.DATABASE);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String owner() {
        return roles.owner().user();
    }

    public String ownerPassword() {
        return roles.owner().password();
    }

    public String application() {
        return roles.application().user();
    }

    public String applicationPassword() {
        return roles.application().password();
    }

    /** Throws away everything in the town's database; its structure comes with the next migration. */
    void makeDatabaseAnew() {
        roles.makeAnew(this);
    }

    Roles roles() {
        return roles;
    }

    /** Of the superuser, whom the application never uses. */
    String password() {
        return password;
    }

    long pid() {
        return Objects.requireNonNull(process).pid();
    }

    Path log() {
        return home.log();
    }

    @Override
    public synchronized void close() {
        if (closing) return;
        closing = true;
        try {
            stop(temporary ? "immediate" : "fast");
            var running = process;
            if (running != null && !running.waitFor(5, TimeUnit.SECONDS)) running.destroyForcibly();
            lock.close();
            if (temporary) PostgresBinaries.delete(home.directory());
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "The database was not stopped cleanly", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** initdb works beside the final place, so that a start broken off half-way leaves nothing half-made. */
    private void initialize() throws IOException, InterruptedException {
        var cluster = home.cluster();
        if (Files.exists(cluster)) {
            var version = Files.readString(cluster.resolve("PG_VERSION")).strip();
            if (version.equals(MAJOR)) return;
            throw new CannotStart(
                    ("The data in %s was written by PostgreSQL %s and this Lianxin carries PostgreSQL %s; move the data"
                                    + " with pg_dump, or use the Lianxin it was written with.")
                            .formatted(cluster, version, MAJOR));
        }
        var unfinished = home.unfinishedCluster();
        PostgresBinaries.delete(unfinished);
        var command =
                new ArrayList<>(List.of(binaries.program("initdb"), "-D", unfinished.toString(), "-U", SUPERUSER));
        command.addAll(
                List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + home.passwordFile(), "--no-instructions"));
        if (temporary) command.add("--no-sync");
        if (run(command).waitFor() != 0) {
            throw new CannotStart(
                    "PostgreSQL could not set up %s (%s); see %s.".formatted(cluster, home.lastWords(), home.log()));
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void stopOrphan() throws IOException, InterruptedException {
        var orphan = Postmaster.in(home.cluster());
        if (orphan == null) return;
        if (orphan.runs()) {
            LOG.log(System.Logger.Level.INFO, "Stopping the database that an earlier run left behind");
            stop("fast");
            if (orphan.runs()) stop("immediate");
        } else {
            orphan.forget();
        }
    }

    private synchronized void launch() throws IOException, InterruptedException {
        for (var attempt = 1; !closing; attempt++) {
            if (!free(port)) port = freePort();
            var command = new ArrayList<>(
                    List.of(binaries.program("postgres"), "-D", home.cluster().toString()));
            for (var setting : PostgresSettings.of(port, temporary)) command.addAll(List.of("-c", setting));
            home.turnLog();
            var started = run(command);
            if (becomesReady(started)) {
                process = started;
                home.remember(port);
                Thread.startVirtualThread(() -> watch(started));
                return;
            }
            if (attempt == ATTEMPTS || !passing(home.lastWords())) {
                throw new CannotStart("PostgreSQL did not start (%s); see %s.".formatted(home.lastWords(), home.log()));
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    /** Somebody took the port between our look and the server's, or the children of a killed server are still leaving. */
    private static boolean passing(String words) {
        return words.contains("bind")
                || words.contains("listen")
                || words.contains("TCP/IP")
                || words.contains("shared memory");
    }

    private boolean becomesReady(Process started) throws IOException, InterruptedException {
        while (!started.waitFor(10, TimeUnit.MILLISECONDS)) {
            var postmaster = Postmaster.in(home.cluster());
            if (postmaster != null && postmaster.pid() == started.pid() && postmaster.ready()) return true;
        }
        return false;
    }

    /** A server that was killed comes back, on the same port if nobody took it; the pool's connections reconnect. */
    private void watch(Process watched) {
        try {
            watched.waitFor();
            if (closing) return;
            LOG.log(System.Logger.Level.WARNING, "The database ended unexpectedly; starting it again");
            stopOrphan();
            launch();
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "The database did not come back", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(String mode) throws IOException, InterruptedException {
        if (Postmaster.in(home.cluster()) == null) return;
        var cluster = home.cluster().toString();
        run(List.of(binaries.program("pg_ctl"), "stop", "-D", cluster, "-m", mode, "-w", "-t", "60"))
                .waitFor();
    }

    private Process run(List<String> command) throws IOException {
        return user.process(command)
                .directory(home.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
                .start();
    }

    private static boolean free(int port) {
        if (port == 0) return false;
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static CannotStart notWritable(Path directory, IOException cause) {
        return new CannotStart(
                        ("The data directory %s cannot be written (%s); make it writable, or choose another one with"
                                        + " --lianxin.data.")
                                .formatted(directory, cause.getMessage()))
                .because(cause);
    }
}
