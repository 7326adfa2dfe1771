package lianxin.directives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The working committee of 东栅街道 studies governance once a quarter, whoever leads it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResponsibilitiesTests {

    private static final String STUDIES = "street-committee-studies";

    private Dongzha town;

    @BeforeAll
    void open() {
        town = new Dongzha().settled();
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void what_was_not_done_in_a_quarter_is_overdue_also_while_nobody_sits_there_and_ends_when_it_is_done() {
        town.clock.moveTo("2026-02-25T10:00");
        assertThat(item(LocalDate.of(2026, 1, 1)).overdue(town.today())).isFalse();
        town.clock.moveTo("2026-02-26T00:10");
        var overdue = item(LocalDate.of(2026, 1, 1));
        assertThat(overdue.overdue(town.today())).isTrue();
        assertThat(overdue.vacant()).isTrue();
        town.clock.moveTo("2026-04-02T09:00");
        var leader = town.seat("顾明", Dongzha.STREET_COMMITTEE, "leader");
        var secretary = town.seat("沈家宝", Dongzha.YUNHAI_COMMITTEE, "community-secretary");
        assertThat(items())
                .extracting(ResponsibilityList.Item::period)
                .as("the quarter before is still owed, and the new one runs")
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
        var list = town.the(ResponsibilityList.class);
        var unit = town.unit(Dongzha.STREET_COMMITTEE);
        assertThatThrownBy(() -> list.keep(STUDIES, unit, "leader", town.today(), "学了", List.of(), secretary))
                .isInstanceOf(Forbidden.class);
        list.keep(STUDIES, unit, "leader", LocalDate.of(2026, 3, 30), "研究了网格治理", List.of(), leader);
        assertThat(items()).extracting(ResponsibilityList.Item::period).containsExactly(LocalDate.of(2026, 4, 1));
        list.keep(STUDIES, unit, "leader", town.today(), "研究了小区治理", List.of(), leader);
        assertThatThrownBy(() -> list.keep(STUDIES, unit, "leader", town.today(), "又研究", List.of(), Actor.SYSTEM))
                .isInstanceOf(RuleBroken.class);
        assertThat(items().getFirst().kept()).isNotNull();
    }

    private List<ResponsibilityList.Item> items() {
        return town
                .the(ResponsibilityList.class)
                .of(new int[] {town.unit(Dongzha.STREET_COMMITTEE).number()}, town.clock.instant())
                .stream()
                .filter(it -> it.rule().key().equals(STUDIES))
                .toList();
    }

    private ResponsibilityList.Item item(LocalDate period) {
        return items().stream()
                .filter(it -> it.period().equals(period))
                .findFirst()
                .orElseThrow();
    }
}
