package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import lianxin.cases.rules.Deadlines;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 上交: what nobody below is in charge of goes to the lowest superior of all. */
class PassingUpTests {

    private static final Cast cast = new Cast();

    private final PassesUp passes = cast.the(PassesUp.class);

    @AfterAll
    static void leave() {
        cast.close();
    }

    @BeforeEach
    void on_a_monday() {
        cast.nextMonday();
    }

    @Test
    void a_desk_passes_a_matter_up_with_a_reason_and_the_desk_above_dispatches_it_in_its_own_time() {
        var heap = cast.reported("废船堆在岸边没人管");
        var desk = cast.holding("watch", cast.ferryCommunity);
        passes.up(heap, "ownerless", "", "码头和社区都没有这一项", desk);

        var it = cast.load(heap);
        assertThat(it.desk).isEqualTo(cast.wharf);
        assertThat(it.holder).isEqualTo(cast.wharf);
        assertThat(it.due).isEqualTo(cast.the(Deadlines.class).dispatch(it.category, cast.clock.instant()));
        assertThat(cast.facts(heap))
                .contains(new WorkFact.PassedUp(heap, cast.wharf, cast.ferryCommunity, "ownerless", false));
        assertThatExceptionOfType(Forbidden.class)
                .as("it is no longer with the desk below")
                .isThrownBy(() -> passes.up(heap, "ownerless", "", "再交", desk));
    }

    @Test
    void what_lies_between_two_goes_to_the_lowest_unit_above_both() {
        var ditch = cast.reported("两边交界的沟没人清");
        passes.up(ditch, "border", "990101-works-bureau", "沟在社区和工程处的地界上", cast.holding("watch", cast.ferryCommunity));
        assertThat(cast.load(ditch).desk).isEqualTo(cast.county);
    }

    @Test
    void a_reason_that_is_not_on_the_list_and_a_border_with_oneself_are_refused() {
        var heap = cast.reported("废船堆在岸边没人管");
        var desk = cast.holding("watch", cast.ferryCommunity);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> passes.up(heap, "too-much-work", "", "忙", desk))
                .withMessageContaining("case.reason");
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> passes.up(heap, "border", "990101001001", "和自己", desk))
                .withMessageContaining("case.border-with-itself");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> passes.up(heap, "ownerless", "", "别人的", cast.holding("watch", cast.works)));
    }

    @Test
    void what_the_duty_list_gives_to_nobody_goes_up_by_itself_when_its_hour_is_over() {
        var odd = cast.reported("别的怪声");
        var reported = cast.clock.instant();
        assertThat(cast.load(odd).category).isEqualTo("anything");
        cast.clock.moveTo(reported.plus(Duration.ofMinutes(59)));
        cast.the(Cases.class).wake(odd);
        assertThat(cast.load(odd).desk).isEqualTo(cast.ferryCommunity);

        cast.clock.moveTo(reported.plus(Duration.ofMinutes(60)));
        cast.the(Cases.class).wake(odd);
        assertThat(cast.load(odd).desk).isEqualTo(cast.wharf);
        assertThat(cast.facts(odd))
                .contains(new WorkFact.PassedUp(odd, cast.wharf, cast.ferryCommunity, "ownerless", true));

        cast.clock.forward(Duration.ofHours(2));
        cast.the(Cases.class).wake(odd);
        assertThat(cast.load(odd).desk).as("once").isEqualTo(cast.wharf);
    }

    @Test
    void what_was_dispatched_within_the_hour_stays_where_it_is() {
        var odd = cast.reported("别的怪声");
        var reported = cast.clock.instant();
        cast.the(Cases.class)
                .dispatch(odd, "well", cast.ferryCommunity, "homes", cast.holding("watch", cast.ferryCommunity));
        cast.clock.moveTo(reported.plus(Duration.ofHours(1)));
        cast.the(Cases.class).wake(odd);
        assertThat(cast.facts(odd)).noneMatch(WorkFact.PassedUp.class::isInstance);
    }
}
