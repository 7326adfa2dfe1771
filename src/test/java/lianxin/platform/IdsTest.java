package lianxin.platform;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
    /** As PostgreSQL compares them; UUID.compareTo takes the halves as signed. */
    private static final Comparator<UUID> AS_POSTGRES_SORTS = Comparator.comparing(UUID::toString);

    private final MovableClock clock = MovableClock.at("2026-03-02T09:00");
    private final Ids ids = new Ids(clock);

    @Test
    void an_id_tells_when_it_was_made() {
        var id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Ids.timeOf(id)).isEqualTo(clock.instant());
    }

    @Test
    void ids_of_one_millisecond_follow_each_other() {
        var made = IntStream.range(0, 20_000).mapToObj(_ -> ids.next()).toList();
        assertThat(made).doesNotHaveDuplicates().isSortedAccordingTo(AS_POSTGRES_SORTS);
        assertThat(made).allSatisfy(id -> assertThat(Ids.timeOf(id)).isEqualTo(clock.instant()));
        clock.forward(ofMillis(1));
        assertThat(ids.next()).usingComparator(AS_POSTGRES_SORTS).isGreaterThan(made.getLast());
    }

    @Test
    void a_clock_set_back_makes_earlier_ids_but_none_before_the_sealed_month_ended() {
        var sealed = MovableClock.city("2026-03-01T08:00");
        ids.notBefore(sealed);
        var before = ids.next();
        clock.back(ofHours(5));
        assertThat(Ids.timeOf(ids.next())).isEqualTo(clock.instant());
        clock.back(ofDays(40));
        var after = IntStream.range(0, 100).mapToObj(_ -> ids.next()).toList();
        assertThat(after)
                .doesNotContain(before)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(AS_POSTGRES_SORTS)
                .allSatisfy(id -> assertThat(Ids.timeOf(id)).isEqualTo(sealed));
        assertThat(Ids.bound(sealed)).usingComparator(AS_POSTGRES_SORTS).isLessThan(after.getFirst());
    }

    @Test
    void the_floor_is_never_lowered() {
        ids.notBefore(MovableClock.city("2026-03-01T08:00"));
        ids.notBefore(MovableClock.city("2026-02-01T08:00"));
        clock.back(ofDays(90));
        assertThat(Ids.timeOf(ids.next())).isEqualTo(MovableClock.city("2026-03-01T08:00"));
    }

    @Test
    void many_hands_never_make_the_same_id() throws InterruptedException {
        List<List<UUID>> made = new ArrayList<>();
        List<Thread> hands = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<UUID> own = new ArrayList<>();
            made.add(own);
            hands.add(Thread.ofPlatform().start(() -> IntStream.range(0, 5_000).forEach(_ -> own.add(ids.next()))));
        }
        for (var hand : hands) hand.join();
        var all = new HashSet<UUID>();
        made.forEach(all::addAll);
        assertThat(all).hasSize(20_000);
    }
}
