package lianxin.platform.database;

import java.nio.file.Path;
import lianxin.platform.CannotStart;
import lianxin.platform.Unfinished;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the town keeps its data.
 *
 * @param data the directory of the embedded database
 * @param database a PostgreSQL of the operator's own; without its address the embedded one is used
 */
@ConfigurationProperties("lianxin")
record DatabaseSettings(
        @DefaultValue("./var") Path data, @DefaultValue Named database) {

    record Named(
            @Nullable String url,
            @DefaultValue Role owner,
            @DefaultValue Role application) {}

    record Role(@Nullable String user, @Nullable String password) {

        Login login(String name) {
            if (user == null || user.isBlank() || password == null) {
                throw new CannotStart(("lianxin.database.url names a PostgreSQL, but not who signs in there; set"
                                + " lianxin.database.%1$s.user and lianxin.database.%1$s.password.")
                        .formatted(name));
            }
            return new Login(user, password);
        }
    }

    DatabaseAccess open() {
        var url = database.url();
        if (url == null || url.isBlank()) return DatabaseAccess.to(whole(PostgresServer.start(data)));
        var named = new NamedDatabase(
                url, database.owner().login("owner"), database.application().login("application"));
        return named.checked();
    }

    /** Nobody ever sees half a demonstration: a database whose loading was cut off is made anew. */
    private PostgresServer whole(PostgresServer server) {
        var unfinished = new Unfinished(data);
        if (!unfinished.marked()) return server;
        server.makeDatabaseAnew();
        unfinished.done();
        return server;
    }
}
