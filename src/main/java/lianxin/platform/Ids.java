package lianxin.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Numbers the things and facts of the town by the time of the city's clock (UUIDv7): a range of ids is a range of time.
 * Ids made within one millisecond follow each other. An id never falls before the floor, the time up to which the
 * journal is sealed, even if somebody sets the clock back.
 */
@Component
public final class Ids {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    /** Of each id 22 bits count within the millisecond, 52 are random. */
    private static final int COUNTER_LOW_BITS = 10;

    private static final int COUNTER_END = 1 << (12 + COUNTER_LOW_BITS);
    private static final int RANDOM_BITS = 52;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private long floor;
    private long latest = Long.MIN_VALUE;
    private int counter;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        return next(clock.instant());
    }

    public UUID next(Instant at) {
        long tail = random.nextLong() & ((1L << RANDOM_BITS) - 1);
        synchronized (this) {
            long millis = Math.max(at.toEpochMilli(), floor);
            counter = millis == latest ? counter + 1 : 0;
            if (counter == COUNTER_END) {
                throw new IllegalStateException(
                        "More than four million ids in one millisecond: the clock stands still");
            }
            latest = millis;
            int high = counter >>> COUNTER_LOW_BITS;
            int low = counter & ((1 << COUNTER_LOW_BITS) - 1);
            return new UUID(millis << 16 | VERSION_7 | high, VARIANT | (long) low << RANDOM_BITS | tail);
        }
    }

    /** From now on no id is earlier than this; a floor is only ever raised. */
    public synchronized void notBefore(Instant sealed) {
        floor = Math.max(floor, sealed.toEpochMilli());
    }

    /** When the id was made, to the millisecond. */
    public static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The bound below which all ids made earlier lie and above which all later ones: for ranges, never for a thing. */
    public static UUID bound(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }
}
