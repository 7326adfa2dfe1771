package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import lianxin.platform.database.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PreparedTests {

    private static final Field<Integer> UNIT = field(name("unit"), SQLDataType.INTEGER);
    private static final Field<Short> LEVEL = field(name("level"), SQLDataType.SMALLINT);
    private static final Field<Long> NUMBER = field(name("number"), SQLDataType.BIGINT);
    private static final Field<String> WORDS = field(name("words"), SQLDataType.CLOB);
    private static final Field<Instant> DUE = field(name("due"), SQLDataType.INSTANT);
    private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    private static final Field<JSONB> DETAIL = field(name("detail"), SQLDataType.JSONB);

    @AutoClose
    private static final TestDatabase town = TestDatabase.fresh();

    @Test
    void a_value_that_is_sometimes_missing_lets_the_server_keep_its_plan() {
        var insert = Prepared.of(DSL.using(SQLDialect.POSTGRES)
                .insertInto(table(name("note")), UNIT, LEVEL, NUMBER, WORDS, DUE, ID, DETAIL)
                .values(
                        Prepared.blank(UNIT),
                        Prepared.blank(LEVEL),
                        Prepared.blank(NUMBER),
                        Prepared.blank(WORDS),
                        Prepared.blank(DUE),
                        Prepared.blank(ID),
                        Prepared.blank(DETAIL)));
        town.sql().connection(connection -> {
            var db = DSL.using(connection, SQLDialect.POSTGRES);
            db.execute("CREATE TEMPORARY TABLE note (unit integer, level smallint, number bigint, words text,"
                    + " due timestamptz, id uuid, detail jsonb)");
            for (int i = 0; i < 10; i++) {
                insert.execute(
                        db,
                        Arrays.asList(7, (short) 1, 9L, "路灯", Instant.EPOCH, UUID.randomUUID(), JSONB.valueOf("{}")));
                insert.execute(db, Arrays.asList(null, null, null, null, null, null, null));
            }
            assertThat(db.fetchCount(table(name("note")))).isEqualTo(20);
            assertThat(uses(db)).isGreaterThan(10);
        });
    }

    /** How often the server has used the plan of the statement that it prepared last. */
    private static long uses(DSLContext db) {
        return db.fetchSingle("SELECT generic_plans + custom_plans FROM pg_prepared_statements"
                        + " WHERE statement LIKE 'insert into \"note\"%' ORDER BY prepare_time DESC LIMIT 1")
                .get(0, long.class);
    }
}
