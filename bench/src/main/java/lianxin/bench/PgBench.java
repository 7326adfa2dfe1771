package lianxin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** pgbench of this machine, signed in as a role with the application's rights. */
record PgBench(Path program, Product product, String password, Path file) {

    private static final String ROLE = "lianxin_bench";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    static PgBench on(Product product, Path directory) throws SQLException, IOException {
        var program = found();
        var password = UUID.randomUUID().toString();
        try (var connection = product.superuser();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s' IN ROLE %s"
                    .formatted(ROLE, password, product.applicationRole()));
        }
        return new PgBench(program, product, password, directory.resolve("replay.sql"));
    }

    private static Path found() throws IOException {
        for (var directory : System.getenv("PATH").split(":")) {
            var program = Path.of(directory, "pgbench");
            if (Files.isExecutable(program)) return program;
        }
        var debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (var versions = Files.list(debian)) {
                var program = versions.map(it -> it.resolve("bin/pgbench"))
                        .filter(Files::isExecutable)
                        .findFirst();
                if (program.isPresent()) return program.get();
            }
        }
        throw new Bench.Unmeasured("pgbench is not installed; it comes with Debian's postgresql-contrib");
    }

    String role() {
        return ROLE;
    }

    void script(String script) throws IOException {
        Files.writeString(file, script);
    }

    /** Transactions per second. */
    double run(int clients, int seconds) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString(), "-n", "-M", "prepared", "-h", "127.0.0.1"));
        command.addAll(List.of("-p", String.valueOf(product.databasePort()), "-U", ROLE));
        command.addAll(List.of("-c", String.valueOf(clients), "-j", "2", "-T", String.valueOf(seconds)));
        command.addAll(List.of("-f", file.toString(), "lianxin"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(said);
        if (process.waitFor() != 0 || said.contains("aborted") || !rate.find())
            throw new Bench.Unmeasured("pgbench failed: " + said.strip());
        return Double.parseDouble(rate.group(1));
    }
}
