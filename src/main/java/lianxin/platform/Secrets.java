package lianxin.platform;

import static lianxin.platform.tables.Tables.SECRET;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Random keys of this city: made once by the first node that asks, then the same for all. */
@Component
class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext sql;
    private final Clock clock;

    Secrets(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    byte[] secret(String name) {
        var made = new byte[32];
        RANDOM.nextBytes(made);
        sql.insertInto(SECRET, SECRET.NAME, SECRET.VALUE, SECRET.MADE_AT)
                .values(name, made, clock.instant())
                .onConflictDoNothing()
                .execute();
        var kept = sql.select(SECRET.VALUE)
                .from(SECRET)
                .where(SECRET.NAME.eq(name))
                .fetchOne(SECRET.VALUE);
        return Objects.requireNonNull(kept);
    }
}
