package lianxin.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many residents with a telephone each. Each report needs a form of its own, which names it; the forms are opened before
 * the clock runs, then all are sent.
 */
final class Residents implements AutoCloseable {

    private static final Map<String, String> SAID =
            Map.of("words", "三号楼一单元门口的路灯已经三天不亮了，晚上老人进出看不清台阶。", "detail", "一单元门口");

    private final List<Resident> residents = new ArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private final Map<Integer, AtomicLong> refused = new ConcurrentHashMap<>();

    Residents(int port, List<String> doors, int count) {
        for (int it = 0; it < count; it++) residents.add(new Resident(new Wire(port), doors.get(it % doors.size())));
    }

    /** How many were made, so far. */
    long answered() {
        return answered.get();
    }

    void reportOne() throws IOException {
        var first = residents.getFirst();
        first.open(1);
        if (!first.sent(first.forms.remove())) throw new Bench.Unmeasured("a report was refused: " + refused);
    }

    /** Reports per second until the time or the first resident's forms are over. */
    double report(int forms, int seconds) throws Exception {
        int each = Math.max(1, forms / residents.size());
        all(it -> it.open(each));
        var ready = new CountDownLatch(residents.size());
        var go = new CountDownLatch(1);
        var end = new AtomicLong(Long.MAX_VALUE);
        long before = answered.get();
        final long began;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var it : residents) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    go.await();
                    it.sendAll(end);
                    return null;
                }));
            }
            ready.await();
            began = System.nanoTime();
            end.set(began + (long) (seconds * 1e9));
            go.countDown();
            for (var it : running) it.get();
        }
        double took = (System.nanoTime() - began) / 1e9;
        if (!refused.isEmpty()) throw new Bench.Unmeasured("reports were refused, by status: " + refused);
        residents.forEach(it -> it.forms.clear());
        return (answered.get() - before) / took;
    }

    private interface Doing {
        void by(Resident it) throws IOException;
    }

    private void all(Doing doing) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var it : residents) {
                running.add(threads.submit(() -> {
                    doing.by(it);
                    return null;
                }));
            }
            for (var it : running) it.get();
        }
    }

    @Override
    public void close() throws IOException {
        for (var it : residents) it.wire.close();
    }

    private final class Resident {

        private final Wire wire;
        private final String door;
        private final Deque<Prepared> forms = new ArrayDeque<>();

        Resident(Wire wire, String door) {
            this.wire = wire;
            this.door = door;
        }

        void open(int count) throws IOException {
            for (int it = 0; it < count; it++) {
                var page = wire.get("/r/" + door + "/report");
                if (page.status() != 200) throw new Bench.Unmeasured("the report page answered " + page.status());
                var form = Form.with("words", page.text());
                forms.add(new Prepared(form.action(), Wire.encoded(form.filled(SAID))));
            }
        }

        /** Whoever runs out of forms ends the round for all. */
        void sendAll(AtomicLong end) throws IOException {
            while (System.nanoTime() < end.get()) {
                sent(forms.remove());
                if (forms.isEmpty()) end.accumulateAndGet(System.nanoTime(), Math::min);
            }
        }

        boolean sent(Prepared form) throws IOException {
            var answer = wire.ask("POST " + form.action, form.body);
            if (answer.status() == 303 || answer.status() == 302) {
                answered.incrementAndGet();
                return true;
            }
            refused.computeIfAbsent(answer.status(), it -> new AtomicLong()).incrementAndGet();
            return false;
        }
    }

    private record Prepared(String action, String body) {}
}
