package lianxin.directives;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lianxin.OfficePages;
import lianxin.organization.Accounts;
import lianxin.organization.Actor;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** 林知远 leads 南湖区, 顾明 东栅街道, 沈知秋 云海社区; 周小渡 works in the county's civil affairs bureau. */
@SpringBootTest
@AutoConfigureMockMvc
class TaskPagesTests {

    private static final Instant LONG_AGO = Dongzha.LONG_AGO;
    private static final String COUNTY = "lin-tasks";
    private static final String STREET = "gu-tasks";
    private static final String VILLAGE = "shen-tasks";
    private static final String BUREAU = "zhou-tasks";
    private static final String OTHER = "lu-tasks";

    @Autowired
    MockMvcTester browser;

    @Autowired
    ApplicationContext town;

    @Autowired
    Clock clock;

    @BeforeEach
    void settle() {
        if (the(Units.class).byCode(Dongzha.CITY).isPresent()) return;
        the(Units.class)
                .importUnits(the(OrganizationRules.class).unitsOf(Dongzha.areas()), LONG_AGO, "名单", Actor.SYSTEM);
        seat("林知远", COUNTY, Dongzha.COUNTY, "leader");
        seat("顾明", STREET, Dongzha.STREET, "leader");
        seat("沈知秋", VILLAGE, Dongzha.YUNHAI, "leader");
        seat("周小渡", BUREAU, Dongzha.BUREAU, "handler");
        seat("陆一帆", OTHER, Dongzha.TOWN, "handler");
    }

    private void seat(String name, String signIn, String unit, String role) {
        var person =
                the(Posts.class).register(List.of(name), true, Actor.SYSTEM).getFirst();
        the(Accounts.class).open(person, signIn, "long enough 1", Actor.SYSTEM);
        var seat = new Posts.Seat(
                person, unit(unit), role, LONG_AGO, Instant.parse("2100-01-01T00:00:00Z"), Set.of(), "", "旧");
        the(Posts.class).fillAll(List.of(seat), "任职", Actor.SYSTEM);
    }

    @Test
    void a_task_goes_from_the_county_to_the_village_and_back_and_shows_on_every_page_on_the_way() {
        assertThat(as(COUNTY, "/tasks")).contains("交办任务", "没有要办的任务", "本人岗位的责任清单", "专题研究党建工作");
        assertThat(as(COUNTY, "/tasks/new")).contains("东栅街道办事处", "凤桥镇人民政府", "南湖区民政局", "先看一看", "统筹单位（块）");
        String[] form = {
            "title",
            "走访独居老人",
            "goal",
            "逐户走访，结果回一句话",
            "basis",
            "示例〔2026〕9 号",
            "due",
            day(20),
            "line",
            unit(Dongzha.BUREAU).number() + "",
            "to",
            unit(Dongzha.STREET).number() + ""
        };
        assertThat(OfficePages.text(post(COUNTY, "/tasks/new", with(form, "step", "look"))))
                .contains("将交给 1 个单位", "没有单位超过件数上限", "发出");
        assertThat(OfficePages.text(post(
                        COUNTY,
                        "/tasks/new",
                        "step",
                        "send",
                        "title",
                        "没有依据",
                        "goal",
                        "试试",
                        "due",
                        day(9),
                        "to",
                        form[11])))
                .contains("没有依据的事不能往下派", "value=\"没有依据\"");
        var url = String.valueOf(
                post(COUNTY, "/tasks/new", with(form, "step", "send")).getRedirectedUrl());
        assertThat(as(COUNTY, url)).contains("各级进展", "完成 0 / 1", "东栅街道办事处", "南湖区民政局", "发出任务，共 1 份");
        assertThat(as(STREET, "/tasks")).contains("走访独居老人", "/tasks/list/xlsx?unit=");
        var part = link(as(STREET, "/tasks"), url + "/parts/");
        assertThat(as(STREET, part)).contains("完成情况（一句话）", "再交给下级", "申请延期", "说明不能承接");
        post(STREET, part + "/split", "kind", "residents-committee", "due", day(12));
        var below = link(as(VILLAGE, "/tasks"), url + "/parts/");
        assertThat(as(VILLAGE, "/")).contains("本单位要办的", "走访独居老人");
        assertThat(as(VILLAGE, below)).contains("东栅街道办事处").doesNotContain("富润社区");
        assertThat(OfficePages.text(post(STREET, part + "/report", "form", "report", "said", "好了")))
                .contains("下级还有 2 份没有了结");
        assertThat(post(
                                VILLAGE,
                                below + "/report",
                                "said",
                                "走访了",
                                "pointers",
                                "/units/" + unit(Dongzha.YUNHAI).number())
                        .getRedirectedUrl())
                .isEqualTo(below);
        assertThat(as(STREET, below)).contains("确认完成", "云海社区居民委员会", "/ref/unit/");
        assertThat(as(STREET, "/tasks")).contains("等我单位表态的");
        assertThat(as(STREET, part)).contains("有 1 份报告完成，等您确认", "云海社区居民委员会说：走访了", "全部确认（1 份）");
        assertThat(OfficePages.text(post(STREET, url + "/confirm", "back", part)))
                .contains("请先勾选要确认的单位");
        post(STREET, url + "/confirm", "all", "yes", "above", part.substring(part.lastIndexOf('/') + 1), "back", part);
        assertThat(as(BUREAU, url)).as("the department of the line sees it").contains("完成 1 / 3");
        assertThat(as(BUREAU, "/tasks")).contains("本单位牵头或统筹的", "走访独居老人");
        assertThat(status(OTHER, url)).as("another town does not").isEqualTo(403);
        assertThat(as(COUNTY, url + "?lang=en"))
                .contains("By level", "1 of 3 done")
                .doesNotContain(">directives.");
        assertThat(as(COUNTY, "/tasks/list?unit=" + unit(Dongzha.STREET).number() + "&scope=below"))
                .contains("走访独居老人", "共 2 项", "/tasks/list/xlsx?");
        assertThat(as(COUNTY, "/tasks/below?unit=" + unit(Dongzha.COUNTY).number()))
                .contains("东栅街道办事处", "富润社区居民委员会");
        assertThat(as(COUNTY, "/units/" + unit(Dongzha.STREET).number())).contains("/tasks/list?unit=");
        post(COUNTY, url + "/withdraw", "said", "改期");
        assertThat(as(COUNTY, url)).contains("已撤回").doesNotContain("撤回整项任务");
    }

