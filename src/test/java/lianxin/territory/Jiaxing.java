package lianxin.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Ids;
import lianxin.platform.MovableClock;
import lianxin.platform.OwnerDatabase;
import lianxin.platform.database.TestDatabase;
import lianxin.playbook.Playbook;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The whole of Jiaxing, its ground and its units, on a database of its own and a clock that is moved. */
final class Jiaxing implements AutoCloseable {
    static final Instant LONG_AGO = MovableClock.city("2020-01-01T00:00");
    static final Playbook PLAYBOOK = Playbook.open("jiaxing");
    static final Town TOWN = PLAYBOOK.bind("place.yaml", Town.class);

    final TestDatabase database = TestDatabase.fresh();
    final MovableClock clock = MovableClock.at("2026-03-02T09:00");
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Jiaxing() {
        var data = new TransactionAwareDataSourceProxy(database.applicationConnections());
        context.registerBean(DataSource.class, () -> data);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Playbook.class, () -> PLAYBOOK);
        context.registerBean(OwnerDatabase.class, database::ownerDatabase);
        context.register(Wiring.class, Ids.class);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.scan("lianxin.facts", "lianxin.organization", "lianxin.territory");
        context.refresh();
        for (int year = 2026; year <= 2027; year++) {
            for (int month = 1; month <= 12; month++) partition(LocalDate.of(year, month, 1));
        }
    }

    private void partition(LocalDate month) {
        database.ownerSql()
                .fetch(
                        "SELECT facts.make_partition({0}, {1}, {2})",
                        DSL.val(month), start(month), start(month.plusMonths(1)));
    }

    private static org.jooq.Param<java.util.UUID> start(LocalDate month) {
        return DSL.val(Ids.bound(month.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    /** Real divisions and borders, generated grids and buildings, a unit for each area, departments in their lines. */
    Jiaxing settled() {
        var csv = resource("/divisions/jiaxing.csv");
        var seeds = the(OrganizationRules.class).unitsOf(the(Divisions.class).ofTown(csv));
        the(Units.class).importUnits(seeds, LONG_AGO, "divisions", Actor.SYSTEM);
        var plan = plan();
        var report = the(Surveying.class).importAreas(plan, LONG_AGO, unit("3304"), Actor.SYSTEM);
        if (!report.errors().isEmpty())
            throw new IllegalStateException(report.errors().toString());
        the(Borders.class).importBorders(coverage(), LONG_AGO, unit("3304"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        return this;
    }

    static List<AreaRow> divisions() {
        return AreaFile.read(resource("/divisions/jiaxing.csv"), TOWN).rows();
    }

    static Coverage coverage() {
        return Coverage.fromShifted(resource("/geo/jiaxing.geojson"));
    }

    static List<AreaRow> plan() {
        return CityPlan.of(divisions(), coverage(), TOWN);
    }

    static byte[] resource(String path) {
        try (var file = Jiaxing.class.getResourceAsStream(path)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    AreaId area(String code) {
        return the(Areas.class).byCode(code).orElseThrow().id();
    }

    UnitId unit(String code) {
        return the(Trees.class).now().byCode(code).map(Unit::id).orElseThrow();
    }

    String unitName(UnitId unit) {
        return the(Trees.class).now().unit(unit).name();
    }

    Journal journal() {
        return the(Journal.class);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /** No component: the town of other tests must not find it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {

        @Bean
        DSLContext sql(DataSource data) {
            return DSL.using(data, SQLDialect.POSTGRES);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource data) {
            return new DataSourceTransactionManager(((TransactionAwareDataSourceProxy) data).getTargetDataSource());
        }
    }
}
