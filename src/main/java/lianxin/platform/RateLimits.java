package lianxin.platform;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How often one place may do the same: report, guess a code, try a password. A network address is never kept: only its
 * hash under a salt of the day, in memory, and of an IPv6 address the network alone. When more places come than fit,
 * the one heard of longest ago is forgotten.
 */
@Component
public final class RateLimits {
    private static final int PLACES = 100_000;

    private final SecureRandom random = new SecureRandom();
    private final byte[] salt = new byte[16];
    private final Clock clock;
    private final Elapsed elapsed;
    private final Map<String, Bucket> buckets;
    private LocalDate day = LocalDate.MIN;

    @Autowired
    public RateLimits(Clock clock) {
        this(clock, PLACES);
    }

    RateLimits(Clock clock, int places) {
        this.clock = clock;
        this.elapsed = new Elapsed(clock);
        this.buckets = new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > places;
            }
        };
    }

    /** Whether this place may do it once more now; what is allowed is counted. */
    public boolean allow(String what, String who, int perMinute) {
        return waitFor(what, who, perMinute, Duration.ofMinutes(1)).isZero();
    }

    /** Counts this time too, or tells when to come back. */
    public void must(String what, String who, int perMinute) {
        must(what, who, perMinute, Duration.ofMinutes(1));
    }

    public void must(String what, String who, int times, Duration per) {
        var wait = waitFor(what, who, times, per);
        if (wait.isPositive()) throw new RateLimited(what, wait);
    }

    private Duration waitFor(String what, String who, int times, Duration per) {
        var answer = bucket(what, who, times, per).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(answer.getNanosToWaitForRefill());
    }

    private synchronized Bucket bucket(String what, String who, int times, Duration per) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (!today.equals(day)) {
            day = today;
            random.nextBytes(salt);
            buckets.clear();
        }
        return buckets.computeIfAbsent(
                key(what, who),
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, per))
                        .withCustomTimePrecision(elapsed)
                        .build());
    }

    synchronized int places() {
        return buckets.size();
    }

    private String key(String what, String who) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update(salt);
            hash.update(network(who).getBytes(StandardCharsets.UTF_8));
            return what + " " + new String(hash.digest(), 0, 16, StandardCharsets.ISO_8859_1);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** One household has one IPv4 address, but 2^64 addresses of IPv6: there its network is the place. */
    static String network(String who) {
        try {
            var address = InetAddress.ofLiteral(who).getAddress();
            return HexFormat.of().formatHex(address, 0, Math.min(8, address.length));
        } catch (IllegalArgumentException noAddress) {
            return who;
        }
    }

    /** Time that has passed by the city's clock; a clock set back only stands still. */
    private static final class Elapsed implements TimeMeter {
        private final Clock clock;
        private Instant last;
        private long nanos;

        Elapsed(Clock clock) {
            this.clock = clock;
            this.last = clock.instant();
        }

        @Override
        public synchronized long currentTimeNanos() {
            var now = clock.instant();
            if (now.isAfter(last)) nanos += Duration.between(last, now).toNanos();
            last = now;
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
