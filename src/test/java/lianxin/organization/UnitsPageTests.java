package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class UnitsPageTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Units units;

    @Autowired
    OrganizationRules rules;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    @BeforeEach
    void settle() {
        if (units.byCode("3304").isPresent()) return;
        units.importUnits(rules.unitsOf(Cast.areas()), Cast.LONG_AGO, "first list", Actor.SYSTEM);
        var person = posts.register(List.of("李青禾"), true, Actor.SYSTEM).getFirst();
        accounts.open(person, "li", "long enough 1", Actor.SYSTEM);
        posts.fill(new Posts.Seat(person, id("330402005"), "leader", Cast.LONG_AGO, null), "term", Actor.SYSTEM);
    }

    @Test
    void the_tree_opens_along_the_path_in_its_address() {
        assertThat(page("/units")).contains("嘉兴市人民政府", "南湖区人民政府").doesNotContain("东栅街道办事处");
        assertThat(page("/units?open=" + id("330402005").number()))
                .contains("东栅街道办事处", "云海社区居民委员会")
                .doesNotContain("第1微网格");
    }

    @Test
    void the_party_bodies_are_seen_as_their_own_tree_from_the_working_committee_down_to_the_hub_household() {
        assertThat(page("/units?tree=party"))
                .contains("东栅街道党工委", "南湖区人民政府 › 东栅街道办事处", "党组织体系")
                .doesNotContain("嘉兴市人民政府值班台");
        var household = id("330402005001-1-1-hub-household").number();
        var opened = page("/units?tree=party&open=" + household);
        assertThat(opened).containsSubsequence("东栅街道党工委", "云海社区党委", "第1网格党支部", "第1微网格党小组", "第1微网格党员中心户");
        assertThat(page("/units/" + household)).contains("tree=party");
    }

    @Test
    void what_stands_below_is_grouped_by_kind_and_counted() {
        assertThat(page("/units/" + id("330402005001").number())).contains("网格党支部 <span", "党小组 <span");
    }

    @Test
    void a_unit_page_shows_its_path_and_posts_but_nobodys_name() {
        assertThat(page("/units/" + id("330402005").number()))
                .contains("嘉兴市人民政府", "南湖区人民政府", "云海社区居民委员会", "负责人")
                .doesNotContain("李青禾", "organization.");
        assertThat(page("/units/" + id("330402005").number() + "?on=2019-12-30"))
                .contains("这一天还没有");
    }

    @Test
    void a_search_that_finds_nothing_says_what_to_do() {
        assertThat(page("/units?q=云海")).contains("云海社区居民委员会", "嘉兴市人民政府 › 南湖区人民政府");
        assertThat(page("/units?q=火星")).contains("没有找到");
        assertThat(page("/units?on=2019-01-01")).contains("这一天还没有任何单位");
        assertThat(page("/units?q=mars&lang=en")).contains("No unit has");
    }

    private String page(String url) {
        var answer = browser.get()
                .uri(url)
                .with(SecurityMockMvcRequestPostProcessors.user("li"))
                .exchange();
        assertThat(answer).hasStatusOk();
        var page = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return page.substring(page.indexOf("<main"));
    }

    private UnitId id(String code) {
        return units.byCode(code).orElseThrow().id();
    }
}
