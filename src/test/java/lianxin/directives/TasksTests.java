package lianxin.directives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lianxin.directives.TaskFact.Why;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 南湖区 wants old people visited before the cold; 东栅街道 and 凤桥镇 hand it on, and 云海社区 hands it to its grid. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksTests {

    private Dongzha town;

    @BeforeAll
    void open() {
        town = new Dongzha().settled();
    }

    @AfterAll
    void close() {
        town.close();
    }

    /** What other tests have asked is settled. */
    @BeforeEach
    void nothing_is_open() {
        var units = town.the(Below.class).now().all(town.unit(Dongzha.CITY));
        for (var it : town.book().inHandOf(units, PartState.UNSETTLED, town.clock.instant()))
            if (town.book().part(it.id(), town.clock.instant()).orElseThrow().unsettled())
                town.steps().withdraw(it.id(), "收回", Actor.SYSTEM);
        town.clock.forward(Duration.ofMinutes(1));
    }

    @Test
    void what_a_county_asks_reaches_the_villages_by_way_of_their_street_and_rolls_up_by_itself() {
        var task = town.asked("走访独居老人", Dongzha.COUNTY, Dongzha.STREET, Dongzha.TOWN);
        var street = town.part(task, Dongzha.STREET);
        town.tasks()
                .split(
                        street,
                        town.to(Dongzha.YUNHAI, Dongzha.FURUN),
                        town.today().plusDays(10),
                        Actor.SYSTEM);
        var before = town.clock.instant();
        town.clock.forward(Duration.ofDays(1));
        town.done(town.part(task, Dongzha.YUNHAI));
        assertThat(town.states(task))
                .containsEntry("云海社区居民委员会", PartState.DONE)
                .containsEntry("富润社区居民委员会", PartState.OPEN)
                .containsEntry("东栅街道办事处", PartState.OPEN);
        refused("directives.open-below", () -> town.steps().report(street, new PartSteps.Report("好了"), Actor.SYSTEM));
        town.steps().report(street, new PartSteps.Report("好了", List.of(), "富润社区下周补走访"), Actor.SYSTEM);
        assertThat(town.of(task, Dongzha.STREET).said()).isEqualTo("好了（富润社区下周补走访）");

        var levels = RollUp.of(
                town.book().partsOf(task, town.clock.instant()),
                town.the(Below.class).now(),
                town.today());
        assertThat(levels).extracting(RollUp.Level::level).containsExactly("township", "community");
        assertThat(levels.getFirst().count()).isEqualTo(new RollUp.Count(2, 2, 1, 0, 0, 0));
        assertThat(levels.getLast().count()).isEqualTo(new RollUp.Count(2, 1, 0, 1, 0, 0));
        assertThat(town.book()
                        .part(town.part(task, Dongzha.YUNHAI), before)
                        .orElseThrow()
                        .state())
                .as("as it stood a day before")
                .isEqualTo(PartState.OPEN);
    }

    @Test
    void everybody_of_a_kind_is_asked_behind_whoever_stands_between_also_in_the_tree_of_the_party() {
        var task = town.tasks()
                .issue(
                        town.draft("排查隐患", town.today().plusDays(14)),
                        town.unit(Dongzha.STREET_COMMITTEE),
                        Tasks.Addressed.everybody("grid-branch"),
                        Actor.SYSTEM);
        assertThat(town.states(task).keySet()).containsExactlyInAnyOrder("云海社区党委", "第1网格党支部");
        var branch = town.of(task, Dongzha.GRID_BRANCH);
        assertThat(branch.above()).isEqualTo(town.part(task, Dongzha.YUNHAI_COMMITTEE));
        town.tasks()
                .split(
                        branch.id(),
                        new Tasks.Addressed(Set.of(), "party-group", ""),
                        town.today().plusDays(3),
                        Actor.SYSTEM);
        var group = town.of(task, Dongzha.YUNHAI + "-1-1-party-group");
        refused(
                "directives.wrong.nobody",
                () -> town.tasks()
                        .split(
                                group.id(),
                                Tasks.Addressed.everybody("hub-household"),
                                town.today().plusDays(2),
                                Actor.SYSTEM));
        refused("directives.wrong.not-below", () -> town.asked("越级", Dongzha.STREET_COMMITTEE, Dongzha.GRID_BRANCH));
    }

    @Test
    void many_parts_are_confirmed_at_once_or_none_of_them() {
        var task = town.asked("清点名单", Dongzha.COUNTY, Dongzha.STREET, Dongzha.TOWN);
        var street = town.part(task, Dongzha.STREET);
        var town1 = town.part(task, Dongzha.TOWN);
        town.steps().report(street, new PartSteps.Report("好了"), Actor.SYSTEM);
        refused("directives.wrong.none-ticked", () -> town.steps().confirm(List.of(), Actor.SYSTEM));
        refused("directives.not-now", () -> town.steps().confirm(List.of(street, town1), Actor.SYSTEM));
        assertThat(town.states(task)).containsEntry("东栅街道办事处", PartState.REPORTED);
        town.steps().report(town1, new PartSteps.Report("也好了"), Actor.SYSTEM);
        town.steps().confirm(List.of(street, town1), Actor.SYSTEM);
        assertThat(town.states(task).values()).containsOnly(PartState.DONE);
        assertThat(town.told(town1)).endsWith("task.confirmed");
    }

    @Test
    void the_unit_that_keeps_a_task_together_is_the_issuer_s_own_or_one_on_its_ground() {
        var due = town.today().plusDays(14);
        var bureau = town.unit(Dongzha.BUREAU);
        var draft = town.draft("看一座桥", due);
        for (var block : List.of(Dongzha.TOWN, Dongzha.SANXING)) {
            var kept = new Tasks.Draft(draft.title(), draft.goal(), draft.basis(), due, bureau, town.unit(block), null);
            var task = town.tasks().issue(kept, town.unit(Dongzha.COUNTY), town.to(Dongzha.TOWN), Actor.SYSTEM);
            assertThat(town.book().must(task, town.clock.instant()).block()).isEqualTo(town.unit(block));
        }
        var elsewhere = new Tasks.Draft(
                draft.title(), draft.goal(), draft.basis(), due, bureau, town.unit(Dongzha.YUNHAI), null);
        refused(
                "directives.wrong.block",
                () -> town.tasks().issue(elsewhere, town.unit(Dongzha.TOWN), town.to(Dongzha.SANXING), Actor.SYSTEM));
        assertThat(town.the(Below.class).now().blocks(bureau))
                .extracting(it -> it.name())
                .containsExactly("南湖区人民政府", "东栅街道办事处", "凤桥镇人民政府");
    }

    @Test
    void a_unit_speaks_for_itself_and_whoever_asked_says_whether_it_is_done() {
        var county = town.seat("林知远", Dongzha.COUNTY, "leader");
        var street = town.seat("顾明", Dongzha.STREET, "leader");
        var village = town.seat("沈知秋", Dongzha.YUNHAI, "leader");
        var task = town.tasks()
                .issue(
                        town.draft("清点台账", town.today().plusDays(14)),
                        town.unit(Dongzha.COUNTY),
                        town.to(Dongzha.STREET),
                        county);
        var part = town.part(task, Dongzha.STREET);
        assertThatThrownBy(() -> town.steps().report(part, new PartSteps.Report("好了"), county))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> town.tasks()
                        .issue(
                                town.draft("再清点", town.today()),
                                town.unit(Dongzha.STREET),
                                town.to(Dongzha.YUNHAI),
                                county))
                .as("not in the name of a unit below either")
                .isInstanceOf(Forbidden.class);
        town.steps().report(part, new PartSteps.Report("清点完了"), street);
        assertThatThrownBy(() -> town.steps().confirm(List.of(part), street)).isInstanceOf(Forbidden.class);
        town.steps().sendBack(part, "少了两个社区", town.today().plusDays(20), county);
        assertThat(town.of(task, Dongzha.STREET).answered()).isEqualTo("少了两个社区");
        town.steps().wish(part, town.today().plusDays(40), "人手在防汛", street);
        town.steps().postpone(part, county);
        assertThat(town.of(task, Dongzha.STREET).due()).isEqualTo(LocalDate.of(2026, 4, 13));
        town.steps().decline(part, Why.NOT_OURS, "这是民政的台账", street);
        town.steps().sendBack(part, "请和民政一起清点", town.today().plusDays(20), county);
        town.tasks().split(part, town.to(Dongzha.YUNHAI), town.today().plusDays(5), street);
        town.steps().report(town.part(task, Dongzha.YUNHAI), new PartSteps.Report("好了"), village);
        assertThat(town.told(part))
                .containsExactly(
                        "task.asked",
                        "task.reported",
                        "task.sent-back",
                        "task.postponement-asked",
                        "task.postponed",
                        "task.declined",
                        "task.sent-back");
        town.steps().withdraw(task, "改由民政直接清点", county);
        assertThat(town.states(task).values()).containsOnly(PartState.WITHDRAWN);
    }

    @Test
    void what_a_village_cannot_settle_it_raises_and_an_answer_ends_it() {
        var village = town.seat("周小渡", Dongzha.SANXING, "leader");
        var above = town.seat("钱小满", Dongzha.TOWN, "leader");
        var draft =
                new Tasks.Draft("村口桥面要不要封", "桥面塌了一角，村里没有钱修", "", town.today().plusDays(3));
        var task = town.tasks().raise(draft, town.unit(Dongzha.SANXING), town.unit(Dongzha.TOWN), village);
        var part = town.part(task, Dongzha.TOWN);
        town.steps().report(part, new PartSteps.Report("先封，镇里周五派人修"), above);
        assertThat(town.of(task, Dongzha.TOWN).state()).isEqualTo(PartState.DONE);
        town.steps().sendBack(part, "周五没有人来", town.today().plusDays(2), village);
        assertThat(town.told(part)).containsExactly("task.asked", "task.answered", "task.sent-back");
        assertThat(town.book().openAsks(new int[] {town.unit(Dongzha.TOWN).number()}, town.clock.instant()))
                .as("what is raised from below is none of a unit's burden")
                .isEmpty();
        refused(
                "directives.wrong.not-above",
                () -> town.tasks().raise(draft, town.unit(Dongzha.SANXING), town.unit(Dongzha.CITY), village));
    }

    @Test
    void a_late_part_brings_in_the_unit_above_once_though_two_sweeps_run() {
        var task = town.asked("消防通道清理", Dongzha.STREET, Dongzha.YUNHAI, Dongzha.FURUN);
        var part = town.part(task, Dongzha.YUNHAI);
        town.done(town.part(task, Dongzha.FURUN));
        var sweep = town.the(LateSweep.class);
        town.clock.moveTo(town.of(task, Dongzha.YUNHAI).due() + "T23:59");
        assertThat(sweep.run()).isZero();
        town.clock.forward(Duration.ofMinutes(2));
        assertThat(sweep.run()).isEqualTo(1);
        assertThat(sweep.run()).isZero();
        assertThat(town.told(part)).containsExactly("task.asked", "task.late");
        assertThat(town.of(task, Dongzha.YUNHAI).late(town.today()))
                .as("it stays late")
                .isTrue();
        town.done(part);
        assertThat(town.of(task, Dongzha.YUNHAI).doneLate()).isTrue();
    }

    @Test
    void above_the_limit_a_village_is_asked_only_when_the_unit_above_the_asker_agrees() {
        for (int i = 0; i < 5; i++) town.asked("第" + "一二三四五".charAt(i) + "件事情", Dongzha.TOWN, Dongzha.SANXING);
        refused("directives.too-much", () -> town.asked("再一件", Dongzha.TOWN, Dongzha.SANXING));
        var loads = town.the(BurdenGate.class)
                .loads(
                        List.of(town.unit(Dongzha.SANXING)),
                        "第三件事情！",
                        town.the(Below.class).now(),
                        town.clock.instant());
        assertThat(loads.getFirst().open()).isEqualTo(5);
        assertThat(loads.getFirst().alike()).extracting(TaskBook.Ask::title).contains("第三件事情");
        var above = new Tasks.Addressed(Set.of(town.unit(Dongzha.SANXING)), null, "台风前必须看一遍");
        var task = town.tasks()
                .issue(town.draft("台风前看危房", town.today().plusDays(2)), town.unit(Dongzha.TOWN), above, Actor.SYSTEM);
        assertThat(town.states(task)).containsEntry("三星村村民委员会", PartState.WAITING);
        var town1 = town.seat("陆一帆", Dongzha.TOWN, "leader");
        var county = town.seat("王望北", Dongzha.COUNTY, "leader");
        assertThatThrownBy(() -> town.steps().decide(task, true, "", town1)).isInstanceOf(Forbidden.class);
        assertThat(town.steps().decide(task, true, "", county)).isEqualTo(1);
        assertThat(town.states(task)).containsEntry("三星村村民委员会", PartState.OPEN);
        assertThat(town.told(town.part(task, Dongzha.SANXING))).containsExactly("task.asked", "task.let-through");
    }

    @Test
    void when_a_unit_ends_its_successor_has_its_open_parts_and_answers_for_what_it_asked() {
        var task = town.asked("入户核查", Dongzha.COUNTY, Dongzha.TOWN, Dongzha.STREET);
        town.tasks()
                .split(
                        town.part(task, Dongzha.TOWN),
                        Tasks.Addressed.everybody("villagers-committee"),
                        town.today().plusDays(3),
                        Actor.SYSTEM);
        var village = town.part(task, TOWN_202);
        var done = town.part(task, Dongzha.SANXING);
        town.done(done);
        var own = town.asked("镇里自己的事", Dongzha.TOWN, Dongzha.SANXING);
        town.clock.forward(Duration.ofHours(1));
        town.the(Units.class)
                .merge(town.unit(TOWN_202), town.unit(Dongzha.SANXING), town.clock.instant(), "并村", Actor.SYSTEM);
        assertThat(town.book().part(village, town.clock.instant()).orElseThrow().unit())
                .isEqualTo(town.unit(Dongzha.SANXING));
        assertThat(town.told(village)).containsExactly("task.asked", "task.handed-over");
        UnitId before = town.unit(Dongzha.TOWN);
        town.the(Units.class).merge(before, town.unit(Dongzha.STREET), town.clock.instant(), "并街道", Actor.SYSTEM);
        assertThat(town.book().must(own, town.clock.instant()).issuer()).isEqualTo(town.unit(Dongzha.STREET));
        assertThat(town.book().partsOf(task, town.clock.instant()).stream()
                        .filter(it -> it.unit().equals(town.unit(Dongzha.STREET))))
                .as("two pieces of ground stay two parts")
                .hasSize(2);
    }

    private static final String TOWN_202 = Dongzha.TOWN + "202";

    private static void refused(String key, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo(key));
    }
}
