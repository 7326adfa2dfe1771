package lianxin.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lianxin.imports.Given.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on lists beside the pages, one after the other; and every hour lets go of lines that may be kept no longer. */
@Component
class Worker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final Working working;
    private final Books books;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService desk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("imports").daemon().factory());

    Worker(Working working, Books books, TransactionTemplate transaction, Clock clock) {
        this.working = working;
        this.books = books;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The file is gone when it was read. */
    void look(Given given, Path file) {
        later(() -> {
            try {
                working.look(given, file);
            } finally {
                delete(file);
            }
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            log.warn("The file {} of a list could not be deleted", file, stays);
        }
    }

    void work(UUID id) {
        later(() -> working.work(id));
    }

    /** Once what was decided is committed. */
    private void later(Runnable work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            desk.execute(logged(work));
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                desk.execute(logged(work));
            }
        });
    }

    private static Runnable logged(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                log.error("The work on a list broke off; it can be continued on its page", failed);
            }
        };
    }

    @Scheduled(cron = "0 15 * * * *", zone = "#{@cityClock.zone.id}")
    void letGo() {
        var now = clock.instant();
        for (var it : books.outlived(now)) {
            transaction.executeWithoutResult(status -> {
                if (it.state() == State.CHECKED || it.state() == State.READING)
                    books.ended(it.id(), State.DROPPED, now, now);
                if (!it.state().working() || it.state() == State.READING) books.forgetLines(it.id());
            });
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        desk.shutdown();
        if (!desk.awaitTermination(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS)) desk.shutdownNow();
    }
}
