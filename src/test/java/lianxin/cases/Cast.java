package lianxin.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import lianxin.facts.Journal;
import lianxin.facts.JournalMonths;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Ids;
import lianxin.platform.MovableClock;
import lianxin.platform.OwnerDatabase;
import lianxin.platform.Photos;
import lianxin.platform.PrivateLinks;
import lianxin.platform.Standstill;
import lianxin.platform.WorkingCalendar;
import lianxin.platform.WorkingHours;
import lianxin.platform.database.TestDatabase;
import lianxin.playbook.Playbook;
import lianxin.territory.AreaFile;
import lianxin.territory.AreaId;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import lianxin.territory.Town;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 临江, a made-up town with its own playbook, and its people: 小渡 at the desk of 渡口社区, 老周 who works there, 阿梁 of the
 * town office, 工务局's 老石, and the caller, the judge and the heads above.
 */
final class Cast implements AutoCloseable {

    static final Instant LONG_AGO = MovableClock.city("2020-01-01T00:00");

    private static final Playbook LINJIANG = Playbook.open("src/test/resources/playbooks/linjiang");

    final TestDatabase database = TestDatabase.fresh();
    final MovableClock clock = MovableClock.at("2026-03-02T10:00");
    final Map<String, Actor> posts = new java.util.HashMap<>();
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    final UnitId county;
    final UnitId wharf;
    final UnitId ferryCommunity;
    final UnitId works;
    final AreaId yard;
    final AreaId otherYard;

    Cast() {
        var data = new TransactionAwareDataSourceProxy(database.applicationConnections());
        context.registerBean(DataSource.class, () -> data);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Playbook.class, () -> LINJIANG);
        context.registerBean(OwnerDatabase.class, database::ownerDatabase);
        context.registerBean(PrivateLinks.class, () -> new PrivateLinks(new byte[32]));
        context.registerBean(
                WorkingCalendar.class,
                () -> new WorkingCalendar(MovableClock.CITY, WorkingHours.parseAll("09:00-12:00,14:00-18:00")));
        context.register(Wiring.class, Ids.class, Photos.class, Standstill.class);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.scan("lianxin.facts", "lianxin.organization", "lianxin.territory", "lianxin.cases");
        context.addBeanFactoryPostProcessor(Cast::onlyWhatIsAskedFor);
        context.refresh();
        the(JournalMonths.class).reachBackTo(LONG_AGO);
        settle();
        county = unit("990101");
        wharf = unit("990101001");
        ferryCommunity = unit("990101001001");
        works = unit(OrganizationRules.codeOf("990101", "works-bureau"));
        yard = area("990101001001-1-1-1");
        otherYard = area("990101001001-1-1-2");
    }

    private void settle() {
        var csv = bytes("/playbooks/linjiang/divisions.csv");
        var units = the(OrganizationRules.class).unitsOf(the(Divisions.class).ofTown(csv));
        the(Units.class).importUnits(units, LONG_AGO, "divisions", Actor.SYSTEM);
        var rows = new ArrayList<>(AreaFile.read(csv, the(Town.class)).rows());
        rows.add(generated("grid", "990101001001-1", "1号片区", "990101001001"));
        rows.add(generated("microgrid", "990101001001-1-1", "1组", "990101001001-1"));
        rows.add(generated("building", "990101001001-1-1-1", "1号院", "990101001001-1-1"));
        rows.add(generated("building", "990101001001-1-1-2", "2号院", "990101001001-1-1"));
        the(Surveying.class).importAreas(rows, LONG_AGO, unit("990101"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
    }

    /** Beans of pages and of other concerns are not made unless a test asks for them. */
    private static void onlyWhatIsAskedFor(ConfigurableListableBeanFactory beans) {
        for (var name : beans.getBeanDefinitionNames())
            beans.getBeanDefinition(name).setLazyInit(true);
    }

    private static AreaRow generated(String kind, String code, String name, String parent) {
        return new AreaRow(0, kind, code, name, parent, null, true);
    }

    /** Somebody who holds this role of the playbook in the unit; the same person every time. */
    Actor holding(String role, UnitId unit) {
        return posts.computeIfAbsent(role + unit, key -> {
            var person = the(Posts.class)
                    .register(List.of("钱小满"), true, Actor.SYSTEM)
                    .getFirst();
            the(Posts.class).fill(new Posts.Seat(person, unit, role, LONG_AGO, null), "test", Actor.SYSTEM);
            return the(Actors.class).of(person);
        });
    }

    Actor desk() {
        return holding("watch", ferryCommunity);
    }

    Actor worker(UnitId unit) {
        return holding("worker", unit);
    }

    /** A lantern of the street that went out, told at the yard of the ferry; 码头街道 answers for lanterns. */
    CaseId lanternReported() {
        return reported("码头那边的灯笼灭了，晚上看不见台阶");
    }

    CaseId reported(String words) {
        return reports().report(new Report(new CaseId(UUID.randomUUID()), yard, words, "", "qr"));
    }

    CaseId lanternDispatched() {
        var lantern = lanternReported();
        cases().dispatch(lantern, "lantern", desk());
        return lantern;
    }

    CaseId lanternFinished() {
        var lantern = lanternDispatched();
        cases().finish(lantern, "换了新灯笼", "码头的灯笼修好了", worker(wharf));
        return lantern;
    }

    static Actor reporter(CaseId id) {
        return Actor.reporter(id.ref());
    }

    Reports reports() {
        return the(Reports.class);
    }

    Cases cases() {
        return the(Cases.class);
    }

    CaseSweep sweep() {
        return the(CaseSweep.class);
    }

    Case load(CaseId id) {
        return the(CaseRepository.class).find(id).orElseThrow();
    }

    List<CaseFact> facts(CaseId id) {
        return the(Journal.class).about(id.ref()).stream()
                .map(it -> (CaseFact) it.fact())
                .toList();
    }

    UnitId unit(String code) {
        return the(Trees.class).now().byCode(code).orElseThrow().id();
    }

    private AreaId area(String code) {
        return the(Areas.class).byCode(code).orElseThrow().id();
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    private static byte[] bytes(String path) {
        try (var file = Cast.class.getResourceAsStream(path)) {
            return java.util.Objects.requireNonNull(file).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
        DataSourceTransactionManager transactions(DataSource data) {
            return new DataSourceTransactionManager(((TransactionAwareDataSourceProxy) data).getTargetDataSource());
        }

        @Bean
        TransactionTemplate transaction(DataSourceTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }
    }
}
