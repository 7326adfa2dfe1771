package lianxin.demonstration;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is still to happen, the next thing first; of two things at the same moment the one noted first. */
final class Agenda {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private long noted;

    private record Entry(Instant at, long number, Consumer<Instant> step) {}

    void at(Instant moment, Consumer<Instant> step) {
        entries.add(new Entry(moment, noted++, step));
    }

    /** The moment of the next thing; null when nothing is left. */
    @Nullable
    Instant next() {
        var first = entries.peek();
        return first == null ? null : first.at;
    }

    void doNext(Instant now) {
        var entry = entries.poll();
        if (entry != null) entry.step.accept(now);
    }
}
