package lianxin.platform.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Five wrong passwords for one name from one address, then a quarter of an hour of patience. */
@Component
class SignInThrottle {

    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final TimeMeter time;
    private final Map<String, Bucket> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignInThrottle(Clock clock) {
        this.time = new ByClock(clock);
    }

    synchronized boolean blocked(String name, String address) {
        var bucket = failures.get(key(name, address));
        return bucket != null && bucket.getAvailableTokens() == 0;
    }

    synchronized void failed(String name, String address) {
        failures.computeIfAbsent(key(name, address), anybody -> bucket()).tryConsume(1);
    }

    synchronized void succeeded(String name, String address) {
        failures.remove(key(name, address));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(TRIES).refillIntervally(TRIES, PATIENCE))
                .withCustomTimePrecision(time)
                .build();
    }

    private static String key(String name, String address) {
        return name + " " + address;
    }

    /** Buckets fill by the town's clock. */
    record ByClock(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
