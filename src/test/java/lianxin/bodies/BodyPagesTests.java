package lianxin.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import lianxin.bodies.Bodies.Charter;
import lianxin.organization.Actor;
import lianxin.organization.Posts;
import org.junit.jupiter.api.Test;

class BodyPagesTests extends BodyPages {

    private BodyId cluster(String name) {
        var charter = new Charter("urban-cluster", name, unit("330402"), area("330402"));
        return bodies.found(charter, clock.instant(), "共建", Actor.SYSTEM);
    }

    @Test
    void an_organizer_founds_an_alliance_and_is_told_in_one_sentence_what_was_not_understood() {
        assertThat(page("/bodies/new")).contains("全域党建联盟", "/bodies/new?kind=alliance");
        assertThat(page("/bodies/new?kind=alliance")).contains("强村带动", "牵头单位");
        var refused = post(
                "/bodies",
                "kind",
                "alliance",
                "name",
                "凤桥联盟",
                "lead",
                "没有这个单位",
                "mode",
                "strong-village",
                "reason",
                "联建");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("没有找到单位“没有这个单位”", "value=\"凤桥联盟\"");
        var founded = post(
                "/bodies",
                "kind",
                "alliance",
                "name",
                "凤桥联盟",
                "lead",
                Fengqiao.TOWN,
                "mode",
                "strong-village",
                "agreement",
                "抱团发展",
                "reason",
                "联建");
        var url = founded.getRedirectedUrl();
        assertThat(url).startsWith("/bodies/");
        assertThat(page(url))
                .contains("凤桥联盟", "运行中", "强村带动", "抱团发展", "成立，由凤桥镇人民政府牵头", "还没有覆盖任何区域")
                .doesNotContain("style=", "onclick=", ">bodies.");
        assertThat(page(url + "?lang=en")).contains("Area-wide alliance", "Led by a strong village", "Active");

        post(url + "/areas", "area", Fengqiao.TOWN + "201");
        post(url + "/undertakings", "part", "project", "title", "共富工坊", "unit", Fengqiao.TOWN, "due", "2020-01-31");
        assertThat(page(url)).contains("三星村", "共富工坊", "逾期");
        assertThat(page("/bodies?kind=alliance&mode=strong-village")).contains("凤桥联盟", "1 项逾期");
        assertThat(page("/bodies?unit=" + unit(Fengqiao.TOWN).number())).contains("凤桥联盟");
        assertThat(page("/bodies/work?unit=" + unit(Fengqiao.TOWN).number())).contains("共富工坊", "逾期");
        assertThat(page("/bodies/coverage?area=" + area(Fengqiao.TOWN)))
                .contains("已覆盖 1 / 3 个，还有 2 个没有纳入任何联盟", "联丰村", "新民村");
        assertThat(page("/bodies?kind=temporary-branch")).contains("没有符合条件的联合组织");
        assertThat(page(url.replace("/bodies/", "/bodies?on=2019-12-31&x="))).contains("还没有联合组织");
    }

    @Test
    void a_unit_is_found_by_its_whole_name_and_one_half_remembered_is_answered_with_those_that_may_be_meant() {
        var url = "/bodies/" + cluster("半名城镇圈");
        var half = post(url + "/members", "form", "members", "unit", "凤桥镇", "seat", "member", "reason", "加入");
        assertThat(text(half)).contains("“凤桥镇”可能是：", "凤桥镇人民政府（" + Fengqiao.TOWN + "）", "value=\"凤桥镇\"");
        post(url + "/members", "unit", "凤桥镇人民政府", "seat", "member", "reason", "加入");
        assertThat(page(url)).contains("凤桥镇人民政府加入");
        var lead = Fengqiao.TOWN;
        var half2 = post("/bodies", "kind", "pairing", "name", "结对", "lead", lead, "area", "第1", "reason", "共建");
        assertThat(text(half2)).contains("“第1”可能是：", "云海社区第1网格（" + Fengqiao.YUNHAI + "-1）");
        var wrong = post("/bodies", "kind", "troika", "name", "三方", "lead", lead, "reason", "共治");
        assertThat(text(wrong)).contains("小区三方会商不建在“凤桥镇”这一级");
        var named = post("/bodies", "kind", "pairing", "name", "三星结对", "lead", lead, "area", "三星村", "reason", "共建");
        assertThat(page(named.getRedirectedUrl())).contains("凤桥镇三星村");
    }

