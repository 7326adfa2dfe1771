package lianxin.platform;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The database as its owner sees it: for changing structure while the town is open, such as making next month's
 * partitions of the journal. Everything else uses the application's own, weaker role.
 *
 * @param applicationRole the role that new tables must be granted to
 * @param embedded whether the database is the town's own, beside this program, and not one that the operator named
 */
public record OwnerDatabase(DataSource connections, String applicationRole, boolean embedded) {

    /** One transaction on a connection of its own, outside of any other transaction. */
    public void run(Consumer<DSLContext> work) {
        DSL.using(connections, SQLDialect.POSTGRES).transaction(it -> work.accept(it.dsl()));
    }

    public <T> T ask(Function<DSLContext, T> question) {
        return DSL.using(connections, SQLDialect.POSTGRES).transactionResult(it -> question.apply(it.dsl()));
    }
}
