package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lianxin.platform.MovableClock;
import lianxin.platform.database.TestDatabase;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A city of 1,000 units after 200,000 cases, 10,000 of them open: how PostgreSQL finds one page of an inbox. */
class InboxPlanTests {

    private static final int UNITS = 1_000;
    private static final Instant NOW = MovableClock.city("2026-06-01T10:00");

    @AutoClose
    private static final TestDatabase city = TestDatabase.fresh();

    private final List<QueryInfo> sent = new ArrayList<>();
    private final CaseQueries queries = new CaseQueries(
            DSL.using(
                    ProxyDataSourceBuilder.create(city.applicationConnections())
                            .afterQuery((execution, statements) -> sent.addAll(statements))
                            .build(),
                    SQLDialect.POSTGRES),
            Streetlight.deadlines);

    @BeforeAll
    static void many_cases_were_reported() {
        var owner = city.ownerSql();
        owner.execute("""
            INSERT INTO cases.case_file (id, number, code, version, category, place, channel, stage, desk, holder, due,
                clock_from, escalate_at, level, round, reworks, answer_until, reported_at, closed_at, outcome, supervisor,
                silent_since)
            SELECT gen_random_uuid(), n, 'C' || n, 0, 'streetlight', 1, 'qr', stage,
                CASE stage WHEN 'DISPATCHED' THEN 1 + holder % {0} ELSE holder END, holder,
                reported + interval '1 day', reported,
                CASE WHEN stage IN ('REPORTED', 'DISPATCHED') THEN reported + interval '1 day' END, 0, 0, 0,
                CASE WHEN stage = 'AWAITING_RESIDENT' THEN reported + interval '7 days' END, reported,
                CASE WHEN stage = 'CLOSED' THEN reported + interval '2 days' END,
                CASE WHEN stage = 'CLOSED' THEN 'closedSolved' END,
                CASE WHEN n % 100 = 0 THEN 1 + n / 100 % 10 END,
                CASE WHEN stage IN ('REPORTED', 'DISPATCHED') THEN reported END
            FROM (SELECT n, 1 + n / 20 % {0} AS holder,
                    timestamptz '2026-01-01' + (n * 7919 % 200000) * interval '1 minute' AS reported,
                    CASE n % 20 WHEN 0 THEN CASE n / 20000 % 2 WHEN 0 THEN 'REPORTED' ELSE 'DISPATCHED' END
                        WHEN 1 THEN CASE n / 20000 % 5 WHEN 0 THEN 'AWAITING_RESIDENT' ELSE 'CLOSED' END
                        ELSE 'CLOSED' END AS stage
                FROM generate_series(1, 200000) n) AS made""", DSL.inline(UNITS));
        owner.execute("""
            INSERT INTO cases.words (case_id, words, detail, purpose, delete_after)
            SELECT id, '路灯不亮 ' || number, '', 'handle-the-case', reported_at + interval '2 years'
            FROM cases.case_file WHERE number % 4 = 0""");
        owner.execute("""
            INSERT INTO cases.assignment (id, case_id, unit, role, duty_item, dispatched_at, due, sign_due)
            SELECT gen_random_uuid(), id, holder, 'lead', 'lighting', reported_at, due, due
            FROM cases.case_file WHERE stage <> 'REPORTED' AND number % 4 = 0""");
        owner.execute("""
            INSERT INTO cases.contact (case_id, telephone, given_to, purpose, delete_after)
            SELECT id, '13800138000', 'CALL_BACK_DESK', 'call-back', reported_at + interval '2 years'
            FROM cases.case_file WHERE stage = 'AWAITING_RESIDENT' AND number % 3 > 0""");
        owner.execute("VACUUM ANALYZE cases.case_file, cases.words, cases.assignment, cases.contact");
    }

    @ParameterizedTest
    @CsvSource({
        "the whole city, 1, 1000",
        "a county, 301, 150",
        "a street and its communities, 42, 17",
        "one community, 7, 1"
    })
    void the_inbox_reads_little_more_than_its_page(String whose, int first, int units) {
        var below = IntStream.range(first, first + units).toArray();
        var page = queries.list(new Filter(Filter.View.open, null, null, null, false, 1), new Reach(below, below), NOW);
        assertThat(page)
                .hasSize(Math.min(CaseQueries.PAGE + 1, 10 * units))
                .isSortedAccordingTo((a, b) -> a.due().compareTo(b.due()));
        assertThat(plans()).as(whose).isNotEmpty().allSatisfy(it -> {
            assertThat(it.sequential()).as("%s", it).isEmpty();
            assertThat(it.indexes()).as("%s", it).isSubsetOf("case_file_open", "case_file_holder");
            assertThat(it.cases()).as("%s", it).isLessThan(1_000);
        });
    }

