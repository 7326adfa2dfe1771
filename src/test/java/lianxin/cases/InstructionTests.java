package lianxin.cases;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import lianxin.cases.Instruction.Kind;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The head of the county wants to know by Thursday what becomes of the lantern that 码头街道 holds. */
class InstructionTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Instructions instructions = cast.the(Instructions.class);

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    private static Actor head() {
        return cast.holding("head", cast.county);
    }

    private static Instant inThreeDays() {
        return cast.clock.instant().plus(ofDays(3));
    }

    private CaseId instructed() {
        var lantern = cast.lanternDispatched();
        instructions.give(lantern, Kind.instruct, "临批〔2026〕3号", cast.county, "请报进展", inThreeDays(), head());
        return lantern;
    }

    @Test
    void the_unit_answers_and_stays_responsible_with_the_deadline_it_had() {
        var lantern = cast.lanternDispatched();
        var before = cast.load(lantern);
        instructions.give(lantern, Kind.supervise, "督 7", cast.county, "请报进展", inThreeDays(), head());
        var it = cast.load(lantern);
        assertThat(it.holder).isEqualTo(before.holder);
        assertThat(it.due).isEqualTo(before.due);
        var asked = instructions.of(lantern).getFirst();
        instructions.reply(lantern, asked.id(), "灯罩明天到", cast.worker(cast.wharf));
        assertThat(cast.facts(lantern)).contains(new WorkFact.Replied(lantern, cast.wharf, true));
        assertThat(instructions.of(lantern).getFirst().reply()).isEqualTo("灯罩明天到");
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> instructions.reply(lantern, asked.id(), "再答", cast.worker(cast.wharf)))
                .withMessageContaining("case.replied-already");
    }

    @Test
    void what_is_not_answered_in_time_is_told() {
        var lantern = instructed();
        var due = instructions.of(lantern).getFirst().due();
        cast.clock.moveTo(due.plusSeconds(30));
        cast.sweep().run();
        assertThat(cast.facts(lantern)).contains(new WorkFact.LimitReached(lantern, cast.wharf, Step.reply, false, 0));
        instructions.reply(lantern, instructions.of(lantern).getFirst().id(), "已换好", cast.worker(cast.wharf));
        assertThat(cast.facts(lantern))
                .contains(
                        new WorkFact.DoneLate(lantern, cast.wharf, Step.reply, due),
                        new WorkFact.Replied(lantern, cast.wharf, false));
    }

    @Test
    void it_never_overtakes_what_is_due_earlier() {
        var crack = cast.reported("江堤有裂缝，在往外渗水");
        cast.cases().dispatch(crack, "dike-crack", cast.desk());
        var lantern = instructed();
        var all = new Filter(Filter.View.handle, null, null, null, false, 1);
        var listed = cast
                .the(CaseQueries.class)
                .list(all, cast.the(CaseReaders.class).reach(head()), cast.clock.instant())
                .stream()
                .map(CaseRow::id)
                .toList();
        assertThat(listed.indexOf(crack)).isLessThan(listed.indexOf(lantern)).isNotNegative();
    }

    @Test
    void only_who_stands_above_gives_one_and_a_number_goes_with_it() {
        var lantern = cast.lanternDispatched();
        var due = inThreeDays();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> instructions.give(
                        lantern, Kind.remind, "", cast.county, "快办", due, cast.holding("head", cast.ferryCommunity)));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> instructions.give(lantern, Kind.instruct, " ", cast.county, "快办", due, head()))
                .withMessageContaining("case.instruct-number");
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> instructions.give(lantern, Kind.remind, "", cast.wharf, "快办", due, head()))
                .withMessageContaining("case.instruct-above");
        instructions.give(lantern, Kind.remind, "", cast.county, "快办", due, head());
        assertThat(instructions.of(lantern)).hasSize(1);
    }
}