    @Test
    void a_village_raises_what_it_cannot_settle_and_reads_the_answer() {
        assertThat(as(VILLAGE, "/tasks/raise")).contains("云海社区居民委员会 → 东栅街道办事处");
        assertThat(OfficePages.text(post(VILLAGE, "/tasks/raise", "title", "桥面塌了")))
                .contains("只能请示直接上级单位");
        var way = unit(Dongzha.YUNHAI).number() + "-" + unit(Dongzha.STREET).number();
        var url = String.valueOf(
                post(VILLAGE, "/tasks/raise", "way", way, "title", "桥面塌了要不要封", "goal", "村里没有钱修", "due", day(3))
                        .getRedirectedUrl());
        var part = link(as(STREET, "/tasks"), url + "/parts/");
        assertThat(as(STREET, part)).contains("答复（一句话）", "请示").doesNotContain("申请延期</summary>");
        post(STREET, part + "/report", "said", "先封，周五派人修");
        assertThat(as(VILLAGE, part + "?lang=en")).contains("先封，周五派人修", "answered", "raised");
    }

    @Test
    void responsibilities_are_written_down_in_one_sentence_and_shown_by_unit_and_post_without_a_name() {
        var page = as(COUNTY, "/tasks");
        var which = page.split("name=\"which\" value=\"")[1].split("\"")[0];
        assertThat(OfficePages.text(post(COUNTY, "/tasks/responsibilities/kept", "which", which, "said", "")))
                .contains("请用一句话说明");
        assertThat(post(COUNTY, "/tasks/responsibilities/kept", "which", which, "said", "研究了网格治理")
                        .getRedirectedUrl())
                .isEqualTo("/tasks");
        assertThat(as(COUNTY, "/tasks/responsibilities"))
                .contains("研究了网格治理", "岗位空缺", "只列逾期事项，不给个人打分排名")
                .doesNotContain("沈知秋");
        assertThat(as(COUNTY, "/tasks/responsibilities?state=overdue&lang=en"))
                .contains("Nobody is scored")
                .doesNotContain(">directives.");
    }

    private String day(int days) {
        return LocalDate.ofInstant(clock.instant(), clock.getZone())
                .plusDays(days)
                .toString();
    }

    private static String[] with(String[] form, String... more) {
        var all = Arrays.copyOf(form, form.length + more.length);
        System.arraycopy(more, 0, all, form.length, more.length);
        return all;
    }

    private static String link(String page, String start) {
        return start + page.split(Pattern.quote(start))[1].split("\"")[0];
    }

    private UnitId unit(String code) {
        return the(Units.class).byCode(code).orElseThrow().id();
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
