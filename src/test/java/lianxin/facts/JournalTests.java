package lianxin.facts;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lianxin.platform.Ids;
import lianxin.platform.MovableClock;
import lianxin.platform.database.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The journal of 临江, and everybody who would like to change it afterwards. */
class JournalTests {

    @AutoClose
    private static final TestDatabase town = TestDatabase.fresh();

    private final MovableClock clock = MovableClock.at("2026-11-02T09:00");
    private final Ref bridge = new Ref("bridge", "8");
    private final Ref mason = new Ref("person", "3");
    private final Vocabulary vocabulary =
            new Vocabulary(List.of(() -> List.of(new FactKind("bridge.mended", "修桥", "bridge mended", Mended.class))));
    private final Journal journal = new Journal(
            town.sql(),
            vocabulary,
            new StaticListableBeanFactory(Map.of("paths", (Paths) (unit, at) -> new int[] {1, 4}))
                    .getBeanProvider(Paths.class),
            new Ids(clock),
            clock);

    @BeforeEach
    void months() {
        new JournalMonths(town.ownerDatabase(), clock)
                .reachBackTo(clock.instant().minus(ofDays(100)));
    }

    @Test
    void a_fact_is_read_back_as_it_was_told_with_the_path_of_its_unit() {
        var told =
                new Mended(new Bridge(9), new Guild(4), Duration.ofMinutes(90), true, clock.instant(), Stone.GRANITE);
        journal.record(told, null, mason, clock.instant().minus(Duration.ofHours(1)));
        assertThat(journal.about(new Ref("bridge", "9"))).singleElement().satisfies(it -> {
            assertThat(it.fact()).isEqualTo(told);
            assertThat(it.path()).containsExactly(1, 4);
            assertThat(it.occurredAt()).isEqualTo(clock.instant().minus(Duration.ofHours(1)));
            assertThat(it.recordedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void a_voided_fact_stays_and_says_that_it_was_voided() {
        var id = journal.record(mended(), null, mason, clock.instant());
        journal.voidFact(id, mason);
        assertThat(journal.about(bridge))
                .filteredOn(it -> it.id().equals(id))
                .singleElement()
                .satisfies(it -> assertThat(it.voided()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE facts.journal SET kind = 'bridge.fell'",
                "DELETE FROM facts.journal",
                "TRUNCATE facts.journal",
                "UPDATE facts.journal_2026_11 SET kind = 'bridge.fell'",
                "DELETE FROM facts.journal_2026_11",
                "TRUNCATE facts.journal_2026_11"
            })
    void nobody_changes_what_was_written_neither_the_application_nor_the_owner(String attempt) {
        journal.record(mended(), null, mason, clock.instant());
        refused(town.sql(), attempt);
        refused(town.ownerSql(), attempt);
    }

    private static void refused(DSLContext role, String attempt) {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> role.execute(attempt));
    }

    @Test
    void the_application_cannot_make_or_drop_months() {
        assertThatThrownBy(() -> town.sql().execute("DROP TABLE facts.journal_2026_11"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () -> town.sql()
                                .execute(
                                        "SELECT facts.make_partition('2030-01-01', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000001')"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void facts_lie_in_the_month_in_which_they_were_recorded() {
        journal.record(mended(), null, mason, Instant.parse("2026-08-01T00:00:00Z"));
        var inNovember = town.sql().fetchCount(table("facts.journal_2026_11"));
        assertThat(inNovember).isPositive();
        assertThat(town.sql().fetchCount(table("facts.journal_2026_08"))).isZero();
    }

    @Test
    void a_fact_that_nobody_declared_is_refused() {
        record Rumor(Bridge bridge, Guild guild) implements Fact {
            @Override
            public Ref about() {
                return new Ref("bridge", "8");
            }

            @Override
            public Ref unit() {
                return new Ref("unit", "4");
            }
        }
        assertThatThrownBy(() -> journal.record(new Rumor(new Bridge(8), new Guild(4)), null, mason, clock.instant()))
                .hasMessageContaining("Nobody declares");
    }

    private Mended mended() {
        return new Mended(new Bridge(8), new Guild(4), Duration.ZERO, false, clock.instant(), Stone.SAND);
    }

    record Bridge(int number) {}

    record Guild(int number) {}

    enum Stone {
        GRANITE,
        SAND
    }

    record Mended(Bridge bridge, Guild guild, Duration took, boolean inTime, Instant until, Stone stone)
            implements Fact {

        @Override
        public Ref about() {
            return Ref.of("bridge", bridge.number());
        }

        @Override
        public Ref unit() {
            return Ref.of("unit", guild.number());
        }
    }
}
