package lianxin.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import lianxin.platform.RuleBroken;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The counter where reports are handed in. When many come at once, those that wait are written down together in one
 * transaction, and each is answered after it is safe; when one of them cannot be written, all are written one by one, so
 * that nobody suffers for a neighbor. Whoever finds the queue full is asked to come back.
 */
@Component
class Intake implements DisposableBean {

    private static final int QUEUE = 1_000;
    private static final int TOGETHER = 64;

    private final Reports reports;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread clerk;

    Intake(Reports reports) {
        this.reports = reports;
        this.clerk = Thread.ofPlatform().daemon().name("intake").start(this::work);
    }

    /**
     * Returns when the report is durable.
     *
     * @return false when the counter is too busy and nothing was written
     */
    boolean handIn(Report report) {
        var waiting = new Waiting(report.checked(), new CompletableFuture<>());
        if (!queue.offer(waiting)) return false;
        try {
            waiting.answer.join();
            return true;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuleBroken rule) throw rule;
            throw failed;
        }
    }

    private void work() {
        var together = new ArrayList<Waiting>();
        try {
            while (true) {
                together.add(queue.take());
                queue.drainTo(together, TOGETHER - 1);
                write(together);
                together.clear();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> together) {
        try {
            reports.reportAll(together.stream().map(Waiting::report).toList());
            together.forEach(it -> it.answer.complete(null));
        } catch (RuntimeException failed) {
            together.forEach(this::writeAlone);
        }
    }

    private void writeAlone(Waiting one) {
        try {
            reports.reportAll(List.of(one.report));
            one.answer.complete(null);
        } catch (RuntimeException failed) {
            one.answer.completeExceptionally(failed);
        }
    }

    @Override
    public void destroy() {
        clerk.interrupt();
    }

    private record Waiting(Report report, CompletableFuture<Void> answer) {}
}