    @Test
    void of_a_task_force_that_is_over_the_heir_settles_what_was_left_on_its_page() {
        var heir = unit(Fengqiao.YUNHAI);
        var street = unit(Fengqiao.STREET);
        var ends = today().plusDays(2);
        var charter = new Charter("task-force", "迎检专班", street, area(Fengqiao.STREET), null, null, "", ends, heir);
        var force = bodies.found(charter, clock.instant(), "迎检", Actor.SYSTEM);
        var draft = new Draft(Part.TASK, "整治乱堆物", null, today());
        var task = "/undertakings/" + undertakings.plan(force, draft, Actor.SYSTEM);
        bodies.dissolve(force, heir, clock.instant(), "提前收尾", Actor.SYSTEM);
        var url = "/bodies/" + force;
        assertThat(page(url)).contains("已撤销", "整治乱堆物", task + "/done").doesNotContain("增加一项任务");
        assertThat(post(task + "/done", "result", "清完了").getRedirectedUrl()).isEqualTo(url);
        assertThat(page(url)).contains("清完了");
    }

    @Test
    void a_refused_step_leaves_its_form_open_with_what_was_typed() {
        var body = cluster("溪畔城镇圈");
        var refused = post("/bodies/" + body + "/members", "form", "members", "unit", "不知道", "seat", "member");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("没有找到单位“不知道”", "value=\"不知道\"", "<details class=\"more\" open>");
        var empty = post("/bodies/" + body + "/undertakings", "form", "project", "part", "project", "title", "共治");
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(text(empty)).contains("请写明日期", "value=\"共治\"");
    }

    @Test
    void a_guest_from_outside_sees_what_is_shared_and_nothing_else_of_the_town() {
        var body = cluster("三地城镇圈");
        var url = "/bodies/" + body;
        post(url + "/partners", "name", "青溪区委", "kind", "outside-committee", "seat", "guest", "reason", "共建");
        var guest = book.members(body, clock.instant()).getFirst().unit();
        bodies.agree(body, "三地共建协议", "每季轮值", Set.of("project"), Actor.SYSTEM);
        undertakings.plan(body, new Draft(Part.PROJECT, "跨省河道联治", guest, today().plusDays(30)), Actor.SYSTEM);
        undertakings.plan(body, Draft.action("内部会商", unit("330402"), "affairs", today()), Actor.SYSTEM);
        var other = cluster("别人的城镇圈");
        bodies.agree(other, "不关青溪的事", "", Set.of("plan"), Actor.SYSTEM);
        var opened = text(post(url + "/accounts", "unit", units.find(guest).code(), "name", "顾晓溪", "signIn", "qingxi"));
        assertThat(opened).contains("qingxi", "一次性密码");
        var signIn = "qingxi-contact";
        var person = posts.register(List.of("顾小川"), true, Actor.SYSTEM).getFirst();
        accounts.open(person, signIn, "long enough 1", Actor.SYSTEM);
        posts.fill(new Posts.Seat(person, guest, "guest", LONG_AGO, null), "联系人", Actor.SYSTEM);

        assertThat(as(signIn, "/shared")).contains("三地城镇圈").doesNotContain("别人的城镇圈");
        assertThat(as(signIn, "/")).contains("三地城镇圈", "本单位：跨省河道联治").doesNotContain("内部会商", "别人的城镇圈", "现在还没有内容");
        assertThat(as(signIn, "/shared/" + body))
                .contains("跨省河道联治", "青溪区委", "南湖区人民政府")
                .doesNotContain("内部会商", "三地共建协议", "每季轮值");
        assertThat(status(signIn, "/shared/" + other)).isEqualTo(404);
        for (var closed : List.of(
                "/bodies",
                url,
                "/bodies/coverage",
                "/bodies/work?unit=" + guest.number(),
                "/axis",
                "/units",
                "/units/" + guest.number(),
                "/units/" + unit("330402").number(),
                "/map",
                "/areas/" + area("330402"),
                "/places",
                "/structure",
                "/cases",
                "/leagues")) assertThat(status(signIn, closed)).as(closed).isIn(403, 404);
        assertThat(as(signIn, "/")).contains("/shared").doesNotContain("href=\"/units\"", "href=\"/bodies\"");

        bodies.agree(body, "三地共建协议", "每季轮值", Set.of(), Actor.SYSTEM);
        assertThat(status(signIn, "/shared/" + body)).as("shared no more").isEqualTo(404);
        assertThat(as(signIn, "/shared")).contains("目前没有联合组织");
    }

