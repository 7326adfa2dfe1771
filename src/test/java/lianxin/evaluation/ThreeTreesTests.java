package lianxin.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lianxin.platform.MovableClock.city;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.TestTown;
import lianxin.evaluation.CaseFacts.CaseId;
import lianxin.facts.Fact;
import lianxin.facts.FactKinds;
import lianxin.facts.Journal;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.PlannedEndings;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.AsOf;
import lianxin.platform.MovableClock;
import lianxin.platform.RuleBroken;
import lianxin.playbook.Playbook;
import lianxin.territory.AreaFile;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import lianxin.territory.Town;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * March 2026 in three streets, of which one is merged in April and one split in June. Thirty cases in 建设, twenty in
 * 新嘉, ten of 东栅 in 云海, twelve in 富润, five on the road.
 */
@Execution(ExecutionMode.CONCURRENT)
class ThreeTreesTests {

    private static final Period MARCH =
            new Period(Drafts.ON_THE_WALL, Span.MONTH, YearMonth.of(2026, 3), MovableClock.CITY);
    private static final byte[] DIVISIONS = """
            level,code,name,parent_code
            2,3304,嘉兴市,
            3,330402,南湖区,3304
            3,330411,秀洲区,3304
            4,330402001,建设街道,330402
            4,330402002,新嘉街道,330402
            4,330402005,东栅街道,330402
            5,330402001001,百福弄社区,330402001
            5,330402005001,云海社区,330402005
            5,330402005002,富润社区,330402005
            """.getBytes(UTF_8);

    @AutoClose
    private final TestTown town =
            new TestTown(
                    Playbook.open("jiaxing"),
                    "2026-03-02T09:00",
                    "lianxin.organization",
                    "lianxin.territory",
                    "lianxin.evaluation") {
                @Override
                protected void alsoHas(AnnotationConfigApplicationContext beans) {
                    beans.registerBean("caseFacts", FactKinds.class, () -> CaseFacts.KINDS);
                }
            };

    private Units units;
    private Leagues leagues;
    private Scheme scheme;
    private UnitId jianshe;
    private UnitId xinjia;
    private UnitId dongzha;

    @BeforeEach
    void march() {
        units = town.the(Units.class);
        leagues = town.the(Leagues.class);
        scheme = town.the(Schemes.class).first();
        var seeds = town.the(OrganizationRules.class)
                .unitsOf(town.the(Divisions.class).ofTown(DIVISIONS));
        units.importUnits(seeds, TestTown.LONG_AGO, "list", Actor.SYSTEM);
        var rows = AreaFile.read(DIVISIONS, town.the(Town.class)).rows();
        town.the(Surveying.class).importAreas(rows, TestTown.LONG_AGO, town.unit("330402"), Actor.SYSTEM);
        town.the(Responsibilities.class).assignUnitsOfAreas(TestTown.LONG_AGO, Actor.SYSTEM);
        jianshe = town.unit("330402001");
        xinjia = town.unit("330402002");
        dongzha = town.unit("330402005");
        town.clock.moveTo("2026-03-10T10:00");
        tell(30, 21, jianshe, area("330402001001"));
        tell(20, 8, xinjia, area("330402002"));
        tell(10, 9, dongzha, area("330402005001"));
        tell(12, 3, dongzha, area("330402005002"));
        tell(5, 2, dongzha, null);
    }

    @Test
    void a_merger_and_a_split_in_one_year_give_three_tables_of_the_same_cases() {
        mergedAndSplit();

        assertThat(table(asked("then"))).isEqualTo("""
                东栅街道办事处 | 27 | 14
                建设街道办事处 | 30 | 21
                新嘉街道办事处 | 20 | 8
                outside | 0
                """);
        assertThat(table(asked("2026-05-01"))).isEqualTo("""
                东栅街道办事处 | 27 | 14
                新嘉街道办事处 | 50 | 29
                outside | 0
                """);
        assertThat(table(asked("now"))).isEqualTo("""
                东栅东街道办事处 | 17 | 5
                东栅西街道办事处 | 10 | 9
                新嘉街道办事处 | 50 | 29
                outside | 0
                """);
        for (var word : List.of("then", "2026-05-01", "now", "2026-02-01", "2026-06-15")) {
            var league = asked(word);
            for (var measure : scheme.measures())
                assertThat(sum(league, measure.key()))
                        .as("%s %s", word, measure)
                        .isEqualByComparingTo(sum(asked("then"), measure.key()));
            assertThat(league.rows().stream().mapToInt(it -> it.score().cases()).sum())
                    .isEqualTo(77);
        }
    }

