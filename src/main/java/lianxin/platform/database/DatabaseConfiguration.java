package lianxin.platform.database;

import lianxin.platform.OwnerDatabase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Migrations sign in as the owner, everybody else as the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    DatabaseAccess databaseAccess(DatabaseSettings settings) {
        return settings.open();
    }

    @Bean
    JdbcConnectionDetails applicationConnection(DatabaseAccess access) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return access.url();
            }

            @Override
            public String getUsername() {
                return access.application().user();
            }

            @Override
            public String getPassword() {
                return access.application().password();
            }
        };
    }

    @Bean
    FlywayConnectionDetails ownerConnection(DatabaseAccess access) {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return access.url();
            }

            @Override
            public String getUsername() {
                return access.owner().user();
            }

            @Override
            public String getPassword() {
                return access.owner().password();
            }
        };
    }

    @Bean
    FlywayConfigurationCustomizer history(DatabaseAccess access) {
        return flyway -> Migrations.configure(flyway, access.application().user());
    }

    @Bean
    @DependsOnDatabaseInitialization
    OwnerDatabase ownerDatabase(DatabaseAccess access) {
        var connections = new DriverManagerDataSource(
                access.url(), access.owner().user(), access.owner().password());
        return new OwnerDatabase(connections, access.application().user(), access.embedded());
    }
}
