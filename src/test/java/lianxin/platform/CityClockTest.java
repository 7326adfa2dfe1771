package lianxin.platform;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CityClockTest {
    private final MovableClock system = MovableClock.at("2026-03-02T09:00");
    private final CityClock clock = new CityClock(system);

    @Test
    void it_shows_the_system_time_in_the_zone_of_the_city() {
        assertThat(clock.instant()).isEqualTo(MovableClock.city("2026-03-02T09:00"));
        assertThat(clock.getZone()).isEqualTo(MovableClock.CITY);
    }

    @Test
    void it_keeps_microseconds_as_the_database_does() {
        system.moveTo(Instant.parse("2026-03-02T01:00:00.123456789Z"));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T01:00:00.123456Z"));
    }

    @Test
    void only_the_work_of_the_story_sees_the_time_of_the_story() {
        var start = MovableClock.city("2025-12-01T08:30");
        var story = new CityClock.Moving(start);
        List<Instant> seen = new ArrayList<>();
        List<Instant> seenByOthers = new ArrayList<>();
        CityClock.at(story, () -> {
            seen.add(clock.instant());
            story.forward(ofMinutes(20));
            seen.add(clock.instant());
            var other = Thread.ofPlatform().start(() -> seenByOthers.add(clock.instant()));
            join(other);
        });
        assertThat(seen).containsExactly(start, start.plus(ofMinutes(20)));
        assertThat(seenByOthers).containsExactly(system.instant());
        assertThat(clock.instant()).isEqualTo(system.instant());
    }

    @Test
    void the_hand_of_the_story_never_moves_back() {
        var story = new CityClock.Moving(MovableClock.city("2025-12-01T08:30"));
        story.to(MovableClock.city("2025-11-30T08:30"));
        assertThat(story.now()).isEqualTo(MovableClock.city("2025-12-01T08:30"));
    }

    @Test
    void a_small_correction_of_the_system_clock_makes_it_stand_still_and_a_large_one_is_believed() {
        var before = clock.instant();
        system.back(ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(before);
        system.forward(ofSeconds(6));
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(1));
        system.back(ofMinutes(30));
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(1).minus(ofMinutes(30)));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
