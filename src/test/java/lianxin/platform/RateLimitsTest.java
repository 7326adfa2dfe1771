package lianxin.platform;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final String HOME = "203.0.113.7";

    private final MovableClock clock = MovableClock.at("2026-03-02T09:00");
    private final RateLimits limits = new RateLimits(clock, 50);

    @Test
    void five_codes_a_minute_may_be_tried_and_the_sixth_must_wait() {
        assertThat(IntStream.range(0, 5)).allMatch(_ -> limits.allow("code", HOME, 5));
        assertThat(limits.allow("code", HOME, 5)).isFalse();
        clock.forward(ofSeconds(12));
        assertThat(limits.allow("code", HOME, 5)).isTrue();
        assertThat(limits.allow("code", HOME, 5)).isFalse();
    }

    @Test
    void the_refusal_says_when_to_come_back() {
        IntStream.range(0, 5).forEach(_ -> limits.must("code", HOME, 5));
        assertThatExceptionOfType(RateLimited.class)
                .isThrownBy(() -> limits.must("code", HOME, 5))
                .satisfies(refused -> assertThat(refused.waitFor()).isEqualTo(ofSeconds(12)));
        clock.forward(ofSeconds(12));
        assertThatNoException().isThrownBy(() -> limits.must("code", HOME, 5));
    }

    @Test
    void neighbors_and_other_doings_are_counted_apart() {
        assertThat(limits.allow("code", HOME, 1)).isTrue();
        assertThat(limits.allow("code", "203.0.113.8", 1)).isTrue();
        assertThat(limits.allow("report", HOME, 1)).isTrue();
        assertThat(limits.allow("code", HOME, 1)).isFalse();
    }

    @Test
    void one_household_with_many_ipv6_addresses_is_one_place() {
        assertThat(limits.allow("code", "2001:db8:1:2::7", 1)).isTrue();
        assertThat(limits.allow("code", "2001:db8:1:2:aaaa::8", 1)).isFalse();
        assertThat(limits.allow("code", "2001:db8:1:3::7", 1)).isTrue();
    }

    @Test
    void a_flood_of_places_does_not_fill_the_memory() {
        IntStream.range(0, 5_000).forEach(i -> limits.allow("report", "203.0." + i / 250 + "." + i % 250, 5));
        assertThat(limits.places()).isEqualTo(50);
    }

    @Test
    void a_clock_set_back_locks_nobody_out_for_longer() {
        assertThat(limits.allow("code", HOME, 1)).isTrue();
        clock.back(ofHours(3));
        assertThat(limits.allow("code", HOME, 1)).isFalse();
        clock.forward(ofSeconds(60));
        assertThat(limits.allow("code", HOME, 1)).isTrue();
    }

    @Test
    void a_new_day_begins_with_a_new_salt_and_an_empty_memory() {
        limits.allow("code", HOME, 1);
        clock.forward(ofDays(1));
        limits.allow("code", "203.0.113.8", 1);
        assertThat(limits.places()).isEqualTo(1);
    }
}
