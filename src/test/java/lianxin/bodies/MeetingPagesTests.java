package lianxin.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lianxin.bodies.Bodies.Charter;
import lianxin.organization.Actor;
import org.junit.jupiter.api.Test;

class MeetingPagesTests extends BodyPages {

    @Test
    void three_sides_meet_each_says_what_it_thinks_and_what_was_resolved_is_late_until_it_is_settled() {
        var community = unit(Fengqiao.FURUN);
        var estate = estates.found("富润新苑", area(Fengqiao.FURUN), LONG_AGO, Actor.SYSTEM);
        var charter = new Charter("troika", "富润新苑三方会商", community, estate);
        var body = bodies.found(charter, clock.instant(), "物业协同", Actor.SYSTEM);
        var owners =
                partners.join(body, "富润业委会", "enterprise", "owners-committee", clock.instant(), "加入", Actor.SYSTEM);
        partners.join(body, "富润物业", "enterprise", "property-company", clock.instant(), "加入", Actor.SYSTEM);
        var url = "/bodies/" + body;
        post(url + "/undertakings", "part", "meeting", "title", "一季度会商", "due", today() + "");
        var page = page(url);
        var meeting = page.substring(page.indexOf("/meetings/")).split("\"")[0];
        assertThat(page(meeting)).contains("一季度会商", "还没有议题", "富润业委会", "富润物业", "登记已召开");

        post(meeting + "/topics", "title", "停车位不够", "unit", units.find(owners).code());
        var topic = number(page(meeting), "positions-");
        var said = List.of("undertaking", topic, "unit", units.find(owners).code(), "words", "先把消防通道让出来");
        assertThat(post(meeting + "/positions", said.toArray(String[]::new)).getRedirectedUrl())
                .isEqualTo(meeting);
        var alone = post(meeting + "/held", "form", "held", "unit-" + owners.number(), "on", "result", "谈了停车");
        assertThat(alone.getStatus()).isEqualTo(422);
        assertThat(text(alone)).contains("请勾选至少 2 个到会单位", "谈了停车");
        post(meeting + "/held", "unit-" + owners.number(), "on", "unit-" + community.number(), "on", "result", "谈了停车");
        var code = units.find(owners).code();
        post(meeting + "/resolutions", "undertaking", topic, "title", "划出四十个车位", "unit", code, "due", "2020-05-05");
        var noReason = post(meeting + "/decided", "form", "decided-" + topic, "undertaking", topic, "result", " ");
        assertThat(text(noReason)).contains("请写明议定了什么");
        post(meeting + "/decided", "undertaking", topic, "result", "晚上借用学校操场");
        assertThat(page(meeting))
                .contains("由富润业委会提出", "先把消防通道让出来", "晚上借用学校操场", "2 / 3 个单位", "缺席", "划出四十个车位", "逾期")
                .doesNotContain(">bodies.");
        assertThat(page(meeting + "?lang=en"))
                .contains("2 of 3 units", "Decided:")
                .doesNotContain(">bodies.");

        assertThat(page("/bodies/work?unit=" + community.number())).contains("牵头的联合组织里逾期的事项", "划出四十个车位", "富润业委会");
        assertThat(page("/structure?rule=joint-resolutions")).contains("划出四十个车位", "富润新苑三方会商");
        assertThat(page(url)).contains("划出四十个车位", "富润业委会到会");
        var resolution = number(page(meeting), "done-");
        post(meeting + "/done", "undertaking", resolution, "result", "划好了");
        assertThat(page(meeting)).contains("逾期完成", "划好了");
        assertThat(page("/structure?rule=joint-resolutions")).doesNotContain("划出四十个车位");
        assertThat(browser.get().uri(url + "/xlsx").with(organizer()).exchange())
                .hasStatusOk();
    }

