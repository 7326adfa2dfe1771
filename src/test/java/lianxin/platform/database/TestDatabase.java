package lianxin.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import lianxin.platform.Ids;
import lianxin.platform.OwnerDatabase;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A migrated database for one test class, cloned from a template in a moment. One server serves the whole test run.
 *
 * <p>Tests with Spring get theirs without asking (see {@link TestDatabaseForSpring}); tests without Spring say
 * {@code @AutoClose static final TestDatabase town = TestDatabase.fresh();}.
 */
public final class TestDatabase implements AutoCloseable {
    private static final YearMonth FIRST = YearMonth.of(2025, 12);
    private static final YearMonth LAST = YearMonth.of(2028, 6);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** While one test runs, the database of the next is cloned and that of the last is dropped. */
    private static final ExecutorService MEANWHILE = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "test databases");
        thread.setDaemon(true);
        return thread;
    });

    private static @Nullable Future<String> next;

    /** Started by the first test that needs it, stopped with the program. */
    private static final class Server {
        static final PostgresServer RUNNING = migrated();

        private static PostgresServer migrated() {
            var server = PostgresServer.temporary(Path.of("target", "postgres"));
            Migrations.configure(Flyway.configure(), server.application())
                    .dataSource(server.url(), server.owner(), server.ownerPassword())
                    .load()
                    .migrate();
            months(server);
            return server;
        }

        /** The months in which most towns of tests live; whoever lives earlier or later makes more. */
        private static void months(PostgresServer server) {
            try (var owner = DriverManager.getConnection(server.url(), server.owner(), server.ownerPassword());
                    var make = owner.prepareStatement("SELECT facts.make_partition(?, ?, ?)")) {
                for (var month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
                    make.setObject(1, month.atDay(1));
                    make.setObject(2, start(month));
                    make.setObject(3, start(month.plusMonths(1)));
                    make.execute();
                }
            } catch (SQLException failed) {
                throw new IllegalStateException("The journal's months", failed);
            }
        }

        private static UUID start(YearMonth month) {
            return Ids.bound(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
    }

    private final String name;
    private final HikariDataSource application;
    private final HikariDataSource owner;

    public static synchronized TestDatabase fresh() {
        var ready = next == null ? MEANWHILE.submit(TestDatabase::cloned) : next;
        next = MEANWHILE.submit(TestDatabase::cloned);
        try {
            return new TestDatabase(ready.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static String cloned() {
        var name = "town_" + NUMBER.incrementAndGet();
        administer(
                "CREATE DATABASE " + name + " OWNER " + server().owner() + " TEMPLATE " + Roles.DATABASE,
                "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                "GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO " + server().application());
        return name;
    }

    private TestDatabase(String name) {
        this.name = name;
        this.application = pool(application());
        this.owner = pool(owner());
    }

    public String url() {
        return server().url(name);
    }

    public Login owner() {
        return server().roles().owner();
    }

    public Login application() {
        return server().roles().application();
    }

    /** What the application may do. */
    public DSLContext sql() {
        return dsl(application);
    }

    public DSLContext ownerSql() {
        return dsl(owner);
    }

    public HikariDataSource applicationConnections() {
        return application;
    }

    public OwnerDatabase ownerDatabase() {
        return new OwnerDatabase(owner, application().user(), true);
    }

    /** {@code --lianxin.database…} of this database, for a whole application. */
    public String[] settings() {
        return new String[] {
            "lianxin.database.url=" + url(),
            "lianxin.database.owner.user=" + owner().user(),
            "lianxin.database.owner.password=" + owner().password(),
            "lianxin.database.application.user=" + application().user(),
            "lianxin.database.application.password=" + application().password(),
        };
    }

    @Override
    public void close() {
        application.close();
        owner.close();
        MEANWHILE.execute(() -> administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }

    static PostgresServer server() {
        return Server.RUNNING;
    }

    static Connection superuser() throws SQLException {
        return DriverManager.getConnection(server().url("postgres"), PostgresServer.SUPERUSER, server().password());
    }

    private static void administer(String... statements) {
        try (var connection = superuser();
                var execution = connection.createStatement()) {
            for (var statement : statements) execution.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(String.join("; ", statements), failed);
        }
    }

    private HikariDataSource pool(Login login) {
        var pool = new HikariConfig();
        pool.setPoolName(name + " " + login.user());
        pool.setJdbcUrl(url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(8);
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }

    private static DSLContext dsl(HikariDataSource connections) {
        return DSL.using(connections, SQLDialect.POSTGRES, new Settings());
    }
}
