package lianxin.organization;

import static lianxin.organization.tables.AccountTable.ACCOUNT;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lianxin.facts.Journal;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.platform.SignedIn;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sign-in names and password hashes of people who work with the system; residents never have one. */
@Service
@Transactional
public class Accounts implements UserDetailsService {

    private static final int SHORTEST_PASSWORD = 10;
    /** Longer ones are cut by bcrypt without saying so. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private static final Duration ONE_TIME = Duration.ofDays(3);
    private static final int ONE_TIME_LENGTH = 14;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext sql;
    private final PasswordEncoder passwords;
    private final PostQueries posts;
    private final SecondFactors factors;
    private final ObjectProvider<SignedIn> signedIn;
    private final Versions versions;
    private final Trees trees;
    private final Journal journal;
    private final Clock clock;

    Accounts(
            DSLContext sql,
            PasswordEncoder passwords,
            PostQueries posts,
            SecondFactors factors,
            ObjectProvider<SignedIn> signedIn,
            Versions versions,
            Trees trees,
            Journal journal,
            Clock clock) {
        this.sql = sql;
        this.passwords = passwords;
        this.posts = posts;
        this.factors = factors;
        this.signedIn = signedIn;
        this.versions = versions;
        this.trees = trees;
        this.journal = journal;
        this.clock = clock;
    }

    /** While a town is set up. */
    public void open(PersonId person, String signIn, String password, Actor by) {
        by.must(May.MANAGE_ACCOUNTS, null);
        check(password, signIn);
        insert(person, signIn, password, null);
    }

    /** For somebody with a post in a unit of the administrator; the password is told once and must be changed. */
    public OneTime open(PersonId person, String signIn, Actor by) {
        var unit = mustManage(person, by);
        var once = oneTime(person, signIn);
        insert(person, once.signIn, once.password, once.until);
        journal.record(new AccountFact.Opened(person, unit), null, by.ref(), clock.instant());
        return once;
    }

    /** While a town is set up, like the other. */
    OneTime openForSetUp(PersonId person, String signIn) {
        var once = oneTime(person, signIn);
        insert(person, once.signIn, once.password, once.until);
        return once;
    }

    private void insert(PersonId person, String signIn, String password, @Nullable Instant until) {
        var name = plain(signIn);
        if (!name.matches("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}._-]{1,39}")) throw new RuleBroken("account.sign-in");
        var hash = passwords.encode(password);
        versions.postsChange();
        if (sql.fetchExists(ACCOUNT, ACCOUNT.SIGN_IN.eq(name), ACCOUNT.PERSON.ne(person.number())))
            throw new RuleBroken("organization.sign-in-taken", signIn);
        var reopened = sql.update(ACCOUNT)
                .set(ACCOUNT.SIGN_IN, name)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .set(ACCOUNT.ONE_TIME_UNTIL, until)
                .setNull(ACCOUNT.CLOSED_AT)
                .where(ACCOUNT.PERSON.eq(person.number()))
                .and(ACCOUNT.CLOSED_AT.isNotNull())
                .execute();
        if (reopened > 0) return;
        var opened = sql.insertInto(ACCOUNT)
                .set(ACCOUNT.SIGN_IN, name)
                .set(ACCOUNT.PERSON, person.number())
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .set(ACCOUNT.ONE_TIME_UNTIL, until)
                .onConflictDoNothing()
                .execute();
        if (opened == 0) throw new RuleBroken("account.has-one");
    }

    /** Password and second factor begin anew, and whoever was signed in is out. */
    public OneTime reset(PersonId person, Actor by) {
        var unit = mustManage(person, by);
        var once = anew(person);
        journal.record(new AccountFact.Reset(person, unit), null, by.ref(), clock.instant());
        return once;
    }

    OneTime anew(PersonId person) {
        var once = oneTime(person, signInOf(person));
        factors.forget(once.signIn);
        store(once.signIn, once.password, once.until);
        signedIn.ifAvailable(it -> it.end(once.signIn, null));
        return once;
    }

    public void close(PersonId person, Actor by) {
        var idle = posts.ofPerson(person, clock.instant()).isEmpty();
        var unit = idle ? mustManageAll(by) : mustManage(person, by);
        var signIn = signInOf(person);
        versions.postsChange();
        sql.update(ACCOUNT)
                .set(ACCOUNT.CLOSED_AT, clock.instant())
                .where(ACCOUNT.SIGN_IN.eq(signIn))
                .execute();
        factors.forget(signIn);
        signedIn.ifAvailable(it -> it.end(signIn, null));
        journal.record(new AccountFact.Closed(person, unit), null, by.ref(), clock.instant());
    }

    /** By the owner; every other place where the account is signed in is out. */
    void changePassword(String signIn, String old, String fresh, @Nullable String session) {
        mustKnow(signIn, old);
        if (old.equals(fresh)) throw new RuleBroken("account.password.same");
        check(fresh, signIn);
        store(signIn, fresh, null);
        signedIn.ifAvailable(it -> it.end(signIn, session));
    }

