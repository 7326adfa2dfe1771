package lianxin.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lianxin.bodies.Ballot.Vote;
import lianxin.bodies.BodyId;
import lianxin.bodies.Demands;
import lianxin.bodies.Draft;
import lianxin.bodies.Meetings;
import lianxin.bodies.Part;
import lianxin.bodies.UndertakingId;
import lianxin.bodies.Undertakings;
import lianxin.bodies.Votes;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import lianxin.territory.Days;
import org.springframework.stereotype.Component;

/** A meeting of three sides with a resolution that is done and one that is late, the next meeting, and three lists of a year. */
@Component
class ShownMeetings {

    private static final Actor BY = Actor.SYSTEM;

    private final Undertakings undertakings;
    private final Meetings meetings;
    private final Votes votes;
    private final Demands demands;
    private final Days days;

    ShownMeetings(Undertakings undertakings, Meetings meetings, Votes votes, Demands demands, Days days) {
        this.undertakings = undertakings;
        this.meetings = meetings;
        this.votes = votes;
        this.demands = demands;
        this.days = days;
    }

    /** Who sits at the table. */
    record Sides(BodyId body, UnitId lead, UnitId owners, UnitId company) {}

    void meet(Sides it) {
        var day = days.today().minusDays(34);
        var meeting = plan(it.body, new Draft(Part.MEETING, "三方联席会议", null, day));
        var parking = plan(it.body, Draft.topic("夜间停车占用消防通道", it.owners, meeting));
        meetings.state(parking, it.lead, "消防通道必须当月腾空。", BY);
        meetings.state(parking, it.owners, "同意腾空，请同时增加车位。", BY);
        meetings.state(parking, it.company, "可以划线和巡查，增加车位要动用公共收益。", BY);
        meetings.hold(meeting, day, List.of(it.lead, it.owners, it.company), "三方到会，议定一项，一项留待下次。", BY);
        var lines = plan(it.body, Draft.resolution("划线并每晚巡查", it.company, day.plusDays(14), parking));
        undertakings.finish(lines, day.plusDays(12), "已划线，巡查有记录", BY);
        plan(it.body, Draft.resolution("公示增加车位的费用测算", it.owners, day.plusDays(25), parking));
        undertakings.finish(parking, day, "先腾空通道，费用测算公示后再定车位", BY);
        plan(it.body, Draft.topic("电动自行车集中充电点选址", it.company, meeting));
        plan(it.body, new Draft(Part.MEETING, "三方联席会议（下次）", null, days.today().plusDays(9)));
    }

    /** @param room a pledge that is kept; {@code talks} one that is not yet */
    void lists(BodyId axis, UnitId unit, UndertakingId room, UndertakingId talks) {
        var end = LocalDate.of(days.today().getYear(), 12, 31);
        var meetingRoom = plan(axis, new Draft(Part.DEMAND, "居民议事没有固定场地", unit, end));
        var health = plan(axis, demand("老年人健康讲座", unit, end, "8", "场"));
        plan(axis, demand("暑期儿童看护经费", unit, end, "20000", "元"));
        var lamps = plan(axis, new Draft(Part.PROJECT, "社区议事厅修缮", unit, end));
        demands.answer(meetingRoom, room, BY);
        demands.answer(meetingRoom, lamps, BY);
        demands.answer(health, talks, BY);
        undertakings.finish(meetingRoom, days.today(), "每周三下午开放", BY);
    }

    private static Draft demand(String title, UnitId unit, LocalDate due, String amount, String measure) {
        return new Draft(Part.DEMAND, title, unit, null, due, new BigDecimal(amount), measure, null, null);
    }

    /** One resolution passes, one is voted down, one waits; what was written first of the meeting had left something out. */
    void vote(BodyId committee, UnitId lead, UnitId member, UnitId school) {
        var day = days.today().minusDays(20);
        var meeting = plan(committee, new Draft(Part.MEETING, "大党委季度会议", null, day));
        meetings.hold(meeting, day, List.of(lead, member, school), "议定操场开放。", BY);
        meetings.correct(meeting, "议定操场开放，夜间照明由社区承担。", "漏记照明一项", BY);
        var yard = plan(committee, Draft.resolution("周末开放学校操场", school, day.plusDays(40), meeting));
        votes.take(yard, meeting, Map.of(lead, Vote.IN_FAVOR, member, Vote.IN_FAVOR, school, Vote.ABSTAINED), BY);
        var fee = plan(committee, Draft.resolution("操场收取保洁费", member, day.plusDays(40), meeting));
        votes.take(fee, meeting, Map.of(lead, Vote.OPPOSED, member, Vote.OPPOSED, school, Vote.IN_FAVOR), BY);
        plan(committee, Draft.resolution("暑期开放教室", school, day.plusDays(60), meeting));
    }

    private UndertakingId plan(BodyId body, Draft draft) {
        return undertakings.plan(body, draft, BY);
    }
}
