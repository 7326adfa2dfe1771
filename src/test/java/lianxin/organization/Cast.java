package lianxin.organization;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import lianxin.facts.Journal;
import lianxin.facts.Paths;
import lianxin.facts.Vocabulary;
import lianxin.platform.Ids;
import lianxin.platform.MovableClock;
import lianxin.platform.database.TestDatabase;
import lianxin.playbook.Playbook;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** A small part of Jiaxing with its units, on a database of its own and a clock that is moved. */
final class Cast implements AutoCloseable {

    static final Instant LONG_AGO = MovableClock.city("2020-01-01T00:00");

    private static final Playbook JIAXING = Playbook.open("jiaxing");

    final TestDatabase database = TestDatabase.fresh();
    final MovableClock clock = MovableClock.at("2026-03-02T09:00");
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Cast() {
        var data = new TransactionAwareDataSourceProxy(database.applicationConnections());
        context.registerBean(DataSource.class, () -> data);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Playbook.class, () -> JIAXING);
        context.register(Wiring.class, Ids.class, Journal.class, Vocabulary.class);
        context.register(OrganizationRules.class, Divisions.class, Versions.class, TreeLoader.class, Trees.class);
        context.register(UnitQueries.class, UnitRepository.class, UnitImport.class, Units.class, HomePaths.class);
        context.register(
                OrganizationBeans.class, UnitFactKinds.class, Posts.class, Actors.class, Accounts.class, Proof.class);
        context.refresh();
        for (var year = 2026; year <= 2027; year++) {
            for (var month = 1; month <= 12; month++) partition(database.ownerSql(), LocalDate.of(year, month, 1));
        }
    }

    /** Room in the journal for what is recorded in a month. */
    static void partition(DSLContext owner, LocalDate month) {
        owner.fetch("SELECT facts.make_partition({0}, {1}, {2})", DSL.val(month), low(month), low(month.plusMonths(1)));
    }

    private static Param<UUID> low(LocalDate month) {
        return DSL.val(Ids.bound(month.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    Units units() {
        return the(Units.class);
    }

    Tree now() {
        return the(Trees.class).now();
    }

    UnitId unit(String code) {
        return now().byCode(code).orElseThrow().id();
    }

    TransactionTemplate transaction() {
        return the(TransactionTemplate.class);
    }

    /** 嘉兴市, its two urban districts, three streets of 南湖区 and two communities, with departments and Party bodies. */
    Cast settled() {
        units().importUnits(the(OrganizationRules.class).unitsOf(areas()), LONG_AGO, "first list", Actor.SYSTEM);
        return this;
    }

    static List<AreaSeed> areas() {
        return new ArrayList<>(List.of(
                new AreaSeed("city", "3304", "嘉兴市", null),
                new AreaSeed("county", "330402", "南湖区", "3304"),
                new AreaSeed("county", "330411", "秀洲区", "3304"),
                new AreaSeed("township", "330402005", "东栅街道", "330402"),
                new AreaSeed("township", "330402001", "建设街道", "330402"),
                new AreaSeed("township", "330402100", "凤桥镇", "330402"),
                new AreaSeed("township", "330411001", "新城街道", "330411"),
                new AreaSeed("community", "330402005001", "云海社区", "330402005"),
                new AreaSeed("community", "330402005002", "富润社区", "330402005"),
                new AreaSeed("grid", "330402005001-1", "云海社区第1网格", "330402005001"),
                new AreaSeed("microgrid", "330402005001-1-1", "云海社区第1网格第1微网格", "330402005001-1")));
    }

    static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    PersonId person(String name) {
        return the(Posts.class).register(List.of(name), true, Actor.SYSTEM).getFirst();
    }

    Actor holding(String role, UnitId unit) {
        var person = person("钱小满");
        the(Posts.class).fill(new Posts.Seat(person, unit, role, LONG_AGO, null), "test", Actor.SYSTEM);
        return the(Actors.class).of(person);
    }

    Paths paths() {
        return the(Paths.class);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {

        @Bean
        DataSourceTransactionManager transactions(DataSource data) {
            return new DataSourceTransactionManager(((TransactionAwareDataSourceProxy) data).getTargetDataSource());
        }

        @Bean
        TransactionTemplate transaction(DataSourceTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        DSLContext sql(DataSource data) {
            return DSL.using(data, SQLDialect.POSTGRES);
        }
    }
}
