package lianxin.cases;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 码头街道 leads the lantern of the ferry, calls 工务局 in, and whistles for the county. */
class AssistanceTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Cases cases = cast.cases();
    private final Assistants assistants = cast.the(Assistants.class);
    private final Deadlines deadlines = cast.the(Deadlines.class);
    private final UnitId works = cast.works;

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    private static Actor worker() {
        return cast.worker(cast.wharf);
    }

    private Actor engineer() {
        return cast.worker(works);
    }

    private CaseId withWorks() {
        var lantern = cast.lanternDispatched();
        assistants.callIn(lantern, works, "请把江堤一侧的电缆查一下", worker());
        return lantern;
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    private static Assignment part(CaseId id, UnitId unit) {
        return Assistance.of(cast.load(id), unit).orElseThrow();
    }

    @Test
    void a_unit_that_is_called_in_has_a_clock_of_its_own_and_the_lead_keeps_the_case() {
        var due = cast.load(cast.lanternDispatched()).due;
        var lantern = withWorks();
        var it = cast.load(lantern);
        assertThat(it.holder).isEqualTo(cast.wharf);
        assertThat(it.due).isEqualTo(due);
        var own = part(lantern, works);
        assertThat(own.signDue).isEqualTo(deadlines.sign("lantern", cast.clock.instant()));

        assistants.checkIn(lantern, works, engineer());
        refused("case.signed-already", () -> assistants.checkIn(lantern, works, engineer()));
        cast.clock.moveTo(own.due.plus(ofMinutes(5)));
        cast.sweep().run();
        assistants.done(lantern, works, "电缆没有问题", engineer());
        assertThat(cast.facts(lantern))
                .contains(
                        new WorkFact.LimitReached(lantern, works, Step.checkIn, true, 0),
                        new WorkFact.LimitReached(lantern, works, Step.assist, false, 0),
                        new WorkFact.DoneLate(lantern, works, Step.assist, own.due),
                        new WorkFact.Assisted(lantern, works, false));
        assertThat(cast.the(CaseDetails.class).beside(lantern, false).notes())
                .extracting(Note::text)
                .containsExactly("电缆没有问题");
    }

    @Test
    void the_lead_finishes_when_the_others_are_done_or_let_go() {
        var lantern = withWorks();
        refused("case.others-at-work", () -> cases.finish(lantern, "换了新灯笼", null, worker()));
        assistants.release(lantern, works, worker());
        cases.finish(lantern, "换了新灯笼", null, worker());
        assertThat(cast.facts(lantern))
                .noneMatch(it -> it instanceof WorkFact.LimitReached fell
                        && fell.responsible().equals(works));
    }

    @Test
    void who_assists_reads_the_case_and_does_nothing_in_the_name_of_the_lead() {
        var lantern = withWorks();
        var readers = cast.the(CaseReaders.class);
        assertThat(readers.extent(cast.load(lantern), engineer())).isEqualTo(CaseReaders.Extent.WHOLE);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> cases.finish(lantern, "好了", null, engineer()));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> assistants.done(lantern, works, "好了", worker()));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> assistants.callIn(lantern, cast.county, "请来", engineer()));
        refused("case.assists-already", () -> assistants.callIn(lantern, works, "请来", worker()));
        refused("case.lead-assists-not", () -> assistants.callIn(lantern, cast.wharf, "请来", cast.desk()));
    }

    @Test
    void who_is_called_in_or_whistled_for_finds_it_in_a_list_of_its_own() {
        var lantern = withWorks();
        assistants.whistle(lantern, cast.county, "需要工务局", worker());
        assertThat(called(engineer())).contains(lantern);
        assertThat(called(cast.holding("watch", cast.county))).contains(lantern);
        assertThat(called(cast.worker(cast.ferryCommunity))).doesNotContain(lantern);
        assistants.done(lantern, works, "电缆没有问题", engineer());
        assertThat(called(engineer())).doesNotContain(lantern);
    }

    private static List<CaseId> called(Actor reader) {
        var called = new Filter(Filter.View.called, null, null, null, false, 1);
        var reach = cast.the(CaseReaders.class).reach(reader);
        return cast.the(CaseQueries.class).list(called, reach, cast.clock.instant()).stream()
                .map(CaseRow::id)
                .toList();
    }

    @Test
    void silence_counts_as_checked_in() {
        var lantern = withWorks();
        var until = part(lantern, works).signDue;
        cast.clock.moveTo(until.plusSeconds(30));
        cast.sweep().run();
        assertThat(part(lantern, works).signedAt).isEqualTo(until);
        assertThat(cast.facts(lantern)).contains(new WorkFact.CheckedIn(lantern, works, true));
    }

    @Test
    void where_nobody_leads_for_certain_the_first_that_signs_leads_to_the_end() {
        var lantern = withWorks();
        assistants.openLead(lantern, cast.desk());
        var due = cast.load(lantern).due;
        assistants.checkIn(lantern, works, engineer());
        var it = cast.load(lantern);
        assertThat(it.holder).isEqualTo(works);
        assertThat(it.due).isEqualTo(due);
        assertThat(it.lead().signedAt).isNotNull();
        assertThat(part(lantern, cast.wharf).open()).isTrue();
        assertThat(cast.facts(lantern)).contains(new WorkFact.LeadTaken(lantern, works, cast.wharf));
        assistants.done(lantern, cast.wharf, "灯笼已备好", worker());
        cases.finish(lantern, "换了新灯笼", null, engineer());
        assertThat(cast.facts(lantern)).contains(new WorkFact.Finished(lantern, works, true));

        var signed = withWorks();
        cases.sign(signed, worker());
        refused("case.lead-signed", () -> assistants.openLead(signed, cast.desk()));
    }

    @Test
    void a_whistle_brings_in_who_has_the_power_and_each_that_comes_must_check_in() {
        var lantern = cast.lanternDispatched();
        assistants.whistle(lantern, cast.county, "江堤归县里管，需要工务局来人", worker());
        refused("case.whistled-already", () -> assistants.whistle(lantern, cast.county, "再来", worker()));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> assistants.respond(lantern, List.of(), "知道了", worker()));
        cast.clock.forward(ofHours(1));
        var responded = cast.clock.instant();
        assistants.respond(lantern, List.of(works), "工务局今天到场", cast.holding("watch", cast.county));

        assertThat(cast.load(lantern).whistled).isNull();
        assertThat(part(lantern, works).signDue).isEqualTo(deadlines.checkIn(responded));
        assertThat(cast.facts(lantern)).contains(new WorkFact.Responded(lantern, cast.county, true));
        assertThat(cast.the(CaseDetails.class).beside(lantern, false).notes())
                .extracting(Note::kind)
                .containsExactly(Note.Kind.whistle, Note.Kind.response);
    }

    @Test
    void a_whistle_that_nobody_answers_goes_one_level_up_and_stays_at_the_top() {
        var well = cast.reported("院里的井盖松了");
        cases.dispatch(well, "well", cast.desk());
        assistants.whistle(well, cast.wharf, "需要工务局", cast.worker(cast.ferryCommunity));
        cast.clock.moveTo(deadlines.respond(cast.clock.instant()).plusSeconds(20));
        cast.sweep().run();
        assertThat(cast.load(well).whistled).isEqualTo(cast.county);
        assertThat(cast.facts(well))
                .contains(
                        new WorkFact.LimitReached(well, cast.wharf, Step.respond, false, 0),
                        new WorkFact.WhistlePassedOn(well, cast.county, cast.wharf));
        cast.clock.forward(ofDays(20));
        cast.sweep().run();
        assertThat(cast.load(well).whistled).isEqualTo(cast.county);
        assertThat(cast.load(well).holder).isEqualTo(cast.ferryCommunity);

        assistants.respond(well, List.of(), "已协调", cast.holding("watch", cast.county));
        assertThat(cast.load(well).whistled).isNull();
        assertThat(cast.facts(well)).contains(new WorkFact.Responded(well, cast.county, false));
    }

    @Test
    void what_goes_back_to_the_desk_leaves_no_one_at_work() {
        var lantern = withWorks();
        assistants.whistle(lantern, cast.county, "需要工务局", worker());
        cases.askReturn(lantern, "riverside", "归工务局", worker());
        cases.decide(lantern, true, cast.desk());
        var it = cast.load(lantern);
        assertThat(it.whistled).isNull();
        assertThat(Assistance.of(it)).isEmpty();
        assertThat(it.wakeAt()).isNotNull();
    }
}
