package lianxin.territory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import lianxin.Lianxin;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;

/**
 * Runs inside the product for the benchmark {@code locate}: puts the grids of a file into the table of borders, lets the
 * product build its index from there, and asks it for random points whenever it is told to.
 */
final class GridPoints {

    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final int WARM = 3;

    private GridPoints() {}

    /** The file, the number of points, their seed, and settings of the product, {@code --lianxin.data=} first. */
    public static void main(String[] args) throws Exception {
        var settings = Arrays.copyOfRange(args, 3, args.length);
        var data = Path.of(settings[0].substring(settings[0].indexOf('=') + 1));
        int count = Integer.parseInt(args[1]);
        try (var product = SpringApplication.run(Lianxin.class, settings)) {
            var picture = product.getBean(BorderPicture.class);
            fill(Path.of(args[0]), data);
            long began = System.nanoTime();
            int size = picture.now().size();
            System.out.printf("build=%.3f%n", (System.nanoTime() - began) / 1e9);
            System.out.printf("%,d borders in the index%n", size);
            rounds(product.getBean(Borders.class), count, Long.parseLong(args[2]));
        }
        System.exit(0);
    }

    private static void rounds(Borders borders, int count, long seed) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var lon = new double[count];
        var lat = new double[count];
        var chance = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            lon[i] = 120.3 + chance.nextDouble();
            lat[i] = 30.3 + chance.nextDouble() * 0.8;
        }
        for (int i = 0; i < WARM; i++) ask(borders, lon, lat);
        while (in.readLine() != null) {
            long began = System.nanoTime();
            long sum = 0;
            int asked = 0;
            while (asked < 2_000_000) {
                sum = ask(borders, lon, lat);
                asked += count;
            }
            System.out.printf("rate=%.0f%nsum=%d%nmemory=%d%n", asked / ((System.nanoTime() - began) / 1e9), sum, most());
        }
    }

    private static long ask(Borders borders, double[] lon, double[] lat) {
        long sum = 0;
        for (int i = 0; i < lon.length; i++)
            sum += borders.locate(lon[i], lat[i], AT).orElseThrow().area().number();
        return sum;
    }

    /** The most this program ever held, in megabytes, as the system counts it. */
    private static long most() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(it -> it.startsWith("VmHWM"))
                        .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    private static void fill(Path grids, Path data) throws Exception {
        var home = data.toAbsolutePath().resolve("postgres");
        var url = "jdbc:postgresql://127.0.0.1:" + Files.readString(home.resolve("port")).strip() + "/lianxin";
        try (var database = DriverManager.getConnection(
                        url, "postgres", Files.readString(home.resolve("password")).strip());
                var sql = database.createStatement();
                var lines = Files.newBufferedReader(grids)) {
            sql.execute("SET synchronous_commit = off");
            var copy = database.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "COPY territory.area_shape (area, border, vertices_before, vertices_after, meters_before, meters_after,"
                            + " overlap_removed, gap_filled, valid_from, valid_to, known_from, known_to) FROM STDIN");
            var told = "\t9\t9\t0\t0\t0\t0\t2020-01-01Z\tinfinity\t2020-01-01Z\tinfinity\n";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var bytes = (line.replace("\t", "\t\\\\x") + told).getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
            }
            copy.endCopy();
            sql.execute("UPDATE territory.edition SET number = number + 1, borders = borders + 1");
            sql.execute("VACUUM ANALYZE territory.area_shape");
        }
    }
}
