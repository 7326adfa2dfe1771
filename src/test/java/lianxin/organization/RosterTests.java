package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianxin.facts.Journal;
import lianxin.organization.StructureRules.OnDuty;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.platform.WorkingCalendar;
import lianxin.playbook.Label;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** 凤桥镇 keeps its desk manned; 方阿杏, 沈石匠 and 陆采菱 work there. Each test has two weeks of its own. */
class RosterTests {

    @AutoClose
    static final Cast cast = new Cast().settled();

    static final OnDuty DAY_AND_NIGHT = new OnDuty(Set.of(), OnDuty.Hours.AROUND_THE_CLOCK, 7);
    static LocalDate monday = LocalDate.parse("2026-05-11");

    final UnitId fengqiao = cast.unit("330402100");
    final PersonId axing = worker("方阿杏");
    final PersonId shen = worker("沈石匠");
    final PersonId lu = worker("陆采菱");
    final Rosters rosters = cast.the(Rosters.class);
    final DutyDesks desks = cast.the(DutyDesks.class);

    RosterTests() {
        monday = monday.plusWeeks(2);
        cast.clock.moveTo(monday + "T08:00");
    }

    private PersonId worker(String name) {
        var person = cast.person(name);
        cast.the(Posts.class)
                .fill(new Posts.Seat(person, fengqiao, "handler", Cast.LONG_AGO, null), "test", Actor.SYSTEM);
        return person;
    }

    private int plan(int days, PersonId... firsts) {
        return rosters.plan(
                new Rosters.Plan(fengqiao, monday, monday.plusDays(days - 1L), List.of(firsts), List.of(lu)),
                Actor.SYSTEM);
    }

    private List<Shift> planned() {
        var from = cast.clock.instant();
        return cast.the(ShiftRows.class).between(fengqiao, from, from.plus(Duration.ofDays(14)));
    }

    private Instant at(String time) {
        return monday.atTime(LocalTime.parse(time))
                .atZone(cast.the(WorkingCalendar.class).zone())
                .toInstant();
    }

    private List<DutyGaps.Gap> gaps() {
        return new DutyGaps(at("08:30"), planned(), cast.the(WorkingCalendar.class)).at(fengqiao, DAY_AND_NIGHT);
    }

    private Actor actor(PersonId person) {
        return cast.the(Actors.class).of(person);
    }

    @Test
    void a_week_is_filled_day_and_night_and_on_the_weekend_with_people_taking_turns() {
        assertThat(plan(7, axing, shen))
                .as("five days, five nights, two whole days off")
                .isEqualTo(12);

        assertThat(planned()).extracting(it -> it.first().name()).startsWith("方阿杏", "沈石匠", "方阿杏", "沈石匠");
        assertThat(planned()).allSatisfy(it -> assertThat(it.second()).isNotNull());
        assertThat(gaps()).isEmpty();
        assertThat(cast.the(Journal.class).about(fengqiao.ref()))
                .extracting(it -> it.kind())
                .contains("duty.planned");
    }

    @Test
    void what_is_planned_stays_when_the_days_are_planned_again() {
        plan(2, axing);
        assertThatThrownBy(() -> plan(2, shen)).isInstanceOf(RuleBroken.class).hasMessageContaining("nothing-to-plan");
        assertThat(plan(3, shen)).isEqualTo(2);
        assertThat(planned()).extracting(it -> it.first().name()).containsSequence("方阿杏", "沈石匠");
    }

