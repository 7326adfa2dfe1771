package lianxin.territory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lianxin.organization.Accounts;
import lianxin.organization.Actor;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class TerritoryPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Units units;

    @Autowired
    OrganizationRules rules;

    @Autowired
    Divisions divisions;

    @Autowired
    Surveying surveying;

    @Autowired
    Borders borders;

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    Areas areas;

    @Autowired
    AreaNames names;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    /** The whole city, its grids and buildings only in one community. */
    @BeforeEach
    void settle() {
        if (areas.byCode("3304").isPresent()) return;
        var list = Jiaxing.resource("/divisions/jiaxing.csv");
        units.importUnits(rules.unitsOf(divisions.ofTown(list)), Jiaxing.LONG_AGO, "divisions", Actor.SYSTEM);
        var charge = units.byCode("3304").orElseThrow().id();
        var some = Jiaxing.plan().stream()
                .filter(it -> !it.generated() || it.code().startsWith("330402007024"))
                .toList();
        surveying.importAreas(some, Jiaxing.LONG_AGO, charge, Actor.SYSTEM);
        borders.importBorders(Jiaxing.coverage(), Jiaxing.LONG_AGO, charge, Actor.SYSTEM);
        responsibilities.assignUnitsOfAreas(Jiaxing.LONG_AGO, Actor.SYSTEM);
        sits("李青禾", "li", charge, "leader");
        sits("何禾", "he", charge, "organizer");
    }

    private void sits(String name, String signIn, UnitId unit, String role) {
        var person = posts.register(List.of(name), true, Actor.SYSTEM).getFirst();
        accounts.open(person, signIn, "long enough 1", Actor.SYSTEM);
        posts.fill(new Posts.Seat(person, unit, role, Jiaxing.LONG_AGO, null), "term", Actor.SYSTEM);
    }

    @Test
    void the_map_of_the_city_links_each_county_and_the_table_beside_it_says_the_same() {
        var page = page("/map");
        for (var county : areas.children(id("3304"))) {
            assertThat(page).contains("aria-label=\"" + county.name() + "\"", "/map?area=" + county.id());
        }
        assertThat(page)
                .contains("南湖区人民政府", "边界修复说明", "线条自相交", "演示生成")
                .doesNotContain("style=", "onclick=", "<script>", "??");
        assertThat(page.length()).isLessThan(100_000);
    }

    @Test
    void the_map_goes_down_to_the_buildings_by_its_address() {
        assertThat(page("/map?area=" + id("330402")))
                .contains("东栅街道", "东栅街道办事处")
                .doesNotContain("边界修复说明");
        assertThat(page("/map?area=" + id("330402007"))).contains("百福弄社区");
        assertThat(page("/map?area=" + id("330402007024-01-01"))).contains("1幢", "/areas/");
    }

    @Test
    void a_branch_goes_along_with_its_grid_when_the_community_is_split() {
        var community = units.byCode("330402007024").orElseThrow().id();
        var street = units.above(community);
        var party = units.byCode("330402007024-community-party-committee")
                .orElseThrow()
                .id();
        var fresh = new Units.NewUnit("百福新苑社区居民委员会", "residents-committee", "community", "new", street, null);
        var heir = units.create(fresh, Jiaxing.LONG_AGO, "析出", Actor.SYSTEM);
        var grid = areas.byCode("330402007024-01").orElseThrow();
        var standing =
                new Units.NewUnit("第1网格党支部", "grid-branch", "grid", grid.code() + "-grid-branch", community, party);
        var branch = units.create(standing, Jiaxing.LONG_AGO, "建在网格上", Actor.SYSTEM);

        var url = "/units/" + community.number() + "/split";
        var typed = new LinkedHashMap<>(
                Map.of("from", "2026-02-01", "reason", "析出", "part." + grid.id().ref(), String.valueOf(heir.number())));
        var shown = sent(url, typed);
        var confirmed =
                Pattern.compile("name=\"confirmed\" value=\"([0-9a-f]+)\"").matcher(shown);
        assertThat(confirmed.find()).as(shown.replaceAll("<[^>]+>", " ")).isTrue();
        typed.put("confirmed", confirmed.group(1));
        sent(url, typed);

        assertThat(units.above(branch)).isEqualTo(heir);
        assertThat(units.find(branch).partyParent()).isEqualTo(party);
        assertThat(units.above(party)).as("what stands beside no grid stays").isEqualTo(community);
    }

    private String sent(String url, Map<String, String> form) {
        var request = browser.post()
                .uri(url)
                .with(SecurityMockMvcRequestPostProcessors.user("he"))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        form.forEach(request::param);
        return new String(request.exchange().getResponse().getContentAsByteArray(), UTF_8);
    }

    @Test
    void an_area_page_shows_its_path_and_who_answers_in_each_line() {
        assertThat(page("/areas/" + id("330402007024-01-01-01")))
                .contains("嘉兴市", "百福弄社区居民委员会", "城市管理", "南湖区综合行政执法局", "打印楼栋海报", "演示生成");
        assertThat(page("/areas/" + id("330402013") + "?lang=en")).contains("Who answers for it", "Areas below");
    }

    @Test
    void an_area_that_was_not_there_on_a_day_is_not_found() {
        var answer = browser.get()
                .uri("/areas/" + id("330402013") + "?on=2010-01-01")
                .with(SecurityMockMvcRequestPostProcessors.user("li"))
                .exchange();
        assertThat(answer).hasStatus(404);
    }

    @Test
    void areas_are_found_by_a_part_of_their_name() {
        assertThat(page("/areas?q=东栅")).contains("嘉兴市南湖区东栅街道");
        assertThat(page("/areas?q=火星")).contains("没有找到");
        assertThat(page("/areas")).contains("输入名称的一部分");
    }

    @Test
    void an_area_is_found_by_the_name_people_still_use() {
        var estate = id("330402007024-01-01");
        names.add(estate, "老毛纺厂宿舍", AreaNames.Kind.ALIAS, Jiaxing.LONG_AGO, Actor.SYSTEM);
        assertThat(page("/areas?q=毛纺厂"))
                .contains("href=\"/areas/" + estate + "\"", "曾用名或俗称：老毛纺厂宿舍")
                .doesNotContain("没有找到");
        assertThat(page("/areas?q=毛纺厂&on=1990-01-01")).contains("没有找到");
    }

    @Test
    void the_poster_of_a_building_makes_its_promises_and_carries_its_code() {
        var building = id("330402007024-01-01-02");
        var code = areas.posterCode(building).orElseThrow();
        assertThat(page("/areas/" + building + "/poster"))
                .contains("/r/" + code, "不收费", "不要身份证号和银行卡", "不装软件", "110 / 119 / 120")
                .contains("嘉兴市南湖区建设街道百福弄社区 第1网格 第1微网格 2幢", "百福弄社区居民委员会")
                .doesNotContain("style=", "<img");
    }

    /** Rows 3.55, 3.69, 3.70. */
    @Test
    void an_organizer_enters_an_estate_says_what_it_is_made_of_and_a_building_of_it_names_it() {
        var community = id("330402007024");
        assertThat(page("/areas/" + community)).contains("这里还没有登记小区").doesNotContain("登记一个小区");
        assertThat(step("/areas/" + community + "/estates", "name", "百福花苑")).contains("百福花苑", "还没有组成部分");
        var estate = areas.children(community).stream()
                .filter(it -> it.kind().equals("estate"))
                .findFirst()
                .orElseThrow();
        var grid = id("330402007024-01");
        var base = "/areas/" + estate.id();
        assertThat(step(base + "/parts", "ground", grid.toString())).contains("移出", "注销小区");
        assertThat(page(base)).contains("小区", "第1网格", "没有小区党支部", "楼栋").doesNotContain("编进小区");
        assertThat(page("/areas/" + id("330402007024-01-01-02"))).contains("所属小区", "百福花苑");
        assertThat(page("/areas/" + community)).contains("1 个组成部分");
        assertThat(page("/areas/" + community + "?lang=en")).contains("Estates", "1 parts");
        step(base + "/estate/name", "name", "百福苑");
        step(base + "/parts/end", "ground", grid.toString());
        assertThat(step(base + "/estate/end", "sure", "yes")).contains("这里还没有登记小区", "登记一个小区");
    }

    private String step(String url, String key, String value) {
        var answer = browser.post()
                .uri(url)
                .param(key, value)
                .with(SecurityMockMvcRequestPostProcessors.user("he"))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        var next = browser.get()
                .uri(answer.getResponse().getRedirectedUrl())
                .with(SecurityMockMvcRequestPostProcessors.user("he"))
                .exchange();
        return new String(next.getResponse().getContentAsByteArray(), UTF_8);
    }

    private String page(String url) {
        var answer = browser.get()
                .uri(url)
                .with(SecurityMockMvcRequestPostProcessors.user("li"))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    private AreaId id(String code) {
        return areas.byCode(code).orElseThrow().id();
    }
}
