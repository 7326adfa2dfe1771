package lianxin.organization;

import static lianxin.organization.tables.AccountTable.ACCOUNT;
import static lianxin.organization.tables.RecoveryCodeTable.RECOVERY_CODE;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lianxin.platform.RuleBroken;
import lianxin.platform.Sealing;
import lianxin.platform.SecondFactor;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factor of accounts: a secret shared with an authenticator app, sealed with the town's key, and recovery
 * codes of which only sums are kept. Every code is taken once.
 */
@Service
@Transactional
class SecondFactors implements SecondFactor {

    private static final String PURPOSE = "second factor";
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LENGTH = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext sql;
    private final Sealing sealing;
    private final Versions versions;
    private final Clock clock;

    SecondFactors(DSLContext sql, Sealing sealing, Versions versions, Clock clock) {
        this.sql = sql;
        this.sealing = sealing;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean on(String signIn) {
        return sql.fetchExists(ACCOUNT, ACCOUNT.SIGN_IN.eq(signIn), ACCOUNT.TOTP_CONFIRMED_AT.isNotNull());
    }

    /** The secret to be set up: the same until it is confirmed, so that a page opened twice does not confuse anybody. */
    byte[] begun(String signIn) {
        if (on(signIn)) throw new RuleBroken("account.factor.on");
        var sealed = sealed(signIn);
        if (sealed != null) return sealing.open(PURPOSE, signIn, sealed);
        var secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        sql.update(ACCOUNT)
                .set(ACCOUNT.TOTP_SECRET, sealing.seal(PURPOSE, signIn, secret))
                .where(ACCOUNT.SIGN_IN.eq(signIn))
                .execute();
        return secret;
    }

    /** The first code proves that the app has the secret; from now on it is asked for. Gives the recovery codes. */
    List<String> confirm(String signIn, String code) {
        if (on(signIn)) throw new RuleBroken("account.factor.on");
        versions.postsChange();
        if (!takesTotp(signIn, plain(code))) throw new RuleBroken("account.factor.wrong");
        sql.update(ACCOUNT)
                .set(ACCOUNT.TOTP_CONFIRMED_AT, clock.instant())
                .where(ACCOUNT.SIGN_IN.eq(signIn))
                .execute();
        return newRecoveryCodes(signIn);
    }

    /** Makes all earlier ones void; shown once, kept as sums. */
    List<String> newRecoveryCodes(String signIn) {
        sql.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.SIGN_IN.eq(signIn)).execute();
        var codes = new ArrayList<String>();
        while (codes.size() < RECOVERY_CODES) {
            var code = new StringBuilder();
            for (var i = 0; i < RECOVERY_LENGTH; i++) code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            codes.add(code.toString());
            sql.insertInto(RECOVERY_CODE)
                    .set(RECOVERY_CODE.SIGN_IN, signIn)
                    .set(RECOVERY_CODE.HASH, sum(signIn, code.toString()))
                    .execute();
        }
        return codes;
    }

    int recoveryCodesLeft(String signIn) {
        return sql.fetchCount(RECOVERY_CODE, RECOVERY_CODE.SIGN_IN.eq(signIn), RECOVERY_CODE.USED_AT.isNull());
    }

    @Override
    public boolean takes(String signIn, String typed) {
        var code = plain(typed);
        if (!on(signIn)) return false;
        return takesTotp(signIn, code) || takesRecovery(signIn, code);
    }

    private boolean takesTotp(String signIn, String code) {
        var sealed = sealed(signIn);
        if (sealed == null) return false;
        var last = sql.select(ACCOUNT.TOTP_STEP)
                .from(ACCOUNT)
                .where(ACCOUNT.SIGN_IN.eq(signIn))
                .forUpdate()
                .fetchSingle(it -> it.value1());
        var step = Totp.stepOf(code, sealing.open(PURPOSE, signIn, sealed), clock.instant(), last);
        step.ifPresent(it -> sql.update(ACCOUNT)
                .set(ACCOUNT.TOTP_STEP, it)
                .where(ACCOUNT.SIGN_IN.eq(signIn))
                .execute());
        return step.isPresent();
    }

    private boolean takesRecovery(String signIn, String code) {
        return sql.update(RECOVERY_CODE)
                        .set(RECOVERY_CODE.USED_AT, clock.instant())
                        .where(RECOVERY_CODE.SIGN_IN.eq(signIn))
                        .and(RECOVERY_CODE.HASH.eq(sum(signIn, code)))
                        .and(RECOVERY_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }

    /** For whoever lost the telephone: a post that demands a second factor stays closed until a new one is set up. */
    void forget(String signIn) {
        versions.postsChange();
        sql.update(ACCOUNT)
                .setNull(ACCOUNT.TOTP_SECRET)
                .setNull(ACCOUNT.TOTP_CONFIRMED_AT)
                .where(ACCOUNT.SIGN_IN.eq(signIn))
                .execute();
        sql.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.SIGN_IN.eq(signIn)).execute();
    }

    private byte @Nullable [] sealed(String signIn) {
        return sql.select(ACCOUNT.TOTP_SECRET)
                .from(ACCOUNT)
                .where(ACCOUNT.SIGN_IN.eq(signIn))
                .fetchOne(ACCOUNT.TOTP_SECRET);
    }

    private byte[] sum(String signIn, String code) {
        return sealing.sum("recovery code", signIn + " " + code);
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
