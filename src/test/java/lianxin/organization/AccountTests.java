package lianxin.organization;

import static lianxin.organization.FilingTests.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import lianxin.facts.Journal;
import lianxin.platform.Forbidden;
import lianxin.platform.Sealing;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Accounts, their one-time passwords and second factors. */
class AccountTests {

    @AutoClose
    static final Cast cast = new Cast().settled();

    static int number;

    final UnitId nanhu = cast.unit("330402");
    final UnitId dongzha = cast.unit("330402005");
    final Accounts accounts = cast.the(Accounts.class);
    final SecondFactors factors = cast.the(SecondFactors.class);
    final Actors actors = cast.the(Actors.class);
    final Actor administrator = cast.holding("system-administrator", nanhu);
    String li;
    PersonId person;

    @BeforeEach
    void li_has_a_post_in_the_street() {
        li = "li-" + ++number;
        person = cast.person("李青禾");
        cast.the(Posts.class).fill(new Posts.Seat(person, dongzha, "handler", Cast.LONG_AGO, null), "任命", Actor.SYSTEM);
    }

    @Test
    void the_administrator_gives_a_password_that_must_be_changed_and_is_void_after_three_days() {
        var once = accounts.open(person, li, administrator);
        assertThat(actors.owes(li)).isTrue();
        assertThat(once.toString()).doesNotContain(once.password());
        accounts.changePassword(li, once.password(), "a sentence of my own", null);
        assertThat(actors.owes(li)).isFalse();

        accounts.reset(person, administrator);
        assertThat(actors.owes(li)).isTrue();
        cast.clock.forward(Duration.ofHours(73));
        assertThatThrownBy(() -> accounts.loadUserByUsername(li)).isInstanceOf(UsernameNotFoundException.class);
        cast.clock.back(Duration.ofHours(73));
        assertThat(cast.the(Journal.class).about(person.ref()))
                .extracting(it -> it.kind())
                .containsExactly("account.opened", "account.reset");
    }

    @Test
    void an_administrator_reaches_the_units_below_and_no_other() {
        var elsewhere = cast.holding("system-administrator", cast.unit("330411"));
        assertThatThrownBy(() -> accounts.open(person, li, elsewhere)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> accounts.open(person, li, cast.holding("leader", nanhu)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void an_account_whose_owner_has_no_post_any_more_is_closed_by_who_manages_accounts_at_the_top() {
        accounts.open(person, li, administrator);
        var post = cast.the(PostQueries.class)
                .ofPerson(person, cast.clock.instant())
                .getFirst();
        var idle = cast.the(IdleAccounts.class);
        assertThat(idle.all()).noneMatch(it -> it.signIn().equals(li));

        cast.the(Posts.class).end(post.id(), cast.clock.instant(), "调离", Actor.SYSTEM);

        assertThat(idle.all())
                .filteredOn(it -> it.signIn().equals(li))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.last()).isEqualTo(dongzha);
                    assertThat(it.role()).isEqualTo("handler");
                });
        assertThat(idle.formerlyIn(dongzha)).anyMatch(it -> it.signIn().equals(li));
        assertThatThrownBy(() -> accounts.close(person, administrator)).isInstanceOf(Forbidden.class);
        accounts.close(person, cast.holding("system-administrator", cast.unit("3304")));
        assertThat(idle.all()).noneMatch(it -> it.signIn().equals(li));
    }

    @Test
    void whoever_also_has_a_post_beyond_is_the_affair_of_the_level_above() {
        var chief = cast.holding("system-administrator", cast.unit("3304"));
        cast.the(Posts.class)
                .fill(new Posts.Seat(person, cast.unit("330411"), "leader", Cast.LONG_AGO, null), "兼任", Actor.SYSTEM);
        refused("account.posts-beyond", () -> accounts.open(person, li, administrator));
        accounts.open(person, li, chief);
        refused("account.posts-beyond", () -> accounts.reset(person, administrator));
        refused("account.posts-beyond", () -> accounts.close(person, administrator));
    }

    @Test
    void an_administrator_does_not_reset_the_own_account() {
        var self = administrator.person().orElseThrow();
        refused("account.own", () -> accounts.reset(self, administrator));
    }

