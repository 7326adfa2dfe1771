package lianxin.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.regex.Pattern;
import lianxin.organization.UnitId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the evaluator of the county and the people of the streets see of the league of March. */
@AutoConfigureMockMvc
class LeaguePagesTests extends March {

    @Autowired
    MockMvcTester browser;

    @Test
    void the_page_shows_values_intervals_and_coverage_and_no_rank() {
        var page = page("zhou", ISSUED, "/leagues/streets?period=2026-03");
        assertThat(page).contains("建设街道", "68.13", "样本不足", "—", "有效回访率", "100.00%", "不足10件，不公布", "示例");
        assertThat(text(page)).doesNotContain("第1名", "名次：1", "第 1 名", "Rank").contains("不排名次");
        var rows = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL).matcher(page.substring(page.indexOf("<tbody>")));
        var firstCells = new ArrayList<String>();
        while (rows.find()) {
            firstCells.add(text(rows.group(1)).strip().split("\\s+")[0]);
        }
        assertThat(firstCells).hasSize(4).allMatch(it -> it.endsWith("街道办事处"));
        assertThat(page).doesNotContainPattern("(?i)<ol class=\"list|<style|\\sstyle=|\\son[a-z]+=");
    }

    @Test
    void a_county_can_be_picked_and_taken_as_a_table() {
        var county = units.byCode("330411").orElseThrow().id().number();
        assertThat(page("shen", ISSUED, "/leagues/streets?period=2026-03&county=" + county))
                .contains("新城街道")
                .doesNotContain("建设街道");
        assertThat(page("shen", ISSUED, "/leagues/streets/csv?period=2026-03"))
                .startsWith("\uFEFF")
                .contains("\"建设街道办事处\",\"南湖区人民政府\",\"68.13\"", "沈阿庆");
        assertThat(page("shen", ISSUED, "/leagues/streets?period=2026-03&lang=en"))
                .contains("Sorted by score, without ranks");
    }

    @Test
    void while_the_month_runs_a_street_sees_its_own_card_only() {
        var page = page("shen", "2026-03-25T09:00", "/leagues/streets?period=2026-03");
        assertThat(page).contains("东栅街道办事处").doesNotContain("建设街道", "新嘉街道");
        assertThat(page("zhou", "2026-03-25T09:00", "/leagues/streets?period=2026-03"))
                .doesNotContain("街道办事处");
        assertThat(status("shen", "2026-03-25T09:00", card(dongzha))).isEqualTo(200);
        assertThat(status("shen", "2026-03-25T09:00", card(jianshe))).isEqualTo(403);
        assertThat(status("zhou", "2026-03-25T09:00", card(jianshe))).isEqualTo(403);
    }

    @Test
    void a_number_opens_into_the_facts_behind_it() {
        issued();
        assertThat(page("wu", ISSUED, card(jianshe))).contains("facts?measure=needClose", "非常满意", "只对上级考评人员开放");
        var facts = page("wu", ISSUED, card(jianshe) + "/facts?measure=rework");
        assertThat(facts.split("/ref/case/", -1)).hasSize(5);
        assertThat(facts).contains("期限已到");
        assertThat(status("shen", ISSUED, card(jianshe) + "/facts?measure=rework"))
                .isEqualTo(403);
    }

    @Test
    void single_ratings_open_to_the_level_above_only_and_the_reading_is_written_down() {
        issued();
        var ratings = card(jianshe) + "/facts?measure=verySatisfied";
        assertThat(status("wu", ISSUED, ratings)).isEqualTo(403);
        assertThat(journal.about(jianshe.ref())).noneMatch(it -> it.kind().equals("rating.read"));
        assertThat(page("zhou", ISSUED, ratings).split("/ref/case/", -1)).hasSize(31);
        assertThat(journal.about(jianshe.ref()))
                .filteredOn(it -> it.kind().equals("rating.read"))
                .singleElement()
                .satisfies(it -> assertThat(it.fact())
                        .isEqualTo(new EvaluationFact.RatingsRead(
                                jianshe, unit("330402"), "streets", "2026-03", "verySatisfied", 30)));
    }

    private String page(String who, String when, String url) {
        return on(when, () -> {
            var answer = browser.get().uri(url).with(user(who)).exchange();
            assertThat(answer).hasStatusOk();
            return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
        });
    }

    private int status(String who, String when, String url) {
        return on(
                when,
                () -> browser.get()
                        .uri(url)
                        .with(user(who))
                        .exchange()
                        .getResponse()
                        .getStatus());
    }

    private static String card(UnitId unit) {
        return "/leagues/streets/2026-03/units/" + unit.number();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }
}
