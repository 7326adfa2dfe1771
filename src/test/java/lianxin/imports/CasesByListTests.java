package lianxin.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lianxin.cases.Cases;
import lianxin.cases.FromSource;
import lianxin.facts.Journal;
import lianxin.imports.Given.State;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Importable.Fate;
import lianxin.organization.Posts;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The export of a hotline comes to the dispatcher of 东栅街道 as a list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesByListTests {

    private static final String HEAD = "来源系统,工单编号,反映内容,地点,办理期限,联系电话,类别\n";

    private Office office;
    private Actor dispatcher;

    @BeforeAll
    void open() {
        office = new Office();
        var person = office.the(Posts.class)
                .register(List.of("沈予安"), true, Actor.SYSTEM)
                .getFirst();
        var seat = new Posts.Seat(person, office.unit("330402005"), "dispatcher", Office.LONG_AGO, null);
        office.the(Posts.class).fill(seat, "test", Actor.SYSTEM);
        dispatcher = office.the(Actors.class).of(person);
    }

    @AfterAll
    void close() {
        office.close();
    }

    private List<String> why(Given given) {
        return office.books().lines(given.id(), Fate.REFUSED, 100).stream()
                .flatMap(it -> it.what().stream())
                .map(it -> it.key())
                .toList();
    }

    private int count(String table) {
        return office.the(DSLContext.class).fetchCount(DSL.table(DSL.name("cases", table)));
    }

    @Test
    void a_dry_run_refuses_with_reasons_and_writes_nothing() {
        var before = count("case_file");
        var looked = office.looked(
                "cases",
                HEAD + "12345,A1,路灯不亮,330402005001,2026-03-20,,\n"
                        + "12345,A1,路灯又不亮,330402005001,,,\n"
                        + "12345,A2,没有写地方,火星,,,\n"
                        + "12345,A3,在别的街道,330402001,,,\n"
                        + "12345,A4,,330402005001,,12,神秘类别\n",
                dispatcher);
        assertThat(looked.state()).isEqualTo(State.CHECKED);
        assertThat(looked.counts()).isEqualTo(new Given.Counts(5, 1, 0, 0, 4, 0, 0));
        assertThat(why(looked))
                .containsExactly(
                        "imports.twice",
                        "imports.cases.place-unknown",
                        "imports.not-yours",
                        "imports.unknown",
                        "case.words-empty",
                        "case.telephone");
        assertThat(count("case_file")).isEqualTo(before);
    }

    @Test
    void the_same_number_again_brings_nothing_new_and_its_deadline_binds() {
        var list = HEAD + "12345,B1,路灯不亮,云海社区,2026-03-20,13800138000,\n";
        var first = office.takenIn("cases", list, dispatcher);
        assertThat(first.counts().created()).as(why(first).toString()).isEqualTo(1);
        var again = office.looked("cases", list, dispatcher);
        assertThat(again.counts().same()).isEqualTo(1);
        var id = FromSource.idOf("12345", "B1");
        office.the(Cases.class).dispatch(id, "streetlight", Actor.SYSTEM);
        var due = office.the(DSLContext.class)
                .fetchOne("SELECT due FROM cases.case_file WHERE id = ?", id.value())
                .get(0, java.time.OffsetDateTime.class)
                .toInstant();
        assertThat(due).isEqualTo(java.time.Instant.parse("2026-03-20T09:30:00Z"));
        assertThatThrownBy(() -> office.takenBack(first, dispatcher)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void a_list_nobody_has_touched_is_taken_back_and_leaves_no_words() {
        var words = count("words");
        var given = office.takenIn(
                "cases",
                HEAD + "12345,C1,窨井盖松了,330402005001,,13800138001,\n12345,C2,树倒了,330402005001,,,\n",
                dispatcher);
        assertThat(given.counts().created()).isEqualTo(2);
        office.clock.forward(java.time.Duration.ofDays(3));
        assertThat(office.takenBack(given, dispatcher).state()).isEqualTo(State.TAKEN_BACK);
        assertThat(count("words")).isEqualTo(words);
        var id = FromSource.idOf("12345", "C1");
        assertThat(office.the(Journal.class).about(id.ref())).isNotEmpty().allMatch(it -> it.voided());
        assertThat(office.takenIn("cases", HEAD + "12345,C1,窨井盖松了,330402005001,,,\n", dispatcher)
                        .counts()
                        .created())
                .isEqualTo(1);
    }
}
