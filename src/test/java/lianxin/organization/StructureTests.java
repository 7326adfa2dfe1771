package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lianxin.organization.Violation.What;
import lianxin.platform.MovableClock;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** C-07: 1-9-59 with 1+1+N. The last test mends the street and comes last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StructureTests {

    @AutoClose
    static final Langli langli = new Langli().settled();

    final Structure structure = langli.the(Structure.class);
    final Posts posts = langli.the(Posts.class);
    final Units units = langli.the(Units.class);

    @Test
    @Order(1)
    void all_sums_are_right_and_yet_one_grid_has_no_branch_and_one_has_two() {
        assertThat(langli.of("party-working-committee")).extracting(Unit::name).containsExactly("㮾梨街道党工委");
        assertThat(langli.of("community-party-committee", "general-branch")).hasSize(9);
        assertThat(langli.branches()).as("1 + 9 + 59 = 69 nodes").hasSize(59);
        assertThat(postsHeld()).as("1+1+N, N = 1").isEqualTo(177);

        var found = structure.now().violations();
        assertThat(found)
                .extracting(
                        it -> it.rule().key(),
                        Violation::what,
                        it -> site(it).code(),
                        Violation::there,
                        it -> it.range().toString())
                .containsExactly(
                        tuple("branch-on-grid", What.AREA_WITH_SEVERAL, Langli.TWICE, 2, "1"),
                        tuple("branch-on-grid", What.AREA_WITHOUT, Langli.VACANT, 0, "1"));
        assertThat(found.getFirst().unit().name()).as("the one to be merged").isEqualTo("梨江社区第2网格第二党支部");
        assertThat(found.getFirst().others()).extracting(Unit::name).containsExactly("梨江社区第2网格党支部");
        assertThat(found.getLast().unit().name()).as("where it is to be set up").isEqualTo("花园村村民委员会");
        assertThat(found.getLast().superior()).extracting(Unit::name).isEqualTo("花园村党总支");
    }

    @Test
    @Order(2)
    void the_matrix_shows_who_keeps_the_rules_and_says_nothing_where_nobody_looked() {
        var coverage = structure.rules().coverage();
        var findings = structure.now();
        var street = coverage.fields().get(0);
        var grids = coverage.fields().get(1);
        var network = coverage.aspects().get(0);
        var staffing = coverage.aspects().get(1);

        assertThat(findings.of(street, network)).isEqualTo(new Findings.Tally(1, 1));
        assertThat(findings.of(grids, network)).isEqualTo(new Findings.Tally(59, 57));
        assertThat(findings.of(grids, staffing)).isEqualTo(new Findings.Tally(59, 59));
        assertThat(findings.of(street, staffing)).isEqualTo(Findings.Tally.NONE);
        assertThat(findings.of(coverage.fields().get(2), network)).isEqualTo(Findings.Tally.NONE);
    }

    @Test
    @Order(3)
    void a_unit_sees_what_is_to_be_mended_at_it_and_below_it_in_either_tree() {
        assertThat(below("430121021")).as("the street office").hasSize(2);
        assertThat(below("430121021-party-working-committee"))
                .as("the working committee")
                .hasSize(2);
        assertThat(below("430121021203-general-branch")).as("in the Party tree").hasSize(1);
        assertThat(below("430121021201-general-branch")).as("a neighbor").isEmpty();
    }

    @Test
    @Order(4)
    void it_is_one_statement_for_the_whole_town_and_none_while_nothing_changes() {
        var asked = new AtomicInteger();
        var configuration = langli.the(DSLContext.class).configuration();
        configuration.set(new DefaultExecuteListenerProvider(new Counting(asked)));
        try {
            structure.at(now(), null);
            assertThat(asked.getAndSet(0))
                    .as("posts; tree and ground lie in memory")
                    .isLessThanOrEqualTo(3);
            structure.now();
            asked.set(0);
            structure.now();
            assertThat(asked.get()).as("whether anything has changed").isLessThanOrEqualTo(2);
        } finally {
            configuration.set(new DefaultExecuteListenerProvider(new Counting(new AtomicInteger())));
        }
    }

    @Test
    @Order(5)
    void somebody_who_leaves_is_missed_at_once_and_a_term_that_runs_out_by_the_clock() {
        var branch = langli.unit(Langli.STREET + "001-1-grid-branch");
        var officer = held(branch, "group-head");
        posts.end(officer.id(), now(), "离任", Actor.SYSTEM);
        assertThat(structure.now().violations())
                .filteredOn(it -> it.rule().key().equals("one-one-n"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.unit().id()).isEqualTo(branch);
                    assertThat(it.wanted().zh()).isEqualTo("网格信息员");
                    assertThat(it.range().toString()).isEqualTo("≥ 1");
                    assertThat(it.what()).isEqualTo(What.TOO_FEW_POSTS);
                });

        var friday = now().plus(Duration.ofDays(4));
        posts.fill(new Posts.Seat(officer.person(), branch, "neighbor-head", now(), friday), "代理", Actor.SYSTEM);
        assertThat(structure.now().violations())
                .as("one of the three heads is enough")
                .hasSize(2);
        langli.clock.moveTo(friday);
        assertThat(structure.now().violations()).as("nobody said anything").hasSize(3);

        posts.fill(new Posts.Seat(officer.person(), branch, "group-head", now(), null), "复任", Actor.SYSTEM);
        assertThat(structure.now().violations()).hasSize(2);
    }

    @Test
    @Order(6)
    void exactly_nine_means_nine() {
        var monday = now();
        langli.clock.forward(Duration.ofDays(1));
        var committee = langli.unit("430121021-party-working-committee");
        var tenth = units.create(
                new Units.NewUnit(
                        "滨湖社区党委",
                        "community-party-committee",
                        "community",
                        "430121021099-community-party-committee",
                        langli.unit("430121021"),
                        committee),
                now(),
                "筹建",
                Actor.SYSTEM);
        assertThat(structure.now().violations())
                .filteredOn(it -> it.what() == What.TOO_MANY_BELOW)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.unit().id()).isEqualTo(committee);
                    assertThat(it.there()).isEqualTo(10);
                    assertThat(it.difference()).isEqualTo(1);
                });
        assertThat(structure.at(monday, null).violations()).hasSize(2);
        units.dissolve(tenth, langli.unit("430121021"), now().plusSeconds(1), "不再筹建", Actor.SYSTEM);
        langli.clock.forward(Duration.ofSeconds(2));
        assertThat(structure.now().violations()).hasSize(2);
    }

    @Test
    @Order(7)
    void after_mending_by_the_verbs_nothing_is_found_and_the_day_before_still_shows_it() {
        var theDayBefore = now();
        langli.clock.forward(Duration.ofDays(1));
        var surplus = langli.unit(Langli.TWICE + "-grid-branch-2");
        var fresh = langli.set(Langli.VACANT, "花园村第4网格党支部", Langli.VACANT + "-grid-branch");
        for (var role : List.of("party-building-instructor", "grid-inspector", "group-head")) {
            var post = held(surplus, role);
            posts.end(post.id(), now(), "调任", Actor.SYSTEM);
            posts.fill(new Posts.Seat(post.person(), fresh, role, now(), null), "调任", Actor.SYSTEM);
        }
        units.merge(surplus, langli.unit(Langli.TWICE + "-grid-branch"), now(), "一个网格一个支部", Actor.SYSTEM);

        assertThat(structure.now().violations()).isEmpty();
        assertThat(langli.branches()).hasSize(59);
        assertThat(postsHeld()).isEqualTo(177);
        assertThat(structure.at(theDayBefore, null).violations())
                .extracting(Violation::what)
                .containsExactly(What.AREA_WITH_SEVERAL, What.AREA_WITHOUT);
        assertThat(structure.at(MovableClock.city("2019-01-01T00:00"), null).violations())
                .as("before there was a town")
                .isEmpty();
    }

    private List<Violation> below(String code) {
        var unit = langli.unit(code);
        var tree = langli.the(Trees.class).now();
        var found = structure.at(now(), unit).violations();
        assertThat(structure.now().violations().stream().filter(it -> it.isAt(unit, tree)))
                .as("what the unit's page counts")
                .hasSameSizeAs(found);
        return found;
    }

    private static Places.Site site(Violation it) {
        var site = it.site();
        assertThat(site).isNotNull();
        return site;
    }

    private PostQueries.Held held(UnitId unit, String role) {
        return langli.the(PostQueries.class).inUnit(unit, now()).stream()
                .filter(it -> it.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    private long postsHeld() {
        return langli.branches().stream()
                .flatMap(it -> langli.the(PostQueries.class).inUnit(it.id(), now()).stream())
                .count();
    }

    private static Instant now() {
        return langli.clock.instant();
    }

    private static final class Counting implements ExecuteListener {

        private static final long serialVersionUID = 1;
        private final AtomicInteger asked;

        Counting(AtomicInteger asked) {
            this.asked = asked;
        }

        @Override
        public void executeStart(ExecuteContext statement) {
            asked.incrementAndGet();
        }
    }
}