    @Test
    void whoever_is_on_duty_has_the_rights_of_the_desk_from_the_first_minute_to_the_last() {
        plan(1, axing, shen);
        cast.clock.moveTo(monday + "T17:29");
        assertThat(actor(shen).may(May.DISPATCH, fengqiao)).isFalse();

        cast.clock.moveTo(monday + "T17:30");
        assertThat(actor(shen).may(May.DISPATCH, fengqiao)).isTrue();
        assertThat(actor(lu).may(May.DISPATCH, fengqiao)).as("who steps in").isTrue();
        assertThat(actor(axing).may(May.DISPATCH, fengqiao)).isFalse();
        assertThat(actor(shen).may(May.DISPATCH, cast.unit("330402005"))).isFalse();
        assertThat(actor(shen).posts()).extracting(Actor.Post::role).containsExactly("handler");

        cast.clock.moveTo(monday.plusDays(1) + "T08:30");
        assertThat(actor(shen).may(May.DISPATCH, fengqiao)).isFalse();
    }

    @Test
    void a_shift_that_changes_hands_in_the_night_is_held_by_each_for_the_own_part() {
        plan(1, axing, shen);
        var night = planned().getLast();
        cast.clock.moveTo(monday + "T22:00");
        rosters.change(night.id(), axing, null, "沈石匠发烧", Actor.SYSTEM);

        assertThat(actor(shen).may(May.DISPATCH, fengqiao)).isFalse();
        assertThat(actor(axing).may(May.DISPATCH, fengqiao)).isTrue();
        assertThat(desks.onDuty(fengqiao, at("21:00")))
                .get()
                .extracting(DutyDesks.OnDuty::first)
                .isEqualTo("沈石匠");
        assertThat(desks.onDuty(fengqiao, at("22:00")))
                .get()
                .extracting(DutyDesks.OnDuty::first)
                .isEqualTo("方阿杏");
    }