    @Test
    void of_two_days_with_the_same_tree_each_table_says_its_own_day() {
        mergedAndSplit();
        for (var day : List.of("2026-05-01", "2026-05-02")) {
            assertThat(asked(day).issue().tree()).isEqualTo(TreeChoice.Kind.DAY);
            assertThat(asked(day).issue().treeValid())
                    .isEqualTo(choice(day, null).valid());
        }
        assertThat(asked("2026-06-20").issue().tree()).isEqualTo(TreeChoice.Kind.DAY);
        assertThat(asked("now").issue().tree()).isEqualTo(TreeChoice.Kind.NOW);
        assertThat(asked("now").rows()).isEqualTo(asked("2026-06-20").rows());
    }

    @Test
    void a_day_before_the_split_has_what_its_successors_did_afterwards() {
        mergedAndSplit();
        var west = town.unit("330402006");
        tell(4, 4, west, area("330402005001"));
        town.clock.moveTo("2026-08-20T09:00");
        var july = new Period(Drafts.ON_THE_WALL, Span.MONTH, YearMonth.of(2026, 7), MovableClock.CITY);

        var then = leagues.along(choice("then", null), scheme, july);
        var may = leagues.along(choice("2026-05-01", null), scheme, july);
        assertThat(then.row(west.number()).orElseThrow().score().cases()).isEqualTo(4);
        assertThat(may.row(dongzha.number()).orElseThrow().score().cases()).isEqualTo(4);
    }

    @Test
    void every_number_of_every_table_opens_into_the_facts_that_were_counted() {
        mergedAndSplit();
        for (var word : List.of("then", "2026-05-01", "now")) {
            var league = asked(word);
            var rollUp = leagues.rollUp(league, choice(word, null));
            for (var row : league.rows()) {
                for (var measure : scheme.measures()) {
                    var facts = town.the(Measures.class)
                            .facts(measure, league.issue().cut(), rollUp, row.unit(), 500);
                    assertThat(facts)
                            .as("%s %s %s", word, row.name(), measure.key())
                            .hasSize(row.measures().get(measure.key()).intValueExact());
                }
            }
        }
    }

    @Test
    void a_move_entered_late_changes_what_is_true_and_not_what_was_issued() {
        town.clock.moveTo("2026-04-20T09:00");
        var issued = leagues.issued(scheme, MARCH);
        town.clock.moveTo("2026-05-10T09:00");
        units.move(dongzha, town.unit("330411"), city("2026-03-01T00:00"), "补录", Actor.SYSTEM);

        assertThat(leagues.issued(scheme, MARCH)).isEqualTo(issued);
        assertThat(above(issued)).isEqualTo("南湖区人民政府");
        assertThat(above(asked("2026-03-31"))).isEqualTo("秀洲区人民政府");
        assertThat(above(leagues.along(choice("2026-03-31", "2026-04-20"), scheme, MARCH)))
                .as("as it was known when it was issued")
                .isEqualTo("南湖区人民政府");
    }

    @Test
    void a_merger_entered_late_holds_for_what_was_told_before_anybody_knew_it() {
        town.clock.moveTo("2026-04-20T09:00");
        var issued = leagues.issued(scheme, MARCH);
        town.clock.moveTo("2026-05-10T09:00");
        units.merge(jianshe, xinjia, city("2026-03-05T00:00"), "补录", Actor.SYSTEM);

        assertThat(leagues.issued(scheme, MARCH)).isEqualTo(issued);
        assertThat(asked("2026-03-31").row(jianshe.number())).isEmpty();
        assertThat(asked("2026-03-31")
                        .row(xinjia.number())
                        .orElseThrow()
                        .score()
                        .cases())
                .isEqualTo(50);
    }

