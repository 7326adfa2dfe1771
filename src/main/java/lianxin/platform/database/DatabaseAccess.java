package lianxin.platform.database;

import org.jspecify.annotations.Nullable;

/** An open door to the town's database for both roles; closing it stops the server if it is our own. */
record DatabaseAccess(
        String url,
        Login owner,
        Login application,
        @Nullable PostgresServer server) implements AutoCloseable {

    static DatabaseAccess to(PostgresServer server) {
        return new DatabaseAccess(
                server.url(), server.roles().owner(), server.roles().application(), server);
    }

    boolean embedded() {
        return server != null;
    }

    @Override
    public void close() {
        if (server != null) server.close();
    }
}