    @Test
    void a_closed_account_is_opened_again_under_whatever_name_is_free() {
        accounts.open(person, li, administrator);
        refused("account.has-one", () -> accounts.open(person, li + "-again", administrator));
        accounts.close(person, administrator);
        assertThatThrownBy(() -> accounts.loadUserByUsername(li)).isInstanceOf(UsernameNotFoundException.class);

        accounts.open(cast.person("沈小舟"), "shen-" + li, "bamboo in the rain", Actor.SYSTEM);
        refused("organization.sign-in-taken", () -> accounts.open(person, "shen-" + li, administrator));
        accounts.open(person, li + "-again", administrator);
        assertThat(accounts.loadUserByUsername(li + "-again").getUsername()).isEqualTo(li + "-again");
    }

    @Test
    void a_bad_password_is_refused_with_a_sentence() {
        accounts.open(person, li, "bamboo in the rain", Actor.SYSTEM);
        refused("account.password.wrong", () -> accounts.changePassword(li, "guess", "something new 1", null));
        refused("organization.password-short", () -> accounts.changePassword(li, "bamboo in the rain", "short", null));
        refused(
                "account.password.same",
                () -> accounts.changePassword(li, "bamboo in the rain", "bamboo in the rain", null));
        refused(
                "account.password.name",
                () -> accounts.changePassword(li, "bamboo in the rain", "my name is " + li, null));
        refused("account.password.long", () -> accounts.changePassword(li, "bamboo in the rain", "雨".repeat(30), null));
    }

    @Test
    void the_second_factor_counts_once_the_app_has_proved_it_and_takes_each_code_once() {
        accounts.open(person, li, "bamboo in the rain", Actor.SYSTEM);
        var secret = factors.begun(li);
        assertThat(factors.begun(li)).as("the same until confirmed").isEqualTo(secret);
        assertThat(factors.on(li)).isFalse();
        refused("account.factor.wrong", () -> factors.confirm(li, "000000"));

        var recovery = factors.confirm(li, code(secret));
        assertThat(factors.on(li)).isTrue();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(factors.takes(li, code(secret))).as("used for setting up").isFalse();
        cast.clock.forward(Duration.ofSeconds(60));
        assertThat(factors.takes(li, code(secret))).isTrue();
        assertThat(factors.takes(li, code(secret))).as("a second time").isFalse();

        assertThat(factors.takes(
                        li,
                        recovery.getFirst().substring(0, 5) + " "
                                + recovery.getFirst().substring(5)))
                .isTrue();
        assertThat(factors.takes(li, recovery.getFirst())).as("a second time").isFalse();
        assertThat(factors.recoveryCodesLeft(li)).isEqualTo(9);
        assertThat(factors.takes("nobody", code(secret))).isFalse();
    }

    @Test
    void the_database_holds_neither_secret_nor_recovery_code() {
        accounts.open(person, li, "bamboo in the rain", Actor.SYSTEM);
        var secret = factors.begun(li);
        factors.confirm(li, code(secret));
        var sealed = (byte[]) cast.the(DSLContext.class)
                .fetchValue("SELECT totp_secret FROM organization.account WHERE sign_in = {0}", DSL.val(li));

        assertThat(sealed).hasSizeGreaterThan(secret.length).isNotEqualTo(secret);
        assertThat(cast.the(Sealing.class).open("second factor", li, sealed)).isEqualTo(secret);
        assertThatThrownBy(() -> cast.the(Sealing.class).open("second factor", "another", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Sealing(new byte[] {1, 2, 3}).open("second factor", li, sealed))
                .hasMessageContaining("lianxin.key");
    }

    @Test
    void a_post_that_demands_a_second_factor_waits_for_it() {
        cast.the(Posts.class)
                .fill(new Posts.Seat(person, nanhu, "system-administrator", Cast.LONG_AGO, null), "任命", Actor.SYSTEM);
        accounts.open(person, li, "bamboo in the rain", Actor.SYSTEM);
        assertThat(actors.owes(li)).isTrue();

        factors.confirm(li, code(factors.begun(li)));
        assertThat(actors.owes(li)).isFalse();
        accounts.reset(person, administrator);
        assertThat(factors.on(li)).as("whoever lost the telephone begins anew").isFalse();
    }

    private static String code(byte[] secret) {
        return Totp.code(secret, cast.clock.instant().getEpochSecond() / 30, 6);
    }
}
