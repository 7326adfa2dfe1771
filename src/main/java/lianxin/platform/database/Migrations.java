package lianxin.platform.database;

import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** One numbered history of the whole town's structure, whichever module a step belongs to. */
final class Migrations {

    private Migrations() {}

    static FluentConfiguration configure(FluentConfiguration flyway, String applicationRole) {
        return flyway.locations("classpath:db/migration")
                .schemas("platform")
                .defaultSchema("platform")
                .table("flyway_history")
                .placeholders(Map.of("application", applicationRole));
    }
}