    @Test
    void a_body_asked_for_on_a_day_before_it_was_founded_says_so_and_leads_to_today() {
        var charter = new Charter("zone-committee", "云海联合党委", unit(Fengqiao.YUNHAI), area(Fengqiao.YUNHAI));
        var url = "/bodies/" + bodies.found(charter, clock.instant(), "结对", Actor.SYSTEM);
        var before = browser.get().uri(url + "?on=2020-01-01").with(organizer()).exchange();
        assertThat(before).hasStatus(404);
        assertThat(text(before.getResponse())).contains("这一天还没有", "href=\"" + url + "\"");
    }

    @Test
    void the_axis_of_a_street_shows_gaps_partners_pledges_and_what_is_missing_for_the_next_step() {
        var street = area(Fengqiao.STREET);
        assertThat(page("/axis")).contains("南湖区", "七联齐全", "应建", "美美与共");
        assertThat(page("/axis/" + area("330402"))).contains("东栅街道", "还没有建立");
        assertThat(page("/axis/" + street)).contains("由本区域的党组织担任轴心", "建立一轴七联", "七联完成 0 / 7", "还没有到第一步");
        var url = post("/axis/" + street).getRedirectedUrl();
        post(url + "/partners", "name", "东栅银行", "kind", "enterprise", "seat", "resident-unit", "reason", "加入");
        var body = new BodyId(Integer.parseInt(String.valueOf(url).substring("/bodies/".length())));
        var bank = book.members(body, clock.instant()).getFirst().unit();
        var code = units.find(bank).code();
        post(
                url + "/undertakings",
                "part",
                "pledge",
                "title",
                "开放会议室",
                "unit",
                code,
                "amount",
                "8",
                "measure",
                "小时",
                "due",
                "2020-02-02");
        post(
                url + "/undertakings",
                "part",
                "action",
                "title",
                "义诊",
                "unit",
                code,
                "link",
                "services",
                "due",
                today() + "");
        var page = page(url);
        var actions = page.substring(page.indexOf("id=\"part-action\""));
        var done = actions.substring(actions.indexOf("/undertakings/"), actions.indexOf("/done") + 5);
        assertThat(post(done, "result", "来了八十人").getRedirectedUrl()).isEqualTo(url);
        assertThat(page("/axis/" + street))
                .contains(
                        "?form=action&link=problems#part-action",
                        "七联完成 1 / 7",
                        "义诊",
                        "东栅银行",
                        "已兑现 0 / 8 小时",
                        "逾期",
                        "下次半年检查",
                        "难题联破")
                .doesNotContain(">bodies.");
        assertThat(page("/areas/" + street)).contains("东栅街道一轴七联", "/axis/" + street);
        var grid = page("/areas/" + area(Fengqiao.YUNHAI + "-1"));
        assertThat(grid).contains("这里的联合组织");
        assertThat(grid.substring(grid.indexOf("资源（联合组织承诺）"))).contains("义诊", "已完成", "东栅银行");
        assertThat(page("/axis/" + street + "?lang=en")).contains("1 of 7 links", "given 0 of 8", "No action");
        assertThat(page("/axis/" + area(Fengqiao.YUNHAI + "-1"))).contains("这一级区域没有一轴七联");
    }
}
