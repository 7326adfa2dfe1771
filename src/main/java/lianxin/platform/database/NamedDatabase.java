package lianxin.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import lianxin.platform.CannotStart;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that the operator names. Looked at before anything else starts, so that a wrong setting is one sentence. */
record NamedDatabase(String url, Login owner, Login application) {
    private static final int OLDEST = 17;

    DatabaseAccess checked() {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new CannotStart("lianxin.database.url is %s; it must look like jdbc:postgresql://host:5432/lianxin."
                    .formatted(address()));
        }
        checkOwner();
        checkApplication();
        return new DatabaseAccess(url, owner, application, null);
    }

    private void checkOwner() {
        try (var connection = connect("owner", owner)) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new CannotStart(("The database at %s is PostgreSQL %d; Lianxin needs %d or newer: upgrade it, or"
                                + " name another with lianxin.database.url.")
                        .formatted(address(), version, OLDEST));
            }
            if (!yes(connection, "SELECT has_database_privilege(current_database(), 'CREATE')", null)) {
                throw new CannotStart("The role %s may not make schemas at %s; make it the owner of that database."
                        .formatted(owner.user(), address()));
            }
        } catch (SQLException failed) {
            throw broken(failed);
        }
    }

    /** Only a role that cannot change what was written makes the journal trustworthy. */
    private void checkApplication() {
        try (var connection = connect("application", application)) {
            if (yes(connection, "SELECT pg_has_role(current_user, CAST(? AS name), 'MEMBER')", owner.user())) {
                throw new CannotStart(
                        ("The application's role %s at %s has the owner's rights; give it a role of its own that is"
                                        + " neither superuser nor member of %s.")
                                .formatted(application.user(), address(), owner.user()));
            }
        } catch (SQLException failed) {
            throw broken(failed);
        }
    }

    private Connection connect(String setting, Login login) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException refused) {
            var state = refused.getSQLState() == null ? "" : refused.getSQLState();
            throw switch (state) {
                case "28P01", "28000" ->
                    new CannotStart(("The database at %s does not accept the user %s with this password; correct"
                                            + " lianxin.database.%s.user and lianxin.database.%s.password.")
                                    .formatted(address(), login.user(), setting, setting))
                            .because(refused);
                case "3D000" ->
                    new CannotStart(("There is no such database as %s; create it with %s as its owner, or correct"
                                            + " lianxin.database.url.")
                                    .formatted(address(), owner.user()))
                            .because(refused);
                case "42501" ->
                    new CannotStart("The user %s may not connect to %s; grant it CONNECT on that database."
                                    .formatted(login.user(), address()))
                            .because(refused);
                default ->
                    new CannotStart("No database answers at %s (%s); start it, or correct lianxin.database.url."
                                    .formatted(address(), firstLine(refused)))
                            .because(refused);
            };
        }
    }

    private CannotStart broken(SQLException failed) {
        return new CannotStart("The database at %s could not be examined (%s); see its log."
                        .formatted(address(), firstLine(failed)))
                .because(failed);
    }

    /** Without parameters, which may hold a password. */
    private String address() {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    private static String firstLine(SQLException failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean yes(Connection connection, String question, @Nullable String parameter) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            if (parameter != null) statement.setString(1, parameter);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
