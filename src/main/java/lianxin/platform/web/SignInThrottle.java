package lianxin.platform.web;

import static lianxin.platform.tables.WrongSignInTable.WRONG_SIGN_IN;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import lianxin.platform.Sealing;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whoever tries in vain has to wait, longer each time: after five wrong tries of a name from one address a minute, then
 * two, four, up to an hour; after twenty-five from wherever the same. It lies in the database, so that another node is no
 * way around it, and is the same for names that are no account.
 */
@Component
class SignInThrottle {

    private static final int TRIES_FROM_ONE_PLACE = 5;
    private static final int TRIES_FROM_ALL_PLACES = 25;
    private static final int LONGEST_MINUTES = 60;
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final DSLContext sql;
    private final Sealing sealing;
    private final Clock clock;

    SignInThrottle(DSLContext sql, Sealing sealing, Clock clock) {
        this.sql = sql;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** How long to wait before the next try; nothing when it may be tried now. */
    Duration wait(String name, String address) {
        var now = clock.instant();
        return sql.select(WRONG_SIGN_IN.AGAIN_AT)
                .from(WRONG_SIGN_IN)
                .where(WRONG_SIGN_IN.TRIED.in(placed(name, address), everywhere(name)))
                .fetchStream()
                .map(it -> Duration.between(now, it.value1()))
                .filter(Duration::isPositive)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    void failed(String name, String address) {
        note(placed(name, address), TRIES_FROM_ONE_PLACE);
        note(everywhere(name), TRIES_FROM_ALL_PLACES);
    }

    private void note(byte[] tried, int free) {
        var now = clock.instant();
        var fresh = WRONG_SIGN_IN.LAST_AT.lt(now.minus(FORGOTTEN));
        var times = sql.insertInto(WRONG_SIGN_IN)
                .set(WRONG_SIGN_IN.TRIED, tried)
                .set(WRONG_SIGN_IN.TIMES, 1)
                .set(WRONG_SIGN_IN.AGAIN_AT, now)
                .set(WRONG_SIGN_IN.LAST_AT, now)
                .onConflict(WRONG_SIGN_IN.TRIED)
                .doUpdate()
                .set(WRONG_SIGN_IN.TIMES, when(fresh, val(1)).otherwise(WRONG_SIGN_IN.TIMES.plus(1)))
                .set(WRONG_SIGN_IN.LAST_AT, excluded(WRONG_SIGN_IN.LAST_AT))
                .returningResult(WRONG_SIGN_IN.TIMES)
                .fetchSingle(it -> it.value1());
        if (times < free) return;
        sql.update(WRONG_SIGN_IN)
                .set(WRONG_SIGN_IN.AGAIN_AT, now.plus(pause(times - free)))
                .where(WRONG_SIGN_IN.TRIED.eq(tried))
                .execute();
    }

    /** One minute, then twice as long each time. */
    static Duration pause(int further) {
        return Duration.ofMinutes(further > 5 ? LONGEST_MINUTES : 1L << further);
    }

    void succeeded(String name, String address) {
        sql.deleteFrom(WRONG_SIGN_IN)
                .where(WRONG_SIGN_IN.TRIED.in(placed(name, address), everywhere(name)))
                .execute();
    }

    @Scheduled(cron = "0 20 2 * * *", zone = "#{@cityClock.zone.id}")
    void forget() {
        sql.deleteFrom(WRONG_SIGN_IN)
                .where(WRONG_SIGN_IN.LAST_AT.lt(clock.instant().minus(FORGOTTEN)))
                .execute();
    }

    private byte[] placed(String name, String address) {
        return sealing.sum("sign-in", plain(name) + " " + address);
    }

    private byte[] everywhere(String name) {
        return sealing.sum("sign-in", plain(name));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Buckets fill by the town's clock. */
    record ByClock(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
