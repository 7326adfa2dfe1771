package lianxin.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the playbook of Jiaxing promises. */
class JiaxingTest {

    record Place(List<Level> levels, Demonstration demonstration) {
        record Level(String key) {}

        record Demonstration(
                List<Integer> gridsPerCommunity,
                List<Integer> microgridsPerGrid,
                List<Integer> buildingsPerMicrogrid,
                int historyDays,
                int cases) {}
    }

    record Categories(boolean example, List<Major> majors) {
        record Major(String key, List<Minor> minors) {}

        record Minor(String key, String urgency, List<String> keywords, Label condition) {}

        List<Minor> minors() {
            return majors.stream().flatMap(it -> it.minors.stream()).toList();
        }
    }

    record Deadlines(boolean example, List<Urgency> urgencies) {
        record Urgency(String key, Map<String, String> limits) {}
    }

    record Duty(List<Item> items) {
        record Item(String source, List<String> categories) {}
    }

    record Organization(List<UnitKind> unitKinds, List<PartyUnit> partyUnits, List<Role> roles, List<Seats> staffing) {
        record UnitKind(String key, String tree, boolean holdsCases) {}

        record PartyUnit(String level, String kind, List<String> parentKinds) {}

        record Role(String key, Set<String> may) {}

        record Seats(String kind, Map<String, Integer> seats) {}
    }

    record Scheme(boolean example, String level, List<Indicator> indicators) {
        record Indicator(String key, BigDecimal weight) {}
    }

    private final Playbook jiaxing = Playbook.open("jiaxing");

    @Test
    void about_6000_grids_18000_micro_grids_and_60000_buildings_lie_below_1202_communities() {
        var size = jiaxing.bind("place.yaml", Place.class).demonstration();

        var grids = 1202 * mean(size.gridsPerCommunity());
        var microgrids = grids * mean(size.microgridsPerGrid());
        assertThat(grids).isBetween(5_800.0, 6_200.0);
        assertThat(microgrids).isBetween(17_500.0, 18_500.0);
        assertThat(microgrids * mean(size.buildingsPerMicrogrid())).isBetween(58_000.0, 62_000.0);
        assertThat(size.historyDays()).isEqualTo(90);
        assertThat(size.cases()).isEqualTo(20_000);
    }

    @Test
    void its_levels_run_from_the_city_to_the_building() {
        assertThat(jiaxing.bind("place.yaml", Place.class).levels())
                .extracting(Place.Level::key)
                .containsExactly("city", "county", "township", "community", "estate", "grid", "microgrid", "building");
    }

    @Test
    void its_categories_are_marked_as_examples_and_known_by_many_words() {
        var categories = jiaxing.bind("categories.yaml", Categories.class);

        assertThat(categories.example()).isTrue();
        assertThat(categories.majors()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(categories.minors()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(categories.minors())
                .filteredOn(it -> !it.key().equals("other"))
                .allSatisfy(it -> assertThat(it.keywords()).hasSizeGreaterThanOrEqualTo(5));
    }

    @Test
    void every_category_but_the_last_resort_stands_on_the_duty_list() {
        var named = jiaxing.bind("duty.yaml", Duty.class).items().stream()
                .flatMap(it -> it.categories().stream())
                .collect(Collectors.toSet());

        assertThat(jiaxing.bind("categories.yaml", Categories.class).minors())
                .extracting(Categories.Minor::key)
                .filteredOn(it -> !named.contains(it))
                .containsExactly("other");
    }

    @Test
    void its_limits_are_the_shipped_defaults() {
        var deadlines = jiaxing.bind("deadlines.yaml", Deadlines.class);

        assertThat(deadlines.example()).isTrue();
        assertThat(deadlines.urgencies())
                .extracting(Deadlines.Urgency::limits)
                .allSatisfy(it -> assertThat(it).containsEntry("answer", "7d"));
        assertThat(deadlines.urgencies())
                .extracting(it -> it.key() + " " + it.limits().get("dispatch") + " "
                        + it.limits().get("sign") + " " + it.limits().get("handle") + " "
                        + it.limits().get("supervise"))
                .containsExactly(
                        "urgent 1h 30m 2h 2h",
                        "livelihood 2h 4wh 24h 1wd",
                        "general 24h 4wh 7wd 1wd",
                        "complex 24h 4wh 15wd 1wd");
    }

    @Test
    void the_party_stands_in_five_levels_and_holds_no_case() {
        var organization = jiaxing.bind("organization.yaml", Organization.class);

        assertThat(organization.unitKinds())
                .filteredOn(it -> it.tree().equals("party"))
                .isNotEmpty()
                .noneMatch(Organization.UnitKind::holdsCases);
        assertThat(organization.partyUnits())
                .extracting(it -> it.kind() + " under " + it.parentKinds())
                .contains(
                        "party-working-committee under []",
                        "community-party-committee under [party-working-committee, party-committee]",
                        "grid-branch under [community-party-committee, general-branch]",
                        "party-group under [grid-branch]",
                        "hub-household under [party-group]");
    }

    /** P-12 and the promise on the resident's page: single ratings and contacts are not for those who handle. */
    @Test
    void whoever_handles_reads_neither_contacts_nor_ratings() {
        var organization = jiaxing.bind("organization.yaml", Organization.class);
        var curious = organization.roles().stream()
                .filter(it -> it.may().contains("read-contact") || it.may().contains("read-ratings"))
                .map(Organization.Role::key)
                .toList();

        assertThat(organization.staffing())
                .filteredOn(it -> it.seats().containsKey("handler"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.seats()).doesNotContainKeys(curious.toArray(String[]::new)));
    }

    @Test
    void a_street_has_seats_enough_not_to_count_as_a_person() {
        assertThat(jiaxing.bind("organization.yaml", Organization.class).staffing())
                .filteredOn(
                        it -> Set.of("subdistrict-office", "town-government").contains(it.kind()))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.seats().values().stream()
                                .mapToInt(seats -> seats)
                                .sum())
                        .isGreaterThanOrEqualTo(5));
    }

    @Test
    void its_scheme_is_an_example_of_five_indicators_worth_100_points() {
        var scheme = jiaxing.bind("scheme.yaml", Scheme.class);

        assertThat(scheme.example()).isTrue();
        assertThat(scheme.level()).isEqualTo("township");
        assertThat(scheme.indicators())
                .extracting(it -> it.key() + " " + it.weight())
                .containsExactly(
                        "closeRate 20", "inTimeHandleRate 20", "solvedRate 25", "satisfactionRate 20", "reworkRate 15");
    }

    private static double mean(List<Integer> numbers) {
        return numbers.stream().mapToInt(it -> it).average().orElseThrow();
    }
}