    @Test
    void the_three_lists_of_a_year_say_which_demand_is_met_by_which_pledge_or_project() {
        var charter = new Charter(
                "alliance", "凤桥三单联盟", unit(Fengqiao.TOWN), area(Fengqiao.TOWN), null, "strong-village", "", null, null);
        var body = bodies.found(charter, clock.instant(), "联建", Actor.SYSTEM);
        var url = "/bodies/" + body;
        var due = today().getYear() + "-12-31";
        post(
                url + "/undertakings",
                "part",
                "demand",
                "title",
                "老人午饭",
                "unit",
                Fengqiao.TOWN,
                "due",
                due,
                "amount",
                "3000",
                "measure",
                "元");
        post(url + "/undertakings", "part", "project", "title", "村食堂", "unit", Fengqiao.TOWN, "due", due);
        assertThat(page(url)).contains(url + "/lists", "老人午饭");
        var lists = page(url + "/lists");
        assertThat(lists)
                .contains("需求 1 项，已满足 0 项，未对接 1 项", "还没有对接", "村食堂", "这一年没有", "需要 3000 元，已承诺 0 元", "3000 元</span>");
        var demand = number(lists, "id=\"a-");
        var project = lists.substring(lists.indexOf("<option value=\"") + 15).split("\"")[0];
        assertThat(text(post("/undertakings/" + demand + "/done", "result", "")))
                .contains("还没有完成的承诺或项目对接这项需求");
        assertThat(text(post(url + "/lists/answer", "demand", demand, "undertaking", demand)))
                .contains("只有同一个联合组织的承诺和项目");
        post(url + "/lists/answer", "demand", demand, "undertaking", project);
        assertThat(page(url + "/lists")).contains("需求 1 项，已满足 0 项，未对接 0 项", "取消对接：村食堂");
        post("/undertakings/" + project + "/done", "result", "开张了");
        post("/undertakings/" + demand + "/done", "result", "每天四十人");
        assertThat(page(url + "/lists?lang=en"))
                .contains("Demands: 1, met: 1, unanswered: 0")
                .doesNotContain(">bodies.");
        assertThat(page(url + "/lists?year=2001")).contains("这一年没有").doesNotContain("老人午饭");
        assertThat(browser.get().uri(url + "/lists/xlsx").with(organizer()).exchange())
                .hasStatusOk();
    }

    @Test
    void units_vote_on_a_page_the_rule_says_what_came_of_it_and_minutes_are_corrected_beside_what_was_written() {
        var community = unit(Fengqiao.FURUN);
        var body = bodies.found(
                new Charter("grand-party-committee", "富润社区大党委", community, area(Fengqiao.FURUN)),
                clock.instant(),
                "共建",
                Actor.SYSTEM);
        var school = partners.join(body, "富润小学", "enterprise", "part-time", clock.instant(), "加入", Actor.SYSTEM);
        var url = "/bodies/" + body;
        post(url + "/undertakings", "part", "meeting", "title", "季度会议", "due", today() + "");
        var meeting = page(url).substring(page(url).indexOf("/meetings/")).split("\"")[0];
        var code = units.find(school).code();
        post(meeting + "/resolutions", "title", "开放操场", "unit", code, "due", "2020-05-05");
        assertThat(page(meeting)).contains("待表决", "会议登记召开后表决").doesNotContain("逾期");
        post(meeting + "/held", "unit-" + community.number(), "on", "unit-" + school.number(), "on", "result", "议定");
        var resolution = number(page(meeting), "name=\"form\" value=\"voted-");
        var one = post(meeting + "/voted", "undertaking", resolution, "vote-" + school.number(), "in-favor");
        assertThat(one.getRedirectedUrl()).as("one of two is half").isEqualTo(meeting);
        assertThat(page(meeting)).contains("未通过。", "赞成 1、反对 0、弃权 0，至少须 2 票赞成", "赞成：富润小学。");
        post(meeting + "/corrected", "result", "议定开放操场", "reason", "漏记");
        assertThat(page(meeting)).contains("议定开放操场", "更正，理由：漏记", "更正前的记录（1）", ">议定<");
        assertThat(page(meeting + "?lang=en"))
                .contains("Not passed.", "1 in favor, 0 against")
                .doesNotContain(">bodies.");
        post(url + "/undertakings", "part", "project", "title", "楼道灯", "unit", code, "due", "2020-05-05");
        assertThat(page(url)).contains("只看逾期（1）");
        assertThat(page(url + "?late=true")).contains("楼道灯").doesNotContain("季度会议</a>");
        assertThat(page("/bodies?late=true")).contains("富润社区大党委");
    }

    /** What stands behind this word up to the next quotation mark. */
    private static String number(String page, String after) {
        return page.substring(page.indexOf(after) + after.length()).split("\"")[0];
    }
}
