package lianxin.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import lianxin.platform.CannotStart;

/**
 * The two roles of an embedded server: the owner changes the structure, the application works in it. Their passwords are
 * made anew at each start and kept nowhere.
 */
record Roles(Login owner, Login application) {
    static final String DATABASE = "lianxin";

    static Roles fresh() {
        return new Roles(Login.random("lianxin_owner"), Login.random("lianxin_app"));
    }

    void settle(PostgresServer server) {
        administer(server, (connection, statement) -> {
            role(statement, owner);
            role(statement, application);
            if (!exists(connection)) create(statement);
        });
    }

    void makeAnew(PostgresServer server) {
        administer(server, (_, statement) -> {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
            create(statement);
        });
    }

    private void create(Statement statement) throws SQLException {
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + owner.user());
        open(statement, DATABASE);
    }

    private interface Work {
        void on(Connection connection, Statement statement) throws SQLException;
    }

    private static void administer(PostgresServer server, Work work) {
        try (var connection = DriverManager.getConnection(
                        server.url("postgres"), PostgresServer.SUPERUSER, server.password());
                var statement = connection.createStatement()) {
            work.on(connection, statement);
        } catch (SQLException failed) {
            throw new CannotStart("The embedded PostgreSQL did not let Lianxin in (%s); see %s."
                            .formatted(failed.getMessage(), server.log()))
                    .because(failed);
        }
    }

    /** Rights on a database are not copied with it. */
    void open(Statement statement, String database) throws SQLException {
        statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + database + " TO " + application.user());
    }

    private static void role(Statement statement, Login login) throws SQLException {
        statement.execute(
                "DO $$ BEGIN CREATE ROLE " + login.user() + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        statement.execute("ALTER ROLE " + login.user() + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '"
                + login.password() + "'");
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            statement.setString(1, DATABASE);
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
