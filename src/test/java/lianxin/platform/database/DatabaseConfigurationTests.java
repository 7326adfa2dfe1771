package lianxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import lianxin.platform.OwnerDatabase;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = DatabaseConfiguration.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JooqAutoConfiguration.class
})
class DatabaseConfigurationTests {
    @Autowired
    DSLContext sql;

    @Autowired
    OwnerDatabase owner;

    @Test
    void everybody_signs_in_as_the_application_and_migrations_as_the_owner() {
        assertThat(sql.fetchValue("SELECT current_user::text")).isEqualTo("lianxin_app");
        var migrator = owner.ask(it -> it.fetchValue("SELECT current_user::text"));
        assertThat(migrator).isEqualTo("lianxin_owner");
        var installed = owner.ask(it -> it.fetchValue("SELECT DISTINCT installed_by FROM platform.flyway_history"));
        assertThat(installed).isEqualTo(migrator);
        assertThat(owner.applicationRole()).isEqualTo("lianxin_app");
    }

    @Test
    void no_transaction_of_the_application_lasts() {
        assertThat(sql.fetchValue("SHOW transaction_timeout")).isEqualTo("10s");
        assertThat(sql.fetchValue("SHOW idle_in_transaction_session_timeout")).isEqualTo("5s");
        assertThat(sql.dialect()).isEqualTo(SQLDialect.POSTGRES);
    }

    @Test
    void what_the_owner_makes_at_work_is_there_for_the_application_once_granted() {
        owner.run(it -> {
            it.execute("CREATE TABLE platform.notice (words text)");
            it.execute("GRANT INSERT ON platform.notice TO " + owner.applicationRole());
        });
        assertThat(sql.execute("INSERT INTO platform.notice VALUES ('open')")).isEqualTo(1);
    }
}
