package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import lianxin.Lianxin;
import lianxin.organization.Actor;
import lianxin.platform.database.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** How often the database is asked for one page of a leader over two hundred communities, session and all. */
@SpringBootTest(
        classes = Lianxin.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "lianxin.sweep-every=PT24H")
@Import(Statements.class)
class StatementsTests {

    private static final int COMMUNITIES = 200;
    private static final int MOST_OF_A_LIST = 12;
    private static final int MOST_OF_A_CASE = 13;

    @Autowired
    Statements statements;

    private Lane lane;
    private Visitor leader;

    @BeforeEach
    void a_leader_of_the_county_with_a_full_inbox(@Autowired ApplicationContext town) {
        lane = Lane.withNeighbors(COMMUNITIES, town);
        if (lane.count("case_file") == 0)
            IntStream.rangeClosed(1, CaseQueries.PAGE + 10).forEach(it -> lane.reported("路灯不亮", Lane.neighbor(it)));
        leader = lane.officer("leader", Lane.COUNTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases",
                "/cases?view=all&state=to-sign&channel=qr&from=2020-01-01",
                "/cases?view=unanswered",
                "/cases?view=supervise",
                "/cases?view=dispatch&late=true",
                "/cases?q=lamp"
            })
    void a_page_of_the_inbox_asks_at_most_twelve_times(String address) {
        var asked = statements.during(
                () -> assertThat(leader.open(address).statusCode()).isEqualTo(200));
        assertThat(asked)
                .as("%s", address)
                .hasSizeLessThanOrEqualTo(MOST_OF_A_LIST)
                .anyMatch(it -> it.contains("case_file"));
    }

    @Test
    void a_full_inbox_costs_no_more_than_an_empty_one() {
        var full =
                statements.during(() -> assertThat(leader.open("/cases").body()).contains("下一页", "梅湾第1社区"));
        var empty = statements.during(
                () -> assertThat(leader.open("/cases?q=nothing").body())
                        .contains("没有符合条件")
                        .doesNotContain("梅湾第1社区 "));
        assertThat(aboutCases(full)).hasSameSizeAs(aboutCases(empty));
    }

    @Test
    void the_page_of_a_case_with_a_long_story_asks_at_most_thirteen_times() {
        var id = aLongStory();
        for (var reader :
                List.of(leader, lane.officer("handler", Lane.LAMPS), lane.officer("evaluator", Lane.COUNTY))) {
            var asked = statements.during(
                    () -> assertThat(reader.open("/cases/" + id).body()).contains("第 3 次上门", "居民：没解决", "还是不亮", "申请退单"));
            assertThat(asked).hasSizeLessThanOrEqualTo(MOST_OF_A_CASE).anyMatch(it -> it.contains("journal"));
        }
    }

    /** Those of pages and shells are not always the same: for half a second they believe what they read. */
    private static List<String> aboutCases(List<String> statements) {
        return statements.stream().filter(it -> it.contains("\"cases\"")).toList();
    }

    private CaseId aLongStory() {
        var id = lane.reported("路灯不亮", Lane.COMMUNITY);
        var cases = lane.the(Cases.class);
        cases.dispatch(id, "streetlight", Actor.SYSTEM);
        for (var text : List.of("第 1 次上门", "第 2 次上门", "第 3 次上门")) cases.progress(id, text, Actor.SYSTEM);
        cases.finish(id, "换了灯泡", null, Actor.SYSTEM);
        var reporter = Actor.reporter(id.ref());
        lane.the(Reports.class).leaveContact(id, "13800138000", GivenTo.HANDLER, reporter);
        cases.answer(id, new ResidentAnswer(false, 1, 1, false, "还是不亮", "link"), reporter);
        cases.askReturn(id, "sewers-and-sites", "不归我们", Actor.SYSTEM);
        return id;
    }
}
