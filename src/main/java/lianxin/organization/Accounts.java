package lianxin.organization;

import static lianxin.organization.tables.AccountTable.ACCOUNT;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sign-in names and password hashes of people who work with the system; residents never have one. */
@Service
public class Accounts implements UserDetailsService {

    private static final int SHORTEST_PASSWORD = 10;

    private final DSLContext sql;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Accounts(DSLContext sql, PasswordEncoder passwords, Clock clock) {
        this.sql = sql;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Transactional
    public void open(PersonId person, String signIn, String password, Actor by) {
        by.must(May.MANAGE_UNITS, null);
        if (password.length() < SHORTEST_PASSWORD)
            throw new RuleBroken("organization.password-short", SHORTEST_PASSWORD);
        var opened = sql.insertInto(ACCOUNT)
                .set(ACCOUNT.SIGN_IN, signIn.strip().toLowerCase(Locale.ROOT))
                .set(ACCOUNT.PERSON, person.number())
                .set(ACCOUNT.PASSWORD_HASH, passwords.encode(password))
                .onConflictDoNothing()
                .execute();
        if (opened == 0) throw new RuleBroken("organization.sign-in-taken", signIn);
    }

    @Transactional
    public void close(String signIn, Actor by) {
        by.must(May.MANAGE_UNITS, null);
        var closed = sql.update(ACCOUNT)
                .set(ACCOUNT.CLOSED_AT, clock.instant())
                .where(ACCOUNT.SIGN_IN.eq(signIn.toLowerCase(Locale.ROOT)))
                .execute();
        if (closed == 0) throw new NotFound("account/" + signIn);
    }

    @Override
    public UserDetails loadUserByUsername(String signIn) {
        return sql.select(ACCOUNT.SIGN_IN, ACCOUNT.PASSWORD_HASH, ACCOUNT.CLOSED_AT)
                .from(ACCOUNT)
                .where(ACCOUNT.SIGN_IN.eq(signIn.strip().toLowerCase(Locale.ROOT)))
                .fetchOptional(it -> User.withUsername(it.value1())
                        .password(it.value2())
                        .disabled(it.value3() != null)
                        .authorities(List.of())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("No account"));
    }
}