    @ParameterizedTest
    @CsvSource({"the whole city, 1, 1000", "a county, 301, 150", "one community, 7, 1"})
    void counting_the_desk_reads_what_is_open_until_it_is_enough(String whose, int first, int units) {
        var below = IntStream.range(first, first + units).toArray();
        var counts = queries.waiting(new Reach(below, new int[] {3}), NOW).counts();
        assertThat(counts.get(Filter.View.dispatch) + counts.get(Filter.View.handle))
                .isEqualTo(counts.get(Filter.View.open))
                .isEqualTo(Math.min(2 * Waiting.COUNTED, 10 * units));
        assertThat(counts)
                .containsEntry(Filter.View.awaiting, Math.min(Waiting.COUNTED, 2 * units))
                .containsEntry(Filter.View.supervise, 200);
        assertThat(plans()).as(whose).isNotEmpty().allSatisfy(it -> {
            assertThat(it.sequential()).as("%s", it).isEmpty();
            assertThat(it.cases()).as("%s", it).isLessThanOrEqualTo(200 + Math.min(4_000, 22 * units));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "all, 1, 1000", "all, 301, 150", "all, 7, 1",
        "closed, 1, 1000", "closed, 301, 150", "closed, 7, 1",
        "elsewhere, 1, 1000", "elsewhere, 301, 150", "elsewhere, 7, 1",
        "callback, 1, 1000", "callback, 301, 150", "callback, 7, 1",
        "unanswered, 1, 1000", "unanswered, 301, 150", "unanswered, 7, 1"
    })
    void every_list_of_the_desk_walks_an_index(Filter.View view, int first, int units) {
        var below = IntStream.range(first, first + units).toArray();
        var reach = new Reach(below, below, below, below, new int[0], List.of(), new Reach.Part(new int[0], List.of()));
        var page = queries.list(new Filter(view, null, null, null, false, 1), reach, NOW);
        assertThat(page).hasSizeGreaterThanOrEqualTo(units == 1 ? 1 : CaseQueries.PAGE + 1);
        assertThat(plans()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.sequential()).as("%s", it).isEmpty();
            assertThat(it.cases()).as("%s", it).isLessThanOrEqualTo(2_000);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "state, to-sign",
        "state, shelved",
        "state, withdrawn",
        "light, amber",
        "channel, qr",
        "from, 2026-05-10"
    })
    void narrowing_the_list_of_all_cases_reads_no_more_than_an_index(String what, String value) {
        var below = IntStream.range(301, 451).toArray();
        queries.list(Filter.of(Map.of("view", "all", what, value)), new Reach(below, below), NOW);
        assertThat(plans())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.sequential()).as("%s", it).isEmpty());
    }

    @Test
    void the_last_page_of_a_long_list_reads_what_stands_before_it_and_no_closed_case() {
        var all = IntStream.rangeClosed(1, UNITS).toArray();
        assertThat(queries.list(new Filter(Filter.View.open, null, null, null, false, 200), new Reach(all, all), NOW))
                .hasSize(CaseQueries.PAGE);
        assertThat(plans()).allSatisfy(it -> {
            assertThat(it.sequential()).as("%s", it).isEmpty();
            assertThat(it.cases()).as("%s", it).isLessThanOrEqualTo(10_000 + CaseQueries.PAGE);
        });
    }

    /** The application's own statements, explained with the values they were sent with. */
    private List<Plan> plans() {
        try (var connection = city.applicationConnections().getConnection()) {
            var plans = new ArrayList<Plan>();
            for (var it : sent) {
                try (var statement = connection.prepareStatement("EXPLAIN (ANALYZE, FORMAT JSON) " + it.getQuery())) {
                    for (var value : it.getParametersList().getFirst())
                        value.getMethod().invoke(statement, value.getArgs());
                    var told = statement.executeQuery();
                    told.next();
                    plans.add(new Plan(JsonMapper.shared().readTree(told.getString(1))));
                }
            }
            return plans;
        } catch (SQLException | ReflectiveOperationException failed) {
            throw new AssertionError(failed);
        }
    }

    /** What PostgreSQL did for one statement. */
    private record Plan(JsonNode json) {

        List<JsonNode> scans() {
            return json.findParents("Relation Name").stream()
                    .filter(it -> it.get("Relation Name").asString().equals("case_file"))
                    .toList();
        }

        List<String> sequential() {
            return scans().stream()
                    .map(it -> it.get("Node Type").asString())
                    .filter(it -> it.contains("Seq Scan"))
                    .toList();
        }

        List<String> indexes() {
            return json.findValues("Index Name").stream()
                    .map(JsonNode::asString)
                    .filter(it -> it.startsWith("case_file"))
                    .toList();
        }

        /** How many rows of cases were looked at, whether they were taken or thrown away. */
        double cases() {
            return scans().stream()
                    .mapToDouble(it -> it.get("Actual Loops").asDouble()
                            * (it.get("Actual Rows").asDouble()
                                    + it.path("Rows Removed by Filter").asDouble(0)
                                    + it.path("Rows Removed by Index Recheck").asDouble(0)))
                    .sum();
        }

        @Override
        public String toString() {
            return json.toPrettyString();
        }
    }
}
