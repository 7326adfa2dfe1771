package lianxin.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lianxin.OfficePages;
import lianxin.organization.Accounts;
import lianxin.organization.Actor;
import lianxin.organization.Chair;
import lianxin.organization.OrganizationRules;
import lianxin.organization.PostId;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** 林知远 keeps the lists of the city; 沈知秋 sits on a seat of 南湖区 and logs with a telephone in the rain. */
@SpringBootTest
@AutoConfigureMockMvc
class LinkagePagesTests {

    private static final Instant LONG_AGO = Nanhu.LONG_AGO;
    private static final String ORGANIZER = "lin-links";
    private static final String LEADER = "shen-links";
    private static final String CLERK = "zhou-links";

    @Autowired
    MockMvcTester browser;

    @Autowired
    ApplicationContext town;

    @Autowired
    Clock clock;

    @BeforeEach
    void settle() {
        if (the(Areas.class).byCode("3304").isPresent()) return;
        var rules = the(OrganizationRules.class);
        the(Units.class).importUnits(rules.unitsOf(Nanhu.units()), LONG_AGO, "名单", Actor.SYSTEM);
        the(Surveying.class).importAreas(Nanhu.ground(), LONG_AGO, unit("3304"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        seat("林知远", ORGANIZER, "3304", "organizer", "");
        seat("沈知秋", LEADER, Nanhu.COUNTY, "leadership-member", "组织工作");
        seat("周小渡", CLERK, Nanhu.YUNHAI, "handler", "");
    }

    private PostId seat(String name, String signIn, String unit, String role, String duty) {
        var person =
                the(Posts.class).register(List.of(name), true, Actor.SYSTEM).getFirst();
        if (!signIn.isEmpty()) the(Accounts.class).open(person, signIn, "long enough 1", Actor.SYSTEM);
        var seat = new Posts.Seat(
                person, unit(unit), role, LONG_AGO, Instant.parse("2100-01-01T00:00:00Z"), Set.of(), duty, "旧");
        return the(Posts.class).fillAll(List.of(seat), "term", Actor.SYSTEM).getFirst();
    }

    @Test
    void the_office_ties_a_seat_and_is_told_in_one_sentence_what_was_not_understood() {
        var form = "/links/systems/branch-contact-points/new";
        assertThat(as(ORGANIZER, form)).contains("组织工作 沈知秋", "基层党支部");
        var refused =
                post(ORGANIZER, form, "seat", seatValue(), "category", "branch", "object", "没有这家", "reason", "安排");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(OfficePages.text(refused)).contains("没有找到单位“没有这家”", "value=\"没有这家\"");
        var tied = post(
                ORGANIZER, form, "seat", seatValue(), "category", "branch", "object", Nanhu.BRANCH, "reason", "安排");
        var url = String.valueOf(tied.getRedirectedUrl());
        assertThat(as(ORGANIZER, url)).contains("云海社区党委", "沈知秋", "还没有联系记录", "3 个月内至少联系一次");

        assertThat(as(ORGANIZER, "/links")).contains("1 / 109", "还差 108", "联系的重点项目");
        assertThat(as(
                        ORGANIZER,
                        "/links/list?system=branch-contact-points&unit="
                                + unit(Nanhu.COUNTY).number()))
                .contains("云海社区党委", "按期", "共 1 个", "/links/list/xlsx?");
        assertThat(as(ORGANIZER, "/links/list?state=idle")).contains("没有符合条件的联系点");
        assertThat(as(ORGANIZER, "/links?lang=en"))
                .contains("1 of 109", "Missing 108")
                .doesNotContain(">linkage.");
        assertThat(as(ORGANIZER, "/links/list?lang=en"))
                .contains("In time", "due by")
                .doesNotContain(">linkage.");
        assertThat(status(LEADER, form)).isEqualTo(403);
        assertThat(post(ORGANIZER, url + "/end", "from", "").getRedirectedUrl()).isEqualTo(url);
        assertThat(as(ORGANIZER, url)).contains("起结束").doesNotContain(url + "/contact");
    }

    @Test
    void a_contact_is_logged_on_a_telephone_with_a_need_that_becomes_a_case() {
        var link = tied(Nanhu.OTHER_BRANCH);
        var url = "/links/" + link;
        assertThat(as(LEADER, "/")).contains("我的联系点", "富润社区党委");
        assertThat(as(LEADER, "/account/links")).contains("富润社区党委", url + "/contact", "还没有联系");
        assertThat(as(LEADER, url + "/contact")).contains("实地走访", "听到了什么", "type=\"tel\"");
        var refused = post(LEADER, url + "/contact", "kind", "telephone", "day", "2100-01-01", "heard", "支部说楼道灯坏了");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(OfficePages.text(refused)).contains("还没到的日子不能登记", "支部说楼道灯坏了");
        var logged = post(
                LEADER,
                url + "/contact",
                "kind",
                "on-the-spot",
                "heard",
                "支部说楼道灯坏了",
                "need",
                UUID.randomUUID().toString(),
                "words",
                "三单元楼道灯坏了",
                "telephone",
                "0000-1000 0003");
        assertThat(logged.getRedirectedUrl()).isEqualTo(url);
        assertThat(as(LEADER, url)).contains("支部说楼道灯坏了", "工单 ", "办理中").doesNotContain("三单元楼道灯坏了", "/cases/");
        assertThat(as(CLERK, url)).contains("联系情况只给席位上的人").doesNotContain("支部说楼道灯坏了");
        assertThat(status(CLERK, url + "/contact")).isEqualTo(403);
        var contact = as(LEADER, url).split("name=\"contact\" value=\"")[1].split("\"")[0];
        post(
                LEADER,
                url + "/need",
                "contact",
                contact,
                "need",
                UUID.randomUUID() + "",
                "words",
                "几点关门",
                "answer",
                "九点");
        post(LEADER, url + "/report", "contact", contact, "told", "灯已经报修");
        assertThat(as(LEADER, url + "?lang=en"))
                .contains("Answered on the spot: 九点", "灯已经报修", "Being handled")
                .doesNotContain(">linkage.");
        the(Links.class).end(link, clock.instant(), Actor.SYSTEM);
    }

    @Test
    void an_idle_contact_is_a_line_of_the_structure_check_that_names_the_branch_and_no_leader() {
        var from = clock.instant().minus(Duration.ofDays(200));
        var chair = new Chair(unit(Nanhu.COUNTY), "leadership-member", "组织工作");
        var link = the(Links.class).tie(Nanhu.draft(chair, unit(Nanhu.BRANCH)), from, "安排", Actor.SYSTEM);
        assertThat(as(ORGANIZER, "/structure?rule=contact-points"))
                .contains("联系点按期联系", "一直没有联系", "云海社区党委", "/links/" + link, "请席位上的人去联系一次")
                .doesNotContain("沈知秋");
        assertThat(as(ORGANIZER, "/structure?rule=contact-points&lang=en")).contains("no contact since it was tied");
        assertThat(as(ORGANIZER, "/structure/fields")).contains("field=urban&amp;aspect=service");
        assertThat(as(ORGANIZER, "/structure?field=urban&aspect=service")).contains("/links/" + link);
        assertThat(as(ORGANIZER, "/links/list?state=idle")).contains("到期未联系", "共 1 个");
        assertThat(as(LEADER, "/")).contains("1 个到期未联系");
        the(Links.class).end(link, clock.instant(), Actor.SYSTEM);
        assertThat(as(ORGANIZER, "/structure?rule=contact-points")).doesNotContain("一直没有联系");
    }

    @Test
    void the_team_of_a_grid_is_kept_on_its_page_and_seen_behind_the_code_at_the_door() {
        var grid = the(Areas.class).byCode(Nanhu.GRID).orElseThrow().id();
        var url = "/teams/" + grid.number();
        assertThat(as(ORGANIZER, url)).contains("这个网格还没有服务团队", "还缺：网格长、网格员");
        var secretary = seat("沈家宝", "", Nanhu.GRID + "-grid-branch", "grid-branch-secretary", "");
        assertThat(as(ORGANIZER, url)).contains("沈家宝 · 网格（小区）党支部书记");
        post(ORGANIZER, url + "/join", "role", "head", "post", secretary.id() + "");
        var again = post(ORGANIZER, url + "/join", "form", "join", "role", "volunteer", "post", secretary.id() + "");
        assertThat(OfficePages.text(again)).contains("这个岗位已经在团队里");
        for (int i = 0; i < 10; i++)
            post(ORGANIZER, url + "/need", "need", UUID.randomUUID() + "", "words", "怎么办证", "answer", "到服务点");
        assertThat(as(ORGANIZER, url)).contains("沈家宝", "共 10 条，当场答复 10 条");
        assertThat(as(ORGANIZER, "/areas/" + grid.number())).contains("服务团队人数", url);
        assertThat(as(ORGANIZER, url + "?lang=en")).contains("Head of the grid").doesNotContain(">linkage.");
        assertThat(status(ORGANIZER, "/teams/" + area(Nanhu.YUNHAI).number())).isEqualTo(404);
        var door = "/r/" + the(Areas.class).posterCode(area(Nanhu.BUILDING)).orElseThrow();
        assertThat(OfficePages.text(browser.get().uri(door).exchange().getResponse()))
                .contains("第1网格服务团队", "沈家宝", "网格长", "团队共接到诉求 10 件")
                .doesNotContain("居民说已经解决");
        post(ORGANIZER, url + "/leave", "post", secretary.id() + "");
        assertThat(as(ORGANIZER, url)).contains("这个网格还没有服务团队");
    }

    private LinkId tied(String branch) {
        var chair = new Chair(unit(Nanhu.COUNTY), "leadership-member", "组织工作");
        return the(Links.class).tie(Nanhu.draft(chair, unit(branch)), clock.instant(), "安排", Actor.SYSTEM);
    }

    private String seatValue() {
        return unit(Nanhu.COUNTY).number() + "/leadership-member/组织工作";
    }

    private UnitId unit(String code) {
        return the(Units.class).byCode(code).orElseThrow().id();
    }

    private AreaId area(String code) {
        return the(Areas.class).byCode(code).orElseThrow().id();
    }

    private MockHttpServletResponse post(String who, String url, String... fields) {
        return new OfficePages(browser).post(who, url, fields);
    }

    private int status(String who, String url) {
        return new OfficePages(browser).status(who, url);
    }

    private String as(String who, String url) {
        return new OfficePages(browser).as(who, url);
    }

    private <T> T the(Class<T> type) {
        return town.getBean(type);
    }
}
