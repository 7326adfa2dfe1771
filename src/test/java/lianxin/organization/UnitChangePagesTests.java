package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lianxin.TestTown;
import lianxin.facts.JournalMonths;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 钱知行 keeps the units of the city, 李青禾 leads 东栅街道 and may change nothing. */
@SpringBootTest
@AutoConfigureMockMvc
class UnitChangePagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Units units;

    @Autowired
    Trees trees;

    private UnitId dongzha;
    private UnitId jianshe;

    @BeforeEach
    void settle(
            @Autowired OrganizationRules rules,
            @Autowired Posts posts,
            @Autowired Accounts accounts,
            @Autowired JournalMonths months,
            @Autowired Clock clock) {
        if (units.byCode("3304").isEmpty()) {
            months.reachBackTo(clock.instant());
            units.importUnits(rules.unitsOf(Cast.areas()), TestTown.LONG_AGO, "first list", Actor.SYSTEM);
            var people = posts.register(List.of("钱知行", "李青禾"), true, Actor.SYSTEM);
            accounts.open(people.getFirst(), "qian", "long enough 1", Actor.SYSTEM);
            accounts.open(people.getLast(), "li", "long enough 1", Actor.SYSTEM);
            posts.fill(seat(people.getFirst(), id("3304"), "organizer"), "term", Actor.SYSTEM);
            posts.fill(seat(people.getLast(), id("330402005"), "leader"), "term", Actor.SYSTEM);
        }
        dongzha = id("330402005");
        jianshe = id("330402001");
    }

    private static Posts.Seat seat(PersonId person, UnitId unit, String role) {
        return new Posts.Seat(person, unit, role, TestTown.LONG_AGO, null);
    }

    @Test
    void every_change_has_a_form_for_who_may_and_none_for_others() {
        assertThat(page(open("qian", "/units/" + dongzha.number()))).contains("并入其他单位", "分设", "设立下级单位");
        assertThat(page(open("li", "/units/" + dongzha.number()))).doesNotContain("并入其他单位");
        for (var verb : UnitChanges.Verb.values()) {
            var url = "/units/" + dongzha.number() + "/" + verb.key();
            assertThat(page(open("qian", url))).contains("看会改变什么").doesNotContain("organization.");
            assertThat(page(open("qian", url + "?lang=en"))).contains("See what it would change");
            assertThat(open("li", url)).hasStatus(403);
            assertThat(send("li", url, Map.of("from", "2026-01-01", "reason", "x", "confirmed", "true")))
                    .hasStatus(403);
        }
    }

    @Test
    void a_merger_is_shown_before_it_is_done_and_stands_in_the_history_afterwards() {
        var url = "/units/" + id("330402100").number() + "/merger";
        var typed = Map.of("other", "330402001 建设街道办事处", "from", "2026-01-01", "reason", "区划调整");

        var shown = page(send("qian", url, typed));
        assertThat(shown).contains("会改变什么", "确认办理", "区划调整");
        assertThat(units.byCode("330402100")).as("only shown").isPresent();

        var done = send("qian", url, with(typed, "confirmed", seen(shown)));
        assertThat(done).hasStatus(302);
        assertThat(units.byCode("330402100")).isEmpty();
        assertThat(page(open("qian", "/units/" + jianshe.number())))
                .contains("凤桥镇人民政府 并入", "2026-01-01", "区划调整", "录入：嘉兴市人民政府");
        assertThat(page(open("qian", "/units/" + jianshe.number() + "?known=2026-01-02")))
                .doesNotContain("凤桥镇人民政府 并入");
        assertThat(page(open("qian", "/units?q=凤桥镇"))).contains("凤桥镇人民政府", "这一天不在册，点开看沿革");
    }

    @Test
    void who_held_which_post_is_read_as_of_any_day_also_in_a_unit_that_has_ended(@Autowired Posts posts) {
        var made = new Units.NewUnit("临河社区居民委员会", "residents-committee", "community", "330402005099", dongzha, null);
        var unit = units.create(made, TestTown.LONG_AGO, "新设", Actor.SYSTEM);
        var url = "/units/" + unit.number() + "/posts";
        posts.fill(
                seat(posts.register(List.of("郑小陈"), true, Actor.SYSTEM).getFirst(), unit, "handler"),
                "任命",
                Actor.SYSTEM);
        assertThat(page(open("qian", url))).contains("郑小陈", "name=\"on\"", "<form class=\"stack\"");
        assertThat(page(open("qian", url + "?on=2000-01-01"))).contains("这一天还没有");

        var typed = Map.of("other", "330402005002", "from", "2026-01-01", "reason", "合并");
        confirmed("/units/" + unit.number() + "/merger", typed);
        assertThat(open("qian", url)).hasStatus(404);
        var then = page(open("qian", url + "?on=2025-12-31"));
        assertThat(then).contains("郑小陈", "12月31日", "看现在的").doesNotContain("<form class=\"stack\"");
        assertThat(page(open("qian", "/units/" + unit.number() + "?on=2025-12-31")))
                .contains(url + "?on=2025-12-31");
    }

    @Test
    void what_is_typed_anew_is_shown_anew_before_it_is_done() {
        var url = "/units/" + dongzha.number() + "/name";
        var shown = page(send("qian", url, Map.of("name", "甲", "from", "2026-01-01", "reason", "通知")));
        var other = Map.of("name", "乙", "from", "2026-01-01", "reason", "通知", "confirmed", seen(shown));

        assertThat(page(send("qian", url, other))).contains("确认办理", "乙");
        assertThat(units.find(dongzha).name()).isEqualTo("东栅街道办事处");
    }

    @Test
    void a_party_body_gets_another_superior_and_stays_where_it_stands_in_the_town() {
        var branch = id("330402005001-1-grid-branch");
        var url = "/units/" + branch.number() + "/party";
        var other = trees.now().byCode("330402005002-community-party-committee").orElseThrow();
        assertThat(page(open("qian", url))).contains("新的上级党组织", other.name());
        assertThat(page(open("qian", "/units/" + dongzha.number()))).doesNotContain("调整上级党组织");

        var wrong = Map.of("other", "330402005", "from", "2026-01-01", "reason", "调整");
        assertThat(page(send("qian", url, wrong))).contains("不符合五级责任网络");
        var typed = Map.of("other", other.code(), "from", "2026-01-01", "reason", "调整");
        var shown = page(send("qian", url, typed));
        assertThat(send("qian", url, with(typed, "confirmed", seen(shown)))).hasStatus(302);
        var moved = trees.now().unit(branch);
        assertThat(moved.partyParent()).isEqualTo(other.id());
        assertThat(moved.parent()).isEqualTo(id("330402005001"));
    }

    @Test
    void only_what_may_stand_below_can_be_set_up_and_the_level_comes_with_the_kind() {
        var form = page(open("qian", "/units/" + dongzha.number() + "/units"));
        assertThat(form)
                .contains("value=\"community/residents-committee\" selected", "value=\"grid/grid-branch\"")
                .doesNotContain("township/residents-committee", "government\"", "value=\"grid/enterprise\"");
        var typed = Map.of(
                "name",
                "新苑社区居民委员会",
                "stands",
                "community/residents-committee",
                "code",
                "330402005777",
                "from",
                "2026-01-01",
                "reason",
                "新设");
        var shown = page(send("qian", "/units/" + dongzha.number() + "/units", typed));
        assertThat(send("qian", "/units/" + dongzha.number() + "/units", with(typed, "confirmed", seen(shown))))
                .hasStatus(302);
        assertThat(units.byCode("330402005777").orElseThrow().level()).isEqualTo("community");
    }

    @Test
    void a_new_name_is_on_the_page_from_its_day_on_and_hands_nothing_over() {
        var unit = id("330402005001");
        var url = "/units/" + unit.number();
        var ahead = Map.of("name", "云海新社区居民委员会", "from", "2099-01-01", "reason", "通知");

        var shown = page(send("qian", url + "/name", ahead));
        assertThat(shown).contains("2099-01-01 零点起生效。").doesNotContain("移交");
        assertThat(send("qian", url + "/name", with(ahead, "confirmed", seen(shown))))
                .hasStatus(302);
        assertThat(title(open("qian", url))).contains("云海社区居民委员会");
        assertThat(title(open("qian", url + "?on=2099-02-01"))).contains("云海新社区居民委员会");
        assertThat(page(open("qian", "/units?q=云海社区&on=2099-02-01"))).contains("云海新社区居民委员会", "其他时候叫：云海社区居民委员会");
    }

    @Test
    void a_refusal_is_a_sentence_above_what_was_typed() {
        var url = "/units/" + dongzha.number() + "/merger";
        var below = send("qian", url, Map.of("other", "330402005001", "from", "2026-01-01", "reason", "调整"));
        assertThat(below).hasStatus(422);
        assertThat(page(below)).contains("云海社区居民委员会 是 东栅街道办事处 的下级", "value=\"调整\"");
        assertThat(page(send("qian", url, Map.of("other", "没有", "from", "2026-01-01", "reason", "调整"))))
                .contains("没有找到单位“没有”");
        assertThat(page(send("qian", url, Map.of("other", "330402001", "from", "明天", "reason", "调整"))))
                .contains("看不懂日期“明天”");
        assertThat(page(send("qian", url, Map.of("other", "330402001", "from", "2026-01-01"))))
                .contains("请填写依据或原因");
        assertThat(trees.lineage().of(dongzha)).isEmpty();
    }

    @Test
    void a_community_is_set_up_moved_and_split_off_by_hand() {
        var street = id("330411001");
        var set = Map.of(
                "name", "新桥社区居民委员会",
                "stands", "community/residents-committee",
                "code", "330411001009",
                "from", "2026-01-01",
                "reason", "新设");
        confirmed("/units/" + street.number() + "/units", set);
        var xinqiao = id("330411001009");
        assertThat(units.above(xinqiao)).isEqualTo(street);

        var split = Map.of(
                "other",
                "",
                "part.unit/" + id("330402005002").number(),
                String.valueOf(jianshe.number()),
                "from",
                "2026-02-01",
                "reason",
                "析出");
        confirmed("/units/" + dongzha.number() + "/split", split);
        assertThat(units.above(id("330402005002"))).isEqualTo(jianshe);
        assertThat(page(open("qian", "/units/" + dongzha.number())))
                .as("it lives on and says what it gave away")
                .contains("东栅街道办事处", "析出");

        confirmed(
                "/units/" + xinqiao.number() + "/superior",
                Map.of("other", "330402001", "from", "2026-02-01", "reason", "调整"));
        assertThat(units.above(xinqiao)).isEqualTo(jianshe);
    }

    private void confirmed(String url, Map<String, String> typed) {
        var shown = page(send("qian", url, typed));
        assertThat(send("qian", url, with(typed, "confirmed", seen(shown)))).hasStatus(302);
    }

    private static String seen(String page) {
        var found = Pattern.compile("name=\"confirmed\" value=\"([0-9a-f]+)\"").matcher(page);
        assertThat(found.find()).as(page.replaceAll("<[^>]+>", " ")).isTrue();
        return found.group(1);
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var all = new HashMap<>(form);
        all.put(name, value);
        return all;
    }

    private MvcTestResult open(String who, String url) {
        return browser.get()
                .uri(url)
                .with(SecurityMockMvcRequestPostProcessors.user(who))
                .exchange();
    }

    private MvcTestResult send(String who, String url, Map<String, String> form) {
        var request = browser.post()
                .uri(url)
                .with(SecurityMockMvcRequestPostProcessors.user(who))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private static String page(MvcTestResult answer) {
        var page = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return page.substring(Math.max(0, page.indexOf("<main")));
    }

    private static String title(MvcTestResult answer) {
        var page = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return page.substring(page.indexOf("<title>"), page.indexOf("</title>"));
    }

    private UnitId id(String code) {
        return units.byCode(code).orElseThrow().id();
    }
}
