package lianxin.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lianxin.facts.Journal;
import lianxin.facts.Ref;
import lianxin.platform.Screening;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A made-up town shows itself: its demonstration is loaded through all modules, as at the first start. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "lianxin.playbook=linjiang",
            "lianxin.demo=true",
            "lianxin.demonstration.cases=400",
            "lianxin.sweep-every=PT24H"
        })
class DemonstrationTests {

    @Autowired
    private Demonstration demonstration;

    @Autowired
    private DSLContext db;

    @Autowired
    private Journal journal;

    @BeforeEach
    void the_city_is_loaded() {
        assertThat(demonstration.loaded().join()).isTrue();
    }

    @Test
    void every_case_tells_its_story_from_the_report_on() {
        assertThat(count("SELECT count(*) FROM cases.case_file")).isEqualTo(400);
        assertThat(count("""
                        SELECT count(*) FROM cases.case_file c WHERE NOT EXISTS (
                            SELECT FROM facts.journal j WHERE j.about_id = c.id::text AND j.kind = 'case.reported'
                                AND j.occurred_at = c.reported_at AND j.recorded_at = c.reported_at)""")).isZero();
        var one = db.fetchOne("SELECT id FROM cases.case_file WHERE stage = 'CLOSED' ORDER BY number LIMIT 1");
        assertThat(one).isNotNull();
        assertThat(journal.about(new Ref("case", one.get(0).toString())))
                .extracting(it -> it.kind())
                .startsWith("case.reported")
                .contains("case.dispatched", "case.finished");
    }

    @Test
    void every_open_case_is_held_by_a_unit_that_exists_and_holds_cases() {
        assertThat(count("SELECT count(*) FROM cases.case_file WHERE stage <> 'CLOSED'"))
                .isPositive();
        assertThat(count("""
                        SELECT count(*) FROM cases.case_file c WHERE NOT EXISTS (
                            SELECT FROM organization.unit_version u
                            WHERE u.unit = c.holder AND u.known_to = 'infinity' AND u.valid_to = 'infinity'
                                AND u.kind NOT IN ('town-committee', 'village-branch'))""")).isZero();
    }

    @Test
    void some_cases_are_late_some_come_back_some_are_returned_and_some_stay_unanswered() {
        for (var kind : List.of(
                "case.escalated",
                "case.done-late",
                "case.disputed",
                "case.return-asked",
                "case.confirmed",
                "case.closed-unanswered",
                "case.limit-reached")) {
            assertThat(count("SELECT count(*) FROM facts.journal WHERE kind = '" + kind + "'"))
                    .as(kind)
                    .isPositive();
        }
        assertThat(count("SELECT count(*) FROM cases.case_file WHERE reworks > 0"))
                .isPositive();
    }

    @Test
    void no_case_has_a_moment_left_behind() {
        assertThat(
                        count(
                                "SELECT count(*) FROM cases.case_file, (SELECT max(recorded_at) AS last FROM facts.journal) WHERE wake_at < last"))
                .isZero();
    }

    @Test
    void the_journal_names_nobody_and_holds_no_telephone() {
        var names = db.fetchValues("SELECT DISTINCT name FROM organization.person").stream()
                .map(Object::toString)
                .toList();
        assertThat(names).isNotEmpty();
        for (var line : db.fetchValues("SELECT attributes::text FROM facts.journal")) {
            assertThat(line.toString()).doesNotContain(names.toArray(String[]::new));
            assertThat(Screening.findings(line.toString())).isEmpty();
        }
    }

    @Test
    void a_town_that_has_units_is_never_touched() {
        var before = count("SELECT count(*) FROM facts.journal");
        demonstration.open();
        assertThat(demonstration.loaded().join()).isTrue();
        assertThat(count("SELECT count(*) FROM facts.journal")).isEqualTo(before);
    }

    @Test
    void the_accounts_are_for_the_eyes_of_their_owner_and_nothing_says_half_a_city() throws Exception {
        var accounts = Path.of("target/test-var/demonstration-accounts.txt");
        assertThat(accounts).content().contains("community-watch", "department-worker", "county-judge", "/r/");
        assertThat(Files.getPosixFilePermissions(accounts)).hasSize(2);
        assertThat(Path.of("target/test-var/demonstration.loading")).doesNotExist();
    }

    private int count(String question) {
        return db.fetchSingle(question).get(0, Integer.class);
    }
}
