package lianxin.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import lianxin.organization.Accounts;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.Trees;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A real town without a demonstration: the operator names who comes first. */
@SpringBootTest(properties = {"lianxin.playbook=linjiang", "lianxin.first-administrator=wen.xiaodu"})
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {

    @Autowired
    FirstStart start;

    @Autowired
    Trees trees;

    @Autowired
    Areas areas;

    @Autowired
    Actors actors;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    DSLContext db;

    @Test
    void the_divisions_stand_and_one_person_can_set_up_the_rest(CapturedOutput console) {
        assertThat(trees.now().byCode("990101001001")).isPresent();
        assertThat(areas.byCode("990101100201")).isPresent();
        assertThat(db.fetchCount(DSL.table("territory.area_version"), DSL.condition("generated")))
                .as("nothing is made up")
                .isZero();

        var first = actors.of("wen.xiaodu");
        var community = trees.now().byCode("990101001001").orElseThrow().id();
        assertThat(first.may(May.MANAGE_UNITS, community)).isTrue();
        assertThat(first.may(May.APPOINT, community)).isTrue();
        assertThat(first.may(May.MANAGE_ACCOUNTS, community)).isTrue();
        assertThat(first.may(May.DISPATCH, community)).isFalse();
    }

    @Test
    void the_password_is_told_on_the_console_only_while_nobody_can_sign_in(CapturedOutput console) {
        db.execute("UPDATE organization.account SET one_time_until = '2020-01-01'");
        start.open();
        var told = Pattern.compile("one-time password: (\\w+)")
                .matcher(console.getOut())
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(told).as("once at the start, once after it was never used").hasSize(2);
        assertThat(passwords.matches(
                        told.getLast(),
                        accounts.loadUserByUsername("wen.xiaodu").getPassword()))
                .isTrue();

        var before = console.getOut().length();
        start.open();
        assertThat(console.getOut()).hasSize(before);
    }
}
