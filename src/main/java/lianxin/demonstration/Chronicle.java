package lianxin.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import lianxin.cases.Assistants;
import lianxin.cases.Cases;
import lianxin.cases.Reports;
import lianxin.platform.OwnerDatabase;
import lianxin.platform.WorkingCalendar;
import lianxin.playbook.Playbook;
import lianxin.territory.Responsibilities;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the days between then and now pass, one after the other, with all that is reported and done in them. */
@Component
class Chronicle {

    /** So far one half may be ahead of the other: the numbers of the cases follow the days, give or take these. */
    private static final Duration STRETCH = Duration.ofDays(3);

    private static final int HALVES = 2;

    private final Playbook playbook;
    private final Responsibilities responsibilities;
    private final Reports reports;
    private final Cases cases;
    private final Assistants assistants;
    private final WorkingCalendar calendar;
    private final OwnerDatabase owner;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private volatile boolean stopping;

    Chronicle(
            Playbook playbook,
            Responsibilities responsibilities,
            Reports reports,
            Cases cases,
            Assistants assistants,
            WorkingCalendar calendar,
            OwnerDatabase owner,
            DSLContext db,
            PlatformTransactionManager transactions) {
        this.playbook = playbook;
        this.responsibilities = responsibilities;
        this.reports = reports;
        this.cases = cases;
        this.assistants = assistants;
        this.calendar = calendar;
        this.owner = owner;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Both halves put their pens down after the sentence they are at. */
    void stop() {
        stopping = true;
    }

    /** @param passed hears after every stretch which part of the history is over */
    void pass(Size.Demonstrated size, Streets streets, Cast cast, Instant start, Instant end, DoubleConsumer passed) {
        var topics = new Topics(playbook, responsibilities);
        var scene = new Scenery(
                reports,
                cases,
                assistants,
                topics,
                streets,
                cast,
                Words.shipped(),
                calendar,
                new LampPictures(),
                size.seed());
        var agendas = IntStream.range(0, HALVES).mapToObj(it -> new Agenda()).toList();
        for (int number = 0; number < size.cases(); number++) {
            var chance = scene.chance(number);
            var plot = Plot.draw(start, end, topics, streets, calendar.zone(), chance);
            new Story(scene, agendas.get(number % HALVES), plot, number, end, chance).begin();
        }
        var halves = agendas.stream()
                .map(it -> new Half(it, start, transaction, db, () -> stopping))
                .toList();
        live(halves, start, end, passed);
    }

    /** The halves wait for each other after every stretch. */
    private void live(List<Half> halves, Instant start, Instant end, DoubleConsumer passed) {
        try (var hands = Executors.newFixedThreadPool(
                HALVES, Thread.ofPlatform().name("demonstration-", 1).factory())) {
            int stretch = 0;
            for (var evening = start; evening.isBefore(end); stretch++) {
                evening = evening.plus(STRETCH).isBefore(end) ? evening.plus(STRETCH) : end;
                var until = evening;
                var work = halves.stream().map(it -> told(it, until)).toList();
                for (var half : hands.invokeAll(work)) half.get();
                if (stopping) throw new CancellationException("The town is closing");
                if (stretch == 0 || stretch == 3) owner.run(it -> it.execute("ANALYZE"));
                passed.accept(Duration.between(start, evening).toMillis()
                        / (double) Duration.between(start, end).toMillis());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The demonstration's history broke off", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The demonstration's history was interrupted", stopped);
        }
    }

    private static Callable<Boolean> told(Half half, Instant until) {
        return () -> {
            half.until(until);
            return true;
        };
    }
}
