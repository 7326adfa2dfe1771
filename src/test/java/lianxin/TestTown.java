package lianxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import lianxin.facts.JournalMonths;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.Ids;
import lianxin.platform.MovableClock;
import lianxin.platform.OwnerDatabase;
import lianxin.platform.Photos;
import lianxin.platform.PrivateLinks;
import lianxin.platform.Sealing;
import lianxin.platform.Standstill;
import lianxin.platform.WorkingCalendar;
import lianxin.platform.WorkingHours;
import lianxin.platform.database.TestDatabase;
import lianxin.playbook.Playbook;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A town without its town hall: the modules that a test names, under one playbook, on a database of its own and a clock
 * that is moved. It has no pages and no jobs, and makes only what somebody asks for. Who lives in it and what it is
 * called is the affair of each module's cast.
 */
public abstract class TestTown implements AutoCloseable {

    /** Before anything that a test tells of. */
    public static final Instant LONG_AGO = MovableClock.city("2020-01-01T00:00");

    private static final Duration BEFORE = Duration.ofDays(60);
    private static final Duration AHEAD = Duration.ofDays(730);

    private static final Map<String, Playbook> PLAYBOOKS = new ConcurrentHashMap<>();

    /** The classes of a module are those of the town before. */
    private static final CachingMetadataReaderFactory READ_ONCE = new CachingMetadataReaderFactory();

    static {
        READ_ONCE.setCacheLimit(10_000);
    }

    public final TestDatabase database;
    public final MovableClock clock;
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

    /**
     * @param today local time of the city at which it opens, such as 2026-03-02T09:00
     * @param modules the packages of the modules it has, besides the journal
     */
    protected TestTown(Playbook playbook, String today, String... modules) {
        this(TestDatabase.fresh(), MovableClock.at(today), playbook, modules);
        openTheJournal();
    }

    /** A further node of a town that is open already. */
    protected TestTown(TestTown same, Playbook playbook, String... modules) {
        this(same.database, same.clock, playbook, modules);
    }

    private TestTown(TestDatabase database, MovableClock clock, Playbook playbook, String... modules) {
        this.database = database;
        this.clock = clock;
        var data = new TransactionAwareDataSourceProxy(database.applicationConnections());
        beans.registerBean(DataSource.class, () -> data);
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(Playbook.class, () -> playbook);
        beans.registerBean(WorkingCalendar.class, () -> calendar(playbook));
        beans.registerBean(OwnerDatabase.class, database::ownerDatabase);
        beans.registerBean(PrivateLinks.class, () -> new PrivateLinks(new byte[32]));
        beans.registerBean(Sealing.class, () -> new Sealing(new byte[32]));
        beans.register(Wiring.class, Ids.class, Photos.class, Standstill.class);
        var scanner = new ClassPathBeanDefinitionScanner(beans);
        scanner.setMetadataReaderFactory(READ_ONCE);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.scan("lianxin.facts");
        scanner.scan(modules);
        alsoHas(beans);
        beans.addBeanFactoryPostProcessor(TestTown::onlyWhatIsAskedFor);
        beans.refresh();
    }

    /** What a town has besides its modules; called before anything of it is made. */
    protected void alsoHas(AnnotationConfigApplicationContext beans) {}

    private static void onlyWhatIsAskedFor(ConfigurableListableBeanFactory beans) {
        for (var name : beans.getBeanDefinitionNames())
            beans.getBeanDefinition(name).setLazyInit(true);
    }

    private static WorkingCalendar calendar(Playbook playbook) {
        var place = playbook.bind("place.yaml", Place.class);
        return new WorkingCalendar(place.zone(), place.workingHours());
    }

    /** Its months, for as long as tests move the clock ahead. */
    private void openTheJournal() {
        var today = clock.instant();
        clock.forward(AHEAD);
        the(JournalMonths.class).reachBackTo(today.minus(BEFORE));
        clock.moveTo(today);
    }

    /** Read once for all towns; nobody changes it. */
    public static Playbook playbook(String name) {
        return PLAYBOOKS.computeIfAbsent(name, Playbook::open);
    }

    public <T> T the(Class<T> type) {
        return beans.getBean(type);
    }

    public UnitId unit(String code) {
        return the(Trees.class).now().byCode(code).orElseThrow().id();
    }

    public static byte[] resource(String path) {
        try (var file = Objects.requireNonNull(TestTown.class.getResourceAsStream(path), path)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        beans.close();
        database.close();
    }

    private record Place(ZoneId zone, List<WorkingHours> workingHours) {}

    /** No component: the towns of other tests must not find it. */
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