    /** Whoever sits at a screen left open does not know the password. */
    @Transactional(readOnly = true)
    void mustKnow(String signIn, String password) {
        if (!passwords.matches(password, hashOf(signIn))) throw new RuleBroken("account.password.wrong");
    }

    private void store(String signIn, String password, @Nullable Instant oneTimeUntil) {
        versions.postsChange();
        sql.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, passwords.encode(password))
                .set(ACCOUNT.ONE_TIME_UNTIL, oneTimeUntil)
                .where(ACCOUNT.SIGN_IN.eq(plain(signIn)))
                .execute();
    }

    private static void check(String password, String signIn) {
        if (password.length() < SHORTEST_PASSWORD)
            throw new RuleBroken("organization.password-short", SHORTEST_PASSWORD);
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES)
            throw new RuleBroken("account.password.long", LONGEST_PASSWORD_BYTES);
        if (signIn.length() > 3 && password.toLowerCase(Locale.ROOT).contains(plain(signIn)))
            throw new RuleBroken("account.password.name");
    }

    /** Whoever knows a one-time password could act in every post of its owner, so all of them must be in reach. */
    private UnitId mustManage(PersonId person, Actor by) {
        if (person.ref().equals(by.ref())) throw new RuleBroken("account.own");
        var units = posts.ofPerson(person, clock.instant()).stream()
                .map(PostQueries.Held::unit)
                .toList();
        var reached = units.stream()
                .filter(it -> by.may(May.MANAGE_ACCOUNTS, it))
                .findFirst()
                .orElseThrow(() -> new Forbidden("account of " + person));
        if (!units.stream().allMatch(it -> by.may(May.MANAGE_ACCOUNTS, it)))
            throw new RuleBroken("account.posts-beyond");
        return reached;
    }

    /** Who holds no post is in nobody's unit, and therefore the affair of whoever manages the accounts at the top. */
    private UnitId mustManageAll(Actor by) {
        return trees.now().tops().stream()
                .filter(Unit::holdsCases)
                .map(Unit::id)
                .filter(it -> by.may(May.MANAGE_ACCOUNTS, it))
                .findFirst()
                .orElseThrow(() -> new Forbidden("account without a post"));
    }

    private String signInOf(PersonId person) {
        return sql.select(ACCOUNT.SIGN_IN)
                .from(ACCOUNT)
                .where(ACCOUNT.PERSON.eq(person.number()))
                .and(ACCOUNT.CLOSED_AT.isNull())
                .fetchOptional(ACCOUNT.SIGN_IN)
                .orElseThrow(() -> new NotFound("account of " + person));
    }

    private String hashOf(String signIn) {
        return Objects.requireNonNull(sql.select(ACCOUNT.PASSWORD_HASH)
                .from(ACCOUNT)
                .where(ACCOUNT.SIGN_IN.eq(plain(signIn)))
                .fetchOne(ACCOUNT.PASSWORD_HASH));
    }

    private OneTime oneTime(PersonId person, String signIn) {
        var word = new StringBuilder();
        for (var i = 0; i < ONE_TIME_LENGTH; i++) word.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return new OneTime(
                person, plain(signIn), word.toString(), clock.instant().plus(ONE_TIME));
    }

    private static String plain(String signIn) {
        return signIn.strip().toLowerCase(Locale.ROOT);
    }

    /** A password that somebody else knows: to be changed at the first sign-in, void after the moment. */
    public record OneTime(PersonId person, String signIn, String password, Instant until) {

        /** For the log: everything but the password. */
        @Override
        public String toString() {
            return signIn + " until " + until;
        }
    }

    /** A closed account and a one-time password whose time is over are no account at all. */
    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String signIn) {
        return sql.select(ACCOUNT.SIGN_IN, ACCOUNT.PASSWORD_HASH)
                .from(ACCOUNT)
                .where(ACCOUNT.SIGN_IN.eq(plain(signIn)))
                .and(ACCOUNT.CLOSED_AT.isNull())
                .and(ACCOUNT.ONE_TIME_UNTIL.isNull().or(ACCOUNT.ONE_TIME_UNTIL.gt(clock.instant())))
                .fetchOptional(it -> User.withUsername(it.value1())
                        .password(it.value2())
                        .authorities(List.of())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("No account"));
    }

    @Transactional(readOnly = true)
    boolean exists(String signIn) {
        return sql.fetchExists(ACCOUNT, ACCOUNT.SIGN_IN.eq(plain(signIn)), ACCOUNT.CLOSED_AT.isNull());
    }

    /** Whether there is anybody at all who can sign in. */
    @Transactional(readOnly = true)
    boolean anybody() {
        return sql.fetchExists(
                ACCOUNT,
                ACCOUNT.CLOSED_AT.isNull(),
                ACCOUNT.ONE_TIME_UNTIL.isNull().or(ACCOUNT.ONE_TIME_UNTIL.gt(clock.instant())));
    }
}
