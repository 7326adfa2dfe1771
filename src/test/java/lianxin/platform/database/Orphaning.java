package lianxin.platform.database;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;

/** A second program that starts the database, writes, says which process it started, and waits to be killed. */
class Orphaning {

    /** Returns the process of the server that is now nobody's child. */
    static long runAndKill(Path data) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var program = new ProcessBuilder(java, "-Xmx128m", "-cp", classes, Orphaning.class.getName(), data.toString())
                .redirectErrorStream(true)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            var server = lines.lines()
                    .filter(line -> line.startsWith("server "))
                    .findFirst()
                    .orElseThrow();
            program.destroyForcibly().waitFor();
            return Long.parseLong(server.substring("server ".length()));
        }
    }

    public static void main(String[] arguments) throws Exception {
        var server = PostgresServer.start(Path.of(arguments[0]));
        try (var connection = DriverManager.getConnection(server.url(), server.owner(), server.ownerPassword());
                var execution = connection.createStatement()) {
            execution.execute("CREATE SCHEMA IF NOT EXISTS lianxin_owner");
            execution.execute("CREATE TABLE orphanage AS SELECT 'open' AS state");
        }
        System.out.println("server " + server.pid());
        Thread.sleep(Long.MAX_VALUE);
    }
}