    @Test
    void a_street_that_came_and_went_within_the_month_is_in_its_league() {
        var dozen = units.create(
                new Units.NewUnit("十日街道办事处", "subdistrict-office", "township", "330402099", town.unit("330402"), null),
                city("2026-03-05T00:00"),
                "新设",
                Actor.SYSTEM);
        tell(3, 3, dozen, null);
        units.merge(dozen, xinjia, city("2026-03-15T00:00"), "合并", Actor.SYSTEM);
        town.clock.moveTo("2026-04-20T09:00");

        assertThat(leagues.issued(scheme, MARCH)
                        .row(dozen.number())
                        .orElseThrow()
                        .score()
                        .cases())
                .isEqualTo(3);
    }

    @Test
    void the_address_says_which_tree_and_what_nobody_can_read_is_refused() {
        town.clock.moveTo("2026-07-01T09:00");
        assertThat(choice("now", null).in("/leagues/s?period=2026-03")).isEqualTo("/leagues/s?period=2026-03&tree=now");
        assertThat(choice("2026-05-01", "2026-05-20").in("/leagues/s"))
                .isEqualTo("/leagues/s?tree=2026-05-01&known=2026-05-20");
        assertThat(choice("then", null).in("/leagues/s")).isEqualTo("/leagues/s");
        assertThat(choice("2026-07-01", null).kind()).as("today is now").isEqualTo(TreeChoice.Kind.NOW);
        assertThatThrownBy(() -> choice("yesterday", null)).isInstanceOf(RuleBroken.class);
    }

    private void mergedAndSplit() {
        town.clock.moveTo("2026-04-05T09:00");
        units.merge(jianshe, xinjia, city("2026-04-01T00:00"), "区划调整", Actor.SYSTEM);
        town.clock.moveTo("2026-04-20T09:00");
        leagues.issued(scheme, MARCH);
        town.clock.moveTo("2026-05-20T09:00");
        var june = city("2026-06-01T00:00");
        var west = street("东栅西街道办事处", "330402006");
        var east = street("东栅东街道办事处", "330402007");
        var part = new Units.Part(west, List.of(town.unit("330402005001")), List.of());
        units.split(dongzha, new Units.Split(east, List.of(part)), june, "分设", Actor.SYSTEM);
        town.clock.moveTo("2026-07-01T09:00");
        town.the(PlannedEndings.class).run();
    }

    private UnitId street(String name, String code) {
        var made = new Units.NewUnit(name, "subdistrict-office", "township", code, town.unit("330402"), null);
        return units.create(made, city("2026-06-01T00:00"), "新设", Actor.SYSTEM);
    }

    private Ref area(String code) {
        return town.the(Areas.class).byCode(code).orElseThrow().id().ref();
    }

    /** So many cases whose limits fell in this month; of all was asked, and some were solved. */
    private void tell(int cases, int solved, UnitId unit, @Nullable Ref place) {
        for (var i = 0; i < cases; i++) {
            var id = new CaseId(UUID.randomUUID());
            for (var step : List.of("handle", "close", "answer"))
                record(new CaseFacts.LimitReached(id, unit, step, true, 0), place);
            record(i < solved ? new CaseFacts.Confirmed(id, unit) : new CaseFacts.Disputed(id, unit), place);
        }
        Horizon.passes(town.the(DSLContext.class));
    }

    private void record(Fact fact, @Nullable Ref place) {
        town.the(TransactionTemplate.class)
                .executeWithoutResult(it ->
                        town.the(Journal.class).record(fact, place, new Ref("clock", "sweep"), town.clock.instant()));
    }

    private TreeChoice choice(String tree, @Nullable String known) {
        var clock = town.clock;
        return TreeChoice.of(tree, AsOf.of(null, known, clock), clock);
    }

    private League asked(String tree) {
        return leagues.along(choice(tree, null), scheme, MARCH);
    }

    private String above(League league) {
        return league.row(dongzha.number()).orElseThrow().aboveName();
    }

    private static BigDecimal sum(League league, String measure) {
        return league.rows().stream().map(it -> it.measures().get(measure)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String table(League league) {
        return league.rows().stream()
                .map(it -> it.name() + " | " + it.score().cases() + " | "
                        + it.measures().get("solved").toPlainString() + "\n")
                .sorted()
                .collect(Collectors.joining("", "", "outside | " + league.outside() + "\n"));
    }
}