    @Test
    void a_cancelled_shift_leaves_a_gap_that_is_told_with_its_hours() {
        plan(7, axing, shen);
        var night = planned().get(1);
        rosters.cancel(night.id(), "临时抽调", Actor.SYSTEM);

        assertThat(gaps()).containsExactly(new DutyGaps.Gap(night.from(), night.to()));
        cast.clock.moveTo(monday + "T20:00");
        assertThat(desks.onDuty(fengqiao, cast.clock.instant())).isEmpty();
        assertThat(actor(shen).may(May.DISPATCH, fengqiao)).isFalse();
        assertThatThrownBy(() -> rosters.cancel(planned().getFirst().id(), " ", Actor.SYSTEM))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void a_desk_with_a_gap_in_the_days_ahead_breaks_the_rule_until_the_gap_is_filled() {
        plan(7, axing, shen);
        cast.clock.moveTo(monday + "T08:30");
        assertThat(brokenAt(7)).isEmpty();
        assertThat(brokenAt(8)).as("nobody has planned the eighth day yet").hasSize(1);

        var night = planned().get(1);
        rosters.cancel(night.id(), "临时抽调", Actor.SYSTEM);
        assertThat(brokenAt(7)).singleElement().satisfies(it -> {
            assertThat(it.unit().id()).isEqualTo(fengqiao);
            assertThat(it.what()).isEqualTo(Violation.What.NOBODY_ON_DUTY);
            assertThat(it.gap()).isEqualTo(new DutyGaps.Gap(night.from(), night.to()));
        });

        plan(7, lu, axing);
        assertThat(brokenAt(7)).isEmpty();
    }

    /** As of now, for so many days ahead. */
    private List<Violation> brokenAt(int ahead) {
        var asked = new OnDuty(Set.of("town-government"), OnDuty.Hours.AROUND_THE_CLOCK, ahead);
        var rule = new StructureRules.Rule(
                "duty", new Label("值班", "duty"), Set.of(), null, null, null, null, asked, null, null);
        var gaps = new DutyGaps(cast.clock.instant(), planned(), cast.the(WorkingCalendar.class));
        var town = new StructureTown.Given(cast.now(), Map.of(), Map.of(), Map.of(), gaps, Map.of());
        var words = cast.the(OrganizationRules.class);
        return new StructureCheck(
                        new StructureRules(List.of(rule), null), words, new StructureTown(town, words), fengqiao)
                .findings()
                .violations();
    }

    @Test
    void nobody_without_a_post_in_the_unit_can_be_put_on_duty() {
        var stranger = cast.person("过路的吴某");
        assertThatThrownBy(() -> plan(1, stranger))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("no-colleague");
        assertThatThrownBy(() -> rosters.plan(
                        new Rosters.Plan(fengqiao, monday, monday, List.of(axing), List.of()), actor(axing)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_shift_is_handed_over_with_a_note_and_taken_by_the_next_one_only() {
        plan(1, axing, shen);
        var day = planned().getFirst();
        assertThatThrownBy(() -> rosters.handOver(day.id(), "早了", actor(axing))).isInstanceOf(RuleBroken.class);

        cast.clock.moveTo(monday + "T17:20");
        assertThatThrownBy(() -> rosters.handOver(day.id(), "请回电 13800138000", actor(axing)))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("note-personal");
        rosters.handOver(day.id(), "凤桥老街路灯还没修好，留意", actor(axing));
        assertThatThrownBy(() -> rosters.takeOver(day.id(), actor(axing))).isInstanceOf(RuleBroken.class);
        rosters.takeOver(day.id(), actor(shen));

        assertThat(cast.the(Handovers.class).of(List.of(day.id())).get(day.id()))
                .satisfies(it -> assertThat(it.takenAt()).isEqualTo(cast.clock.instant()));
        assertThatThrownBy(() -> rosters.handOver(day.id(), "再补一句", actor(axing)))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("taken-already");
    }

    @Test
    void the_number_of_a_desk_is_what_it_was_then() {
        desks.setTelephone(fengqiao, "0573-1000 0001", Actor.SYSTEM);
        var before = cast.clock.instant();
        cast.clock.forward(Duration.ofDays(1));
        desks.setTelephone(fengqiao, "0573-1000 0002", Actor.SYSTEM);

        assertThat(desks.telephone(fengqiao, before)).contains("0573-1000 0001");
        assertThat(desks.telephone(fengqiao, cast.clock.instant())).contains("0573-1000 0002");
        assertThatThrownBy(() -> desks.setTelephone(fengqiao, "打给老王", Actor.SYSTEM))
                .isInstanceOf(RuleBroken.class);
        desks.setTelephone(fengqiao, "", Actor.SYSTEM);
        assertThat(desks.telephone(fengqiao, cast.clock.instant())).isEmpty();
    }

    @Test
    void a_worker_is_shown_with_the_own_number_only_while_the_worker_wants_it() {
        var yunhai = cast.unit("330402005001");
        var worker = cast.holding("grid-worker", yunhai);
        assertThat(desks.reachable(yunhai, cast.clock.instant())).isEmpty();

        desks.showOwnTelephone("10000000001", worker);
        assertThat(desks.reachable(yunhai, cast.clock.instant()))
                .singleElement()
                .extracting(DutyDesks.Reachable::telephone)
                .isEqualTo("10000000001");

        desks.hideOwnTelephone(worker);
        assertThat(desks.reachable(yunhai, cast.clock.instant())).isEmpty();
        assertThat(desks.ownTelephone(worker.person().orElseThrow())).isEmpty();
    }

    @Test
    void whoever_left_the_post_is_called_no_more() {
        var yunhai = cast.unit("330402005001");
        var person = cast.person("金秋娘");
        var post = cast.the(Posts.class)
                .fill(new Posts.Seat(person, yunhai, "grid-worker", Cast.LONG_AGO, null), "test", Actor.SYSTEM);
        desks.showOwnTelephone("10000000002", actor(person));
        cast.the(Posts.class).end(post, cast.clock.instant(), "调走", Actor.SYSTEM);

        assertThat(desks.reachable(yunhai, cast.clock.instant())).isEmpty();
        desks.forgetThoseWhoLeft();
        assertThat(desks.ownTelephone(person)).isEmpty();
    }
}
