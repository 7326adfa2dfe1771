package lianxin.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;

/** A PostgreSQL of this machine with PostGIS, on a cluster of its own that is removed at the end. */
final class PostGis implements AutoCloseable {

    private final Path directory;
    private final Process server;
    private final Connection connection;

    private PostGis(Path directory, Process server, Connection connection) {
        this.directory = directory;
        this.server = server;
        this.connection = connection;
    }

    /** The programs of the newest PostgreSQL that has PostGIS beside it, where Debian puts them. */
    private static Optional<Path> programs() throws IOException {
        var debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) return Optional.empty();
        try (var versions = Files.list(debian)) {
            return versions.filter(it -> Files.exists(
                            Path.of("/usr/share/postgresql", it.getFileName().toString(), "extension/postgis.control")))
                    .max((a, b) -> a.toString().compareTo(b.toString()))
                    .map(it -> it.resolve("bin"));
        }
    }

    /** Empty where it is not installed. */
    static Optional<PostGis> start() throws IOException, InterruptedException, SQLException {
        var programs = programs();
        if (programs.isEmpty()) return Optional.empty();
        var directory = Files.createTempDirectory("lianxin-postgis-");
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root) Inside.run(directory, "chown", "postgres", directory.toString());
        var data = directory.resolve("data").toString();
        var initdb = programs.get().resolve("initdb").toString();
        Inside.run(directory, as(root, initdb, "-A", "trust", "-U", "postgres", "--locale=C", "-E", "UTF8", "-D", data));
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var postgres = programs.get().resolve("postgres").toString();
        var server = new ProcessBuilder(as(root, postgres, "-D", data, "-p", String.valueOf(port), "-k", directory.toString(),
                        "-c", "listen_addresses=127.0.0.1", "-c", "shared_buffers=1GB", "-c", "fsync=off",
                        "-c", "maintenance_work_mem=512MB", "-c", "work_mem=256MB", "-c", "jit=off",
                        "-c", "max_wal_size=4GB", "-c", "max_parallel_workers_per_gather=0"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        return Optional.of(new PostGis(directory, server, connected(port)));
    }

    private static String[] as(boolean root, String... command) {
        var words = new ArrayList<String>();
        if (root) words.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        words.addAll(List.of(command));
        return words.toArray(String[]::new);
    }

    private static Connection connected(int port) throws InterruptedException, SQLException {
        for (int attempt = 0; ; attempt++) {
            try {
                return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
            } catch (SQLException notYet) {
                if (attempt == 100) throw notYet;
                Thread.sleep(100);
            }
        }
    }

    /** Seconds from the file to the finished index. */
    double load(Grids grids) throws SQLException, IOException {
        try (var sql = connection.createStatement();
                var in = Files.newInputStream(grids.file())) {
            sql.execute("CREATE EXTENSION postgis");
            long began = System.nanoTime();
            sql.execute("CREATE UNLOGGED TABLE grid (area integer, border geometry)");
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY grid FROM STDIN", in, 1 << 16);
            sql.execute("CREATE INDEX ON grid USING gist (border)");
            sql.execute("VACUUM ANALYZE grid");
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /** The same points as those asked of the product. */
    void points(int count, long seed) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute("CREATE UNLOGGED TABLE point (lon double precision, lat double precision)");
        }
        var chance = new SplittableRandom(seed);
        try (var insert = connection.prepareStatement(
                "INSERT INTO point SELECT unnest(?::double precision[]), unnest(?::double precision[])")) {
            var lon = new Double[count];
            var lat = new Double[count];
            for (int i = 0; i < count; i++) {
                lon[i] = Grids.WEST + chance.nextDouble() * Grids.WIDTH;
                lat[i] = Grids.SOUTH + chance.nextDouble() * Grids.HEIGHT;
            }
            insert.setArray(1, connection.createArrayOf("float8", lon));
            insert.setArray(2, connection.createArrayOf("float8", lat));
            insert.execute();
        }
        try (var sql = connection.createStatement()) {
            sql.execute("VACUUM ANALYZE point");
        }
    }

    /** @param sum of the numbers of the areas found, to compare answers by */
    record Answer(double perSecond, long sum) {}

    /** All points in one statement, on one core: no way over the wire, to its advantage. */
    Answer ask(int count) throws SQLException {
        try (var sql = connection.createStatement()) {
            long began = System.nanoTime();
            try (var rows = sql.executeQuery("SELECT coalesce(sum(area), 0) FROM point"
                    + " JOIN grid ON ST_Covers(border, ST_MakePoint(lon, lat))")) {
                rows.next();
                return new Answer(count / ((System.nanoTime() - began) / 1e9), rows.getLong(1));
            }
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Town.delete(directory);
    }
}
