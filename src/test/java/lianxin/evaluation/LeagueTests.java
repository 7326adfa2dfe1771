package lianxin.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lianxin.evaluation.CaseFacts.CaseId;
import lianxin.facts.Fact;
import lianxin.facts.FactKinds;
import lianxin.facts.Journal;
import lianxin.facts.JournalMonths;
import lianxin.facts.Ref;
import lianxin.organization.Accounts;
import lianxin.organization.Actor;
import lianxin.organization.AreaSeed;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.CityClock;
import lianxin.platform.MovableClock;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** March 2026 in three streets of 南湖区 and one of 秀洲区, told to the journal and scored by Jiaxing's scheme. */
@SpringBootTest(classes = LeagueTests.Town.class)
@AutoConfigureMockMvc
class LeagueTests {
    private static final Instant LONG_AGO = MovableClock.city("2020-01-01T00:00");
    private static final Period MARCH = new Period(YearMonth.of(2026, 3), MovableClock.CITY);
    private static final String ISSUED = "2026-04-20T09:00";

    /** The module and what lies below it, without the module of cases. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "lianxin.platform",
                "lianxin.playbook",
                "lianxin.facts",
                "lianxin.organization",
                "lianxin.evaluation"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    static class Town {
        @Bean
        FactKinds caseFacts() {
            return CaseFacts.KINDS;
        }
    }

    @Autowired
    MockMvcTester browser;

    @Autowired
    Leagues leagues;

    @Autowired
    Schemes schemes;

    @Autowired
    Measures measures;

    @Autowired
    Journal journal;

    @Autowired
    Units units;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    private UnitId jianshe;
    private UnitId xinjia;
    private UnitId dongzha;
    private UnitId xincheng;

    @BeforeEach
    void march(
            @Autowired OrganizationRules rules,
            @Autowired Posts posts,
            @Autowired Accounts accounts,
            @Autowired JournalMonths months) {
        if (units.byCode("3304").isEmpty()) {
            months.reachBackTo(MovableClock.city("2026-02-01T00:00"));
            units.importUnits(rules.unitsOf(areas()), LONG_AGO, "list", Actor.SYSTEM);
            for (var it : List.of(
                    "evaluator 330402 zhou", "handler 330402005 shen", "leader 330402005 lu", "handler 330402001 wu")) {
                var word = it.split(" ");
                var person = posts.register(List.of("沈阿庆"), true, Actor.SYSTEM).getFirst();
                accounts.open(person, word[2], "long enough 1", Actor.SYSTEM);
                posts.fill(new Posts.Seat(person, unit(word[1]), word[0], LONG_AGO, null), "test", Actor.SYSTEM);
            }
            settle();
            on("2026-03-10T10:00", this::tellMarch);
        }
        settle();
    }

    private void settle() {
        jianshe = unit("330402001");
        xinjia = unit("330402002");
        dongzha = unit("330402005");
        xincheng = unit("330411001");
    }

    private Void tellMarch() {
        for (var i = 0; i < 40; i++) { // 建设: all closed in time, 30 of 40 solved, four of them reworked
            var id = reported(jianshe, true, i < 4 ? 1 : 0);
            answered(id, jianshe, true);
            answer(id, jianshe, i < 30, i < 30 ? 5 : 2);
        }
        for (var i = 0; i < 40; i++) { // 新嘉: nobody answers; ten late, five of them done before the cut-off
            var id = reported(xinjia, i >= 10, 0);
            answered(id, xinjia, false);
            if (i < 5) {
                tell(
                        new CaseFacts.DoneLate(id, xinjia, "close", MovableClock.city("2026-03-10T10:00")),
                        "2026-04-02T09:00");
            }
            if (i == 5) { // after the cut-off: too late to count
                tell(
                        new CaseFacts.DoneLate(id, xinjia, "close", MovableClock.city("2026-03-10T10:00")),
                        "2026-04-18T09:00");
            }
        }
        for (var i = 0; i < 12; i++) { // 东栅: few cases, eight answers, all content
            var id = reported(dongzha, true, 0);
            answered(id, dongzha, i < 8);
            if (i < 8) {
                answer(id, dongzha, true, 5);
            }
        }
        reported(unit("330402005001"), true, 0); // a community under 东栅 counts for the street
        return null;
    }

    @Test
    void the_league_is_sorted_by_score_and_the_unknown_stands_last() {
        var league = issued();
        assertThat(league.rows())
                .extracting(League.Row::unit)
                .containsExactly(dongzha.number(), jianshe.number(), xinjia.number(), xincheng.number());
        assertThat(league.rows().getLast().score().total()).isEqualTo(Value.UNKNOWN);
    }

    @Test
    void every_rate_comes_out_of_the_facts() {
        var score = issued().row(jianshe.number()).orElseThrow().score();
        assertThat(shown(score, "closeRate")).isEqualTo("100.00");
        assertThat(shown(score, "inTimeHandleRate")).isEqualTo("100.00");
        assertThat(shown(score, "solvedRate")).isEqualTo("75.00");
        assertThat(shown(score, "satisfactionRate")).isEqualTo("75.00");
        assertThat(shown(score, "reworkRate")).isEqualTo("10.00");
        assertThat(shown(score, "callbackCoverage")).isEqualTo("100.00");
        // 20 + 20 + 25 × 15/40 + 20 × 15/40 + 15 × 30/40 = 20 + 20 + 9.38 + 7.50 + 11.25
        assertThat(score.total().shown(2)).isEqualTo("68.13");
        assertThat(score.interval().contains(score.total().amount())).isTrue();
        assertThat(score.rate("solvedRate").interval()).isEqualTo(Interval.wilson(30, 40));
        assertThat(score.cases()).isEqualTo(40);
    }

    @Test
    void what_nobody_answered_is_a_dash_and_the_rest_is_weighed_anew() {
        var score = issued().row(xinjia.number()).orElseThrow().score();
        assertThat(shown(score, "solvedRate")).isEqualTo("—");
        assertThat(shown(score, "satisfactionRate")).isEqualTo("—");
        assertThat(shown(score, "callbackCoverage")).isEqualTo("0.00");
        // 35 of 40 closed by the cut-off, 30 of 40 handled in time, none reworked: (13.75 + 7.50 + 15) × 100 / 55
        assertThat(shown(score, "closeRate")).isEqualTo("87.50");
        assertThat(score.total().shown(2)).isEqualTo("65.91");
    }

    @Test
    void a_community_counts_for_its_street_and_few_answers_say_nothing_about_satisfaction() {
        var row = issued().row(dongzha.number()).orElseThrow();
        assertThat(row.score().cases()).isEqualTo(13);
        assertThat(issued().smallSample(row)).isTrue();
        assertThat(shown(row.score(), "solvedRate")).isEqualTo("100.00");
        assertThat(shown(row.score(), "satisfactionRate")).isEqualTo("—");
        assertThat(shown(row.score(), "callbackCoverage")).isEqualTo("66.67");
    }

    @Test
    void everybody_sees_the_league_as_it_was_issued() {
        var first = issued();
        on("2026-04-25T09:00", () -> reported(jianshe, false, 0));
        assertThat(on("2026-05-01T09:00", () -> leagues.issued(schemes.first(), MARCH)))
                .isEqualTo(first);
        assertThat(db.fetchCount(DSL.table("evaluation.snapshot"))).isEqualTo(1);
    }

    @Test
    void before_objections_are_over_there_is_no_league() {
        assertThatThrownBy(() -> on("2026-04-15T23:59", () -> leagues.issued(schemes.first(), MARCH)))
                .isInstanceOf(RuleBroken.class);
        assertThat(on("2026-04-15T23:59", () -> leagues.lastClosed(schemes.first())))
                .hasToString("2026-02");
        assertThat(on("2026-04-16T00:00", () -> leagues.lastClosed(schemes.first())))
                .hasToString("2026-03");
    }

    @Test
    void a_voided_fact_does_not_count_and_one_voided_too_late_does() {
        var cut = issued().issue().cut();
        var fact = on(
                "2026-03-20T09:00", () -> journalled(new CaseFacts.Disputed(newCase(), xincheng), "2026-03-20T09:00"));
        assertThat(disputed(cut)).isEqualTo(1);
        on("2026-04-17T09:00", () -> voided(fact));
        assertThat(disputed(cut)).isEqualTo(1);
        var other = on(
                "2026-03-20T09:00", () -> journalled(new CaseFacts.Disputed(newCase(), xincheng), "2026-03-20T09:00"));
        assertThat(disputed(cut)).isEqualTo(2);
        on("2026-04-10T09:00", () -> voided(other));
        assertThat(disputed(cut)).isEqualTo(1);
        on(
                "2026-04-10T09:00",
                () -> voided(journalled(new CaseFacts.Confirmed(newCase(), xincheng), "2026-03-20T09:00")));
        on("2026-04-10T09:01", () -> voided(fact));
        assertThat(disputed(cut)).isZero();
    }

    @Test
    void a_fact_of_an_unfinished_transaction_is_above_the_horizon() {
        issued();
        var before = measures.horizon();
        on("2026-03-21T09:00", () -> journalled(new CaseFacts.Confirmed(newCase(), xincheng), "2026-03-21T09:00"));
        var cut = new Cut(MARCH.from(), MARCH.to(), MARCH.cutOff(schemes.first()), before);
        var solved = schemes.first().measure("solved");
        var early = measures.facts(solved, cut, xincheng.number(), 9).size();
        var now = new Cut(cut.from(), cut.to(), cut.cutOff(), measures.horizon());
        assertThat(measures.facts(solved, now, xincheng.number(), 9)).hasSize(early + 1);
    }

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

    private League issued() {
        return on(ISSUED, () -> leagues.issued(schemes.first(), MARCH));
    }

    private static String shown(Score score, String rate) {
        return score.rate(rate).value().shown(2);
    }

    private int disputed(Cut cut) {
        var now = new Cut(cut.from(), cut.to(), cut.cutOff(), measures.horizon());
        return measures.facts(schemes.first().measure("unsolved"), now, xincheng.number(), 9)
                .size();
    }

    private CaseId reported(UnitId unit, boolean inTime, int reworks) {
        var id = newCase();
        for (var step : List.of("handle", "close")) {
            tell(new CaseFacts.LimitReached(id, unit, step, inTime, reworks), "2026-03-10T10:00");
        }
        return id;
    }

    private void answered(CaseId id, UnitId unit, boolean answered) {
        tell(new CaseFacts.LimitReached(id, unit, "answer", answered, 0), "2026-03-20T10:00");
    }

    private void answer(CaseId id, UnitId unit, boolean solved, int result) {
        tell(solved ? new CaseFacts.Confirmed(id, unit) : new CaseFacts.Disputed(id, unit), "2026-03-12T10:00");
        tell(new CaseFacts.Rated(id, unit, result, 4), "2026-03-12T10:00");
    }

    private static CaseId newCase() {
        return new CaseId(UUID.randomUUID());
    }

    private void tell(Fact fact, String when) {
        on(when, () -> journalled(fact, when));
    }

    private UUID journalled(Fact fact, String when) {
        return transaction.execute(
                it -> journal.record(fact, null, new Ref("clock", "sweep"), MovableClock.city(when)));
    }

    private UUID voided(UUID fact) {
        return transaction.execute(it -> journal.voidFact(fact, new Ref("clock", "sweep")));
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

    private UnitId unit(String code) {
        return units.byCode(code).orElseThrow().id();
    }

    private static <T> T on(String when, Supplier<T> work) {
        var result = new ArrayList<T>();
        CityClock.at(new CityClock.Moving(MovableClock.city(when)), () -> result.add(work.get()));
        return result.getFirst();
    }

    private static List<AreaSeed> areas() {
        return List.of(
                new AreaSeed("city", "3304", "嘉兴市", null),
                new AreaSeed("county", "330402", "南湖区", "3304"),
                new AreaSeed("county", "330411", "秀洲区", "3304"),
                new AreaSeed("township", "330402001", "建设街道", "330402"),
                new AreaSeed("township", "330402002", "新嘉街道", "330402"),
                new AreaSeed("township", "330402005", "东栅街道", "330402"),
                new AreaSeed("township", "330411001", "新城街道", "330411"),
                new AreaSeed("community", "330402005001", "云海社区", "330402005"));
    }
}
