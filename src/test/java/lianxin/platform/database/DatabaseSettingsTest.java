package lianxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import lianxin.platform.CannotStart;
import lianxin.platform.database.DatabaseSettings.Named;
import lianxin.platform.database.DatabaseSettings.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that the operator names, played by a second database of the test's server. */
class DatabaseSettingsTest {
    @AutoClose
    static final TestDatabase NAMED = TestDatabase.fresh();

    final Role owner = role(NAMED.owner());
    final Role application = role(NAMED.application());

    @Test
    void a_named_database_is_used_instead_of_the_embedded_one() {
        var access = settings(NAMED.url(), owner, application).open();
        assertThat(access.embedded()).isFalse();
        assertThat(access.url()).isEqualTo(NAMED.url());
    }

    @Test
    void a_database_that_does_not_answer_is_one_sentence() {
        refused(settings("jdbc:postgresql://127.0.0.1:1/lianxin", owner, application), "No database answers at");
    }

    @Test
    void a_wrong_password_is_one_sentence_that_names_the_setting_but_no_password() {
        var wrong = new Role(application.user(), "guessed");
        assertThatThrownBy(() -> settings(NAMED.url(), owner, wrong).open())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("lianxin.database.application.password")
                .hasMessageNotContaining("guessed");
    }

    @Test
    void a_database_that_is_not_there_is_one_sentence() {
        refused(settings(TestDatabase.server().url("atlantis"), owner, application), "There is no such database as");
    }

    @Test
    void an_address_of_another_kind_is_one_sentence() {
        refused(settings("jdbc:h2:mem:town", owner, application), "must look like jdbc:postgresql://host:5432/lianxin");
    }

    @Test
    void a_forgotten_login_is_one_sentence() {
        refused(settings(NAMED.url(), new Role(null, null), application), "lianxin.database.owner.user");
    }

    @Test
    void an_application_with_the_rights_of_the_owner_is_refused() {
        refused(settings(NAMED.url(), owner, owner), "has the owner's rights");
    }

    @Test
    void an_owner_who_may_not_make_schemas_is_refused() {
        refused(settings(NAMED.url(), application, application), "may not make schemas");
    }

    @Test
    void the_parameters_of_an_address_are_never_shown() {
        var secretive = "jdbc:postgresql://127.0.0.1:1/lianxin?password=secret";
        assertThatThrownBy(() -> settings(secretive, owner, application).open()).hasMessageNotContaining("secret");
    }

    @Test
    void the_application_works_in_the_structure_and_cannot_change_it() {
        var sql = NAMED.sql();
        assertThat(sql.fetchValue("SELECT count(*) FROM platform.spring_session"))
                .isEqualTo(0L);
        assertThatThrownBy(() -> sql.execute("DROP TABLE platform.spring_session"))
                .hasRootCauseInstanceOf(SQLException.class)
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> sql.execute("CREATE TABLE platform.extra (id int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> sql.execute("SELECT * FROM platform.flyway_history"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_owner_is_no_superuser() {
        assertThat(NAMED.ownerSql()
                        .fetchValue("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo(false);
    }

    private static void refused(DatabaseSettings settings, String because) {
        assertThatThrownBy(settings::open).isInstanceOf(CannotStart.class).hasMessageContaining(because);
    }

    private static DatabaseSettings settings(String url, Role owner, Role application) {
        return new DatabaseSettings(Path.of("target/nowhere"), new Named(url, owner, application));
    }

    private static Role role(Login login) {
        return new Role(login.user(), login.password());
    }
}
