package lianxin.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.territory.Areas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 云海社区 meets with owners and company, and its residents' units say what they need and give. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingTests {

    private Fengqiao town;
    private Meetings meetings;
    private UndertakingBook book;

    @BeforeAll
    void settle() {
        town = new Fengqiao().settled();
        meetings = town.the(Meetings.class);
        book = town.the(UndertakingBook.class);
    }

    @AfterAll
    void close() {
        town.close();
    }

    private Instant now() {
        return town.clock.instant();
    }

    private UndertakingId planned(BodyId body, Draft draft) {
        return town.undertakings().plan(body, draft, town.by());
    }

    private UndertakingId meeting(BodyId body) {
        return planned(body, new Draft(Part.MEETING, "三方会商", null, town.today()));
    }

    private static Draft demand(UnitId unit, LocalDate due, String measure) {
        return new Draft(Part.DEMAND, "书架", unit, null, due, new BigDecimal("3000.00"), measure, null, null);
    }

    private String position(UndertakingId topic, UnitId unit, Instant at) {
        return meetings.positions(List.of(topic), at).stream()
                .filter(it -> it.unit().equals(unit))
                .map(Meetings.Position::words)
                .findFirst()
                .orElse("");
    }

    @Test
    void three_sides_state_their_positions_and_every_day_keeps_what_they_thought_then() {
        var community = town.unit(Fengqiao.YUNHAI);
        var troika = town.bodies().found(town.troika("云海新苑"), now(), "物业协同", town.by());
        var owners = town.partner(troika, "云海业委会", "owners-committee");
        var company = town.partner(troika, "云海物业", "property-company");
        var meeting = meeting(troika);
        var topic = planned(troika, Draft.topic("电梯该不该换", owners, meeting));
        Fengqiao.refused("bodies.needs-meeting", () -> planned(troika, Draft.topic("议题的议题", owners, topic)));
        meetings.state(topic, owners, "要换，动用维修资金", town.by());
        meetings.state(topic, company, "先大修", town.by());
        var first = now();
        town.clock.forward(Duration.ofDays(1));
        meetings.state(topic, company, "同意换，公司先垫付", town.by());
        assertThat(position(topic, company, first)).isEqualTo("先大修");
        assertThat(position(topic, company, now())).isEqualTo("同意换，公司先垫付");
        assertThat(position(topic, community, now())).isEmpty();

        Fengqiao.refused(
                "bodies.meeting-is-held", () -> town.undertakings().finish(meeting, town.today(), "", town.by()));
        Fengqiao.refused(
                "bodies.needs-present",
                () -> meetings.hold(meeting, town.today(), List.of(owners, owners), "", town.by()));
        Fengqiao.refused(
                "bodies.not-a-member",
                () -> meetings.hold(meeting, town.today(), List.of(owners, town.unit(Fengqiao.FURUN)), "", town.by()));
        meetings.hold(meeting, town.today(), List.of(owners, company), "都同意", town.by());
        assertThat(book.find(meeting).present()).containsExactly(owners, company);
        assertThat(book.find(meeting).doneLate()).as("held a day after its day").isTrue();

        Fengqiao.refused("bodies.needs-decision", () -> town.undertakings().finish(topic, town.today(), "", town.by()));
        town.undertakings().finish(topic, town.today(), "换，公司垫付一半", town.by());
        Fengqiao.refused("bodies.closed-already", () -> meetings.state(topic, owners, "反悔", town.by()));
        assertThat(town.told(troika))
                .containsSubsequence(
                        "body.position-stated", "body.done", "body.attended", "body.attended", "body.done");
    }

    @Test
    void a_resolution_is_followed_up_until_it_is_done_or_dropped_with_a_reason_and_a_late_one_is_told_of_the_lead() {
        var street = town.unit(Fengqiao.STREET);
        var yunhai = town.unit(Fengqiao.YUNHAI);
        var committee = town.founded("grand-working-committee", "东栅街道大工委", Fengqiao.STREET);
        town.bodies().admit(committee, yunhai, "full-time", now(), "加入", town.by());
        var meeting = meeting(committee);
        var due = town.today().plusDays(7);
        var lamps = planned(committee, Draft.resolution("换路灯", yunhai, due, meeting));
        var ditch = planned(committee, Draft.resolution("清沟", yunhai, due, meeting));
        var watch = town.the(ResolutionWatch.class);
        assertThat(watch.look(now(), it -> true)).hasSize(2).allMatch(it -> it.amiss() == null);

        town.clock.forward(Duration.ofDays(8));
        var amiss = watch.look(now(), street::equals);
        assertThat(amiss).hasSize(2).allSatisfy(it -> {
            assertThat(it.unit()).isEqualTo(street);
            assertThat(it.amiss()).isNotNull();
        });
        assertThat(watch.look(now(), yunhai::equals)).isEmpty();
        Fengqiao.refused("bodies.needs-why", () -> town.undertakings().drop(ditch, " ", town.by()));
        town.undertakings().drop(ditch, "由城管负责", town.by());
        var secretary = town.holding("organizer", yunhai);
        town.undertakings().finish(lamps, town.today(), "全换了", secretary);
        assertThatThrownBy(() -> planned(committee, Draft.resolution("又一项", town.unit(Fengqiao.FURUN), due, meeting)))
                .hasMessageContaining("not-a-member");
        assertThat(watch.look(now(), it -> true)).isEmpty();
        assertThat(book.find(lamps).doneLate()).isTrue();
        assertThatThrownBy(() -> meetings.hold(meeting, town.today(), List.of(street, yunhai), "", secretary))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void what_was_resolved_goes_to_the_heir_when_the_body_ends_and_topics_end_with_it() {
        var force = town.founded("pairing", "三星富润结对", Fengqiao.TOWN + "201");
        Fengqiao.refused("bodies.wrong.part", () -> meeting(force));
        var committee = town.founded("urban-cluster", "凤桥城镇圈", Fengqiao.TOWN);
        var meeting = meeting(committee);
        var topic = planned(committee, Draft.topic("停车", null, meeting));
        var lead = town.unit(Fengqiao.TOWN);
        var lot = planned(committee, Draft.resolution("划车位", lead, town.today(), topic));
        town.bodies().dissolve(committee, town.unit(Fengqiao.STREET), now(), "并入街道", town.by());
        assertThat(book.find(lot).unit()).isEqualTo(town.unit(Fengqiao.STREET));
        assertThat(book.find(lot).open()).isTrue();
        assertThat(book.find(topic).dropped()).isTrue();
    }

    @Test
    void minutes_are_corrected_with_a_reason_and_what_was_written_first_stays_readable() {
        var committee = town.founded("grand-working-committee", "凤桥镇大工委", Fengqiao.TOWN);
        var village = town.unit(Fengqiao.TOWN + "201");
        town.bodies().admit(committee, village, "full-time", now(), "加入", town.by());
        var meeting = meeting(committee);
        Fengqiao.refused("bodies.not-held", () -> meetings.correct(meeting, "议定修路", "早了", town.by()));
        meetings.hold(meeting, town.today(), List.of(village, town.unit(Fengqiao.TOWN)), "议定修路", town.by());
        var first = now();
        town.clock.forward(Duration.ofHours(2));
        Fengqiao.refused("bodies.same-minutes", () -> meetings.correct(meeting, " 议定修路 ", "看错", town.by()));
        Fengqiao.refused("bodies.wrong.reason", () -> meetings.correct(meeting, "议定修桥", " ", town.by()));
        meetings.correct(meeting, "议定修桥", "记错一字", town.by());
        assertThat(book.find(meeting).result()).isEqualTo("议定修桥");
        assertThat(book.find(meeting, first).result()).isEqualTo("议定修路");
        assertThat(book.find(meeting).present()).hasSize(2);
        assertThat(book.minutes(meeting, now()))
                .extracting(UndertakingBook.Minutes::words, UndertakingBook.Minutes::reason)
                .containsExactly(tuple("议定修桥", "记错一字"), tuple("议定修路", ""));
        assertThat(town.told(committee)).endsWith("body.minutes-corrected");
    }

    @Test
    void a_demand_is_met_when_a_pledge_or_a_project_that_answers_it_is_done() {
        var axis = town.the(Axes.class).axisOf(town.area(Fengqiao.YUNHAI), now(), town.by());
        var bank = town.partner(axis, "云海银行", "resident-unit");
        var unit = town.unit(Fengqiao.YUNHAI + "-community-party-committee");
        var end = town.today().withDayOfYear(1).plusYears(1).minusDays(1);
        var room = planned(axis, new Draft(Part.DEMAND, "开会的地方", unit, end));
        Fengqiao.refused("bodies.needs-measure", () -> planned(axis, demand(unit, end, "")));
        assertThat(book.find(planned(axis, demand(unit, end, "元"))).needed()).isEqualTo("3000 元");
        var pledge = planned(axis, Draft.pledge("会议室", bank, end, new BigDecimal("8"), "小时"));
        var demands = town.the(Demands.class);
        Fengqiao.refused(
                "bodies.demand-unanswered", () -> town.undertakings().finish(room, town.today(), "", town.by()));
        demands.answer(room, pledge, town.by());
        demands.answer(room, pledge, town.by());
        assertThat(demands.of(List.of(room), now())).hasSize(1);
        Fengqiao.refused(
                "bodies.demand-unanswered", () -> town.undertakings().finish(room, town.today(), "", town.by()));
        Fengqiao.refused("bodies.wrong.answer", () -> demands.answer(pledge, room, town.by()));
        town.undertakings().give(pledge, new BigDecimal("8"), town.by());
        town.undertakings().finish(room, town.today(), "每周三下午", town.by());
        Fengqiao.refused("bodies.closed-already", () -> demands.answerNoMore(room, pledge, town.by()));
        assertThat(town.told(axis)).contains("body.answered");
        assertThat(book.find(room).ofYear(end.getYear())).isTrue();
        assertThat(book.find(room).ofYear(end.getYear() + 1)).isFalse();

        var consulted = meeting(axis);
        meetings.hold(consulted, town.today(), List.of(unit, bank), "商量停车", town.by());
        assertThat(town.the(Axes.class)
                        .standing(town.the(Areas.class).find(town.area(Fengqiao.YUNHAI)), now())
                        .orElseThrow()
                        .gaps())
                .as("a joint meeting is an affair discussed jointly")
                .extracting(BodyRules.Link::key)
                .doesNotContain("affairs");
    }
}
