package lianxin.exchange;

import static lianxin.exchange.tables.PartnerTable.PARTNER;
import static lianxin.exchange.tables.ToldTable.TOLD;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The partners of the town and their tokens: made and revoked by the system administrator, shown once, kept as a sum. */
@Service
@Transactional
class PartnerSystems {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,38}");
    private static final int LONGEST_NAME = 60;

    private final DSLContext db;
    private final Clock clock;

    PartnerSystems(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Takes up a partner, or gives one that was revoked a new token.
     *
     * @return the token, which nobody can show again
     */
    String make(String key, String name, boolean asksItself, Actor by) {
        mustAdministrate(by);
        if (!KEY.matcher(key).matches()) throw new RuleBroken("exchange.key-wrong");
        if (name.isBlank() || name.strip().length() > LONGEST_NAME)
            throw new RuleBroken("exchange.name-wrong", LONGEST_NAME);
        var token = token();
        var now = clock.instant();
        var kept = db.insertInto(PARTNER)
                .set(PARTNER.KEY, key)
                .set(PARTNER.NAME, name.strip())
                .set(PARTNER.TOKEN_SUM, sum(token))
                .set(PARTNER.ASKS_ITSELF, asksItself)
                .set(PARTNER.MADE_AT, now)
                .set(PARTNER.MADE_BY, by.ref().toString())
                .onConflict(PARTNER.KEY)
                .doUpdate()
                .set(PARTNER.NAME, name.strip())
                .set(PARTNER.TOKEN_SUM, sum(token))
                .set(PARTNER.ASKS_ITSELF, asksItself)
                .set(PARTNER.MADE_AT, now)
                .set(PARTNER.MADE_BY, by.ref().toString())
                .setNull(PARTNER.REVOKED_AT)
                .setNull(PARTNER.REVOKED_BY)
                .where(PARTNER.REVOKED_AT.isNotNull())
                .execute();
        if (kept == 0) throw new RuleBroken("exchange.key-taken");
        return token;
    }

    /** From this moment its token opens nothing. */
    void revoke(String key, Actor by) {
        mustAdministrate(by);
        var revoked = db.update(PARTNER)
                .set(PARTNER.REVOKED_AT, clock.instant())
                .set(PARTNER.REVOKED_BY, by.ref().toString())
                .where(PARTNER.KEY.eq(key), PARTNER.REVOKED_AT.isNull())
                .execute();
        if (revoked == 0) throw new NotFound("partner/" + key);
    }

    List<Partner> all(Actor by) {
        mustAdministrate(by);
        return read(DSL.noCondition());
    }

    /** Whose token this is; empty for one that was revoked or never given. */
    Optional<Partner> of(String token) {
        return read(PARTNER.TOKEN_SUM.eq(sum(token)).and(PARTNER.REVOKED_AT.isNull())).stream()
                .findFirst();
    }

    /** Whether the partner tells this for the first time; from now on it does not. Undone with the step that fails. */
    boolean tellsFirst(Partner partner, String event) {
        return db.insertInto(TOLD)
                        .set(TOLD.PARTNER, partner.key())
                        .set(TOLD.EVENT, event)
                        .set(TOLD.TOLD_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    private List<Partner> read(Condition which) {
        return db.selectFrom(PARTNER)
                .where(which)
                .orderBy(PARTNER.REVOKED_AT.desc().nullsFirst(), PARTNER.KEY)
                .fetch(it -> new Partner(
                        it.get(PARTNER.KEY),
                        it.get(PARTNER.NAME),
                        it.get(PARTNER.ASKS_ITSELF),
                        it.get(PARTNER.MADE_AT),
                        it.get(PARTNER.REVOKED_AT)));
    }

    private static void mustAdministrate(Actor by) {
        if (!by.may(May.MANAGE_ACCOUNTS)) throw new Forbidden(May.MANAGE_ACCOUNTS);
    }

    private static String token() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sum(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
