package lianxin.facts;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.RuleBroken;

/**
 * Up to where a reader has read the journal: everything below the transaction, and of that transaction up to the fact.
 *
 * @param from facts recorded before need not be looked at again
 */
public record JournalPlace(long transaction, UUID fact, Instant from) {

    private static final UUID NONE = new UUID(0, 0);
    static final UUID LAST = new UUID(-1, -1);

    public static final JournalPlace BEGINNING = new JournalPlace(0, NONE, Instant.EPOCH);

    /** The lowest id of a fact recorded at {@link #from} or later: ids begin with the time. */
    UUID lowest() {
        return new UUID(from.toEpochMilli() << 16, 0);
    }

    public static JournalPlace parse(String written) {
        try {
            var parts = written.split("\\.", -1);
            if (parts.length != 3) throw new IllegalArgumentException(written);
            return new JournalPlace(
                    Long.parseLong(parts[0]),
                    UUID.fromString(parts[1]),
                    Instant.ofEpochMilli(Long.parseLong(parts[2])));
        } catch (IllegalArgumentException notOurs) {
            throw new RuleBroken("journal.cursor");
        }
    }

    @Override
    public String toString() {
        return transaction + "." + fact + "." + from.toEpochMilli();
    }
}
