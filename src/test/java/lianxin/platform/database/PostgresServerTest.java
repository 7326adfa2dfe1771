package lianxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import lianxin.platform.CannotStart;
import lianxin.platform.Unfinished;
import lianxin.platform.database.DatabaseSettings.Named;
import lianxin.platform.database.DatabaseSettings.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    static Path data;

    PostgresServer server;

    @BeforeAll
    static void the_first_start_makes_the_cluster() {
        PostgresServer.start(data).close();
    }

    @BeforeEach
    void open() {
        server = PostgresServer.start(data);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void what_was_committed_is_there_after_a_restart_on_the_same_port() throws Exception {
        var port = server.url();
        write("CREATE TABLE lamp AS SELECT 'broken' AS state");
        server.close();
        server = PostgresServer.start(data);
        assertThat(read("SELECT state FROM lamp")).isEqualTo("broken");
        assertThat(server.url()).isEqualTo(port);
    }

    @Test
    void half_a_demonstration_is_thrown_away_at_the_next_start_and_only_then() throws Exception {
        write("CREATE TABLE half_a_city AS SELECT 1 AS street");
        server.close();
        new Unfinished(data).begin();
        for (int start = 0; start < 2; start++) {
            try (var access = new DatabaseSettings(data, new Named(null, none(), none())).open()) {
                server = Objects.requireNonNull(access.server());
                assertThat(read("SELECT to_regclass('half_a_city') IS NULL")).isEqualTo("t");
                if (start == 0) write("CREATE TABLE whole_city AS SELECT 1 AS street");
                assertThat(read("SELECT to_regclass('whole_city') IS NULL")).isEqualTo("f");
                assertThat(new Unfinished(data).marked()).isFalse();
            }
        }
    }

    private static Role none() {
        return new Role(null, null);
    }

    @Test
    void nothing_is_lost_on_a_power_cut() throws Exception {
        assertThat(read("SHOW fsync")).isEqualTo("on");
        assertThat(read("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(read("SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void a_killed_server_comes_back_by_itself_with_all_that_was_committed() throws Exception {
        write("CREATE TABLE well AS SELECT 'deep' AS state");
        var killed = ProcessHandle.of(server.pid()).orElseThrow();
        killed.destroyForcibly();
        killed.onExit().get(10, TimeUnit.SECONDS);
        awaitAnswer();
        assertThat(read("SELECT state FROM well")).isEqualTo("deep");
    }

    @Test
    void a_server_left_behind_by_a_killed_program_is_found_and_stopped() throws Exception {
        server.close();
        var program = Orphaning.runAndKill(data);
        assertThat(runs(program)).isTrue();
        server = PostgresServer.start(data);
        assertThat(runs(program)).isFalse();
        assertThat(read("SELECT state FROM orphanage")).isEqualTo("open");
    }

    @Test
    void a_number_that_now_belongs_to_another_program_is_not_taken_for_the_server() throws Exception {
        server.close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        var pidFile = data.resolve("postgres/cluster/postmaster.pid");
        Files.writeString(pidFile, stranger.pid() + "\n" + pidFile.getParent() + "\n1\n5432\n\n127.0.0.1\n0\nready\n");
        server = PostgresServer.start(data);
        assertThat(stranger.isAlive()).isTrue();
        assertThat(read("SELECT 1")).isEqualTo("1");
        stranger.destroy();
    }

    @Test
    void two_programs_never_use_the_same_data() {
        assertThatThrownBy(() -> PostgresServer.start(data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Another Lianxin already uses the data in")
                .hasMessageContaining("--lianxin.data");
    }

    @Test
    void a_place_that_cannot_be_written_is_said_in_one_sentence() throws Exception {
        var file = Files.createFile(data.resolve("a-file"));
        assertThatThrownBy(() -> PostgresServer.start(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("--lianxin.data");
    }

    @Test
    void the_password_is_for_the_owner_of_the_directory_only() throws Exception {
        assertThat(Files.getPosixFilePermissions(data.resolve("postgres/password")))
                .hasSize(2);
        assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.owner(), "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    /** A dead process that nobody buried has no command any more. */
    private static boolean runs(long process) {
        return ProcessHandle.of(process).flatMap(it -> it.info().command()).isPresent();
    }

    private void awaitAnswer() throws Exception {
        var patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                read("SELECT 1");
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > patience) throw notYet;
                Thread.onSpinWait();
            }
        }
    }

    private void write(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.owner(), server.ownerPassword());
                var execution = connection.createStatement()) {
            execution.execute("CREATE SCHEMA IF NOT EXISTS lianxin_owner");
            execution.execute(statement);
        }
    }

    private String read(String question) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.owner(), server.ownerPassword());
                var execution = connection.createStatement();
                var answer = execution.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
