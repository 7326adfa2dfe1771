package lianxin.territory;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.IntStream;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AddressesTests {
    private static Jiaxing jiaxing;
    private static Addresses addresses;
    private static AreaNames names;

    @BeforeAll
    static void settle() {
        jiaxing = new Jiaxing().settled();
        addresses = jiaxing.the(Addresses.class);
        names = jiaxing.the(AreaNames.class);
    }

    @AfterAll
    static void close() {
        jiaxing.close();
    }

    private static Instant now() {
        return jiaxing.clock.instant();
    }

    private static Addresses.Answer read(String text) {
        return addresses.candidates(text, now());
    }

    @Test
    void a_whole_address_leads_to_its_building() {
        var answer = read("嘉兴市南湖区建设街道百福弄社区第1网格第1微网格２幢");
        assertThat(answer.certain()).isTrue();
        assertThat(answer.candidates().getFirst().area().code()).isEqualTo("330402007024-01-01-02");
        assertThat(answer.candidates().getFirst().whole()).isTrue();
    }

    @Test
    void a_number_that_stands_in_several_micro_grids_is_for_a_person_to_decide() {
        var answer = read("百福弄社区2幢");
        assertThat(answer.certain()).isFalse();
        assertThat(answer.candidates()).hasSizeGreaterThan(1).allSatisfy(it -> {
            assertThat(it.area().kind()).isEqualTo("building");
            assertThat(it.confidence()).isLessThan(0.75);
        });
    }

    @Test
    void every_building_a_number_may_mean_is_offered_and_where_there_are_too_many_the_street_itself() {
        var areas = jiaxing.the(Areas.class);
        long second = IntStream.of(areas.below(jiaxing.area("330402007024"), now()))
                .mapToObj(it -> areas.find(new AreaId(it)))
                .filter(it -> it.kind().equals("building") && it.name().equals("2幢"))
                .count();
        assertThat(second).isGreaterThan(8);
        assertThat(read("百福弄社区2幢").candidates()).hasSize((int) second);

        var street = read("南湖区建设街道 2幢");
        assertThat(street.certain()).isFalse();
        assertThat(street.candidates().getFirst().area().name()).isEqualTo("建设街道");
        assertThat(street.candidates().getFirst().whole()).isFalse();
        assertThat(street.candidates().getFirst().percent()).isPositive();
    }

    @Test
    void a_number_that_leads_nowhere_stays_with_the_community_and_says_so() {
        var answer = read("百福弄社区 999幢");
        var first = answer.candidates().getFirst();
        assertThat(first.area().name()).isEqualTo("百福弄社区");
        assertThat(first.whole()).isFalse();
    }

    @Test
    void a_name_that_several_places_have_is_not_certain_until_the_street_is_named() {
        var twice = Jiaxing.divisions().stream()
                .filter(it -> it.kind().equals("community"))
                .collect(groupingBy(AreaRow::name))
                .values()
                .stream()
                .filter(it -> it.size() == 2 && it.getFirst().name().length() >= 3)
                .filter(it -> !it.get(0).parentCode().equals(it.get(1).parentCode()))
                .min(Comparator.comparing(it -> it.getFirst().code()))
                .orElseThrow();
        var name = twice.getFirst().name();
        var alone = read(name);
        assertThat(alone.certain()).isFalse();
        assertThat(alone.candidates()).hasSizeGreaterThanOrEqualTo(2);
        var street = Jiaxing.divisions().stream()
                .filter(it -> it.code().equals(twice.getFirst().parentCode()))
                .findFirst()
                .orElseThrow();
        assertThat(read(street.name() + name).candidates().getFirst().area().code())
                .isEqualTo(twice.getFirst().code());
    }

    @Test
    void people_leave_endings_out() {
        var answer = read("东栅，路灯坏了");
        assertThat(answer.candidates().getFirst().area().name()).isEqualTo("东栅街道");
        assertThat(answer.certain()).isFalse();
    }

    @Test
    void nothing_known_is_nothing_decided() {
        assertThat(read("火星基地1号").candidates()).isEmpty();
        assertThat(read("火星基地1号").certain()).isFalse();
        assertThat(read("  ").candidates()).isEmpty();
    }

    @Test
    void a_street_is_still_found_by_the_name_it_had_and_before_its_renaming_not_by_the_new_one() {
        jiaxing.clock.forward(Duration.ofDays(1));
        var street = jiaxing.area("330402012");
        var before = now();
        jiaxing.the(Surveying.class).rename(street, "望湖街道", before, Actor.SYSTEM);
        jiaxing.clock.forward(Duration.ofDays(1));

        var old = read("南湖区城南街道");
        assertThat(old.candidates().getFirst().area().id()).isEqualTo(street);
        assertThat(old.candidates().getFirst().otherName()).isTrue();
        assertThat(read("南湖区望湖街道").candidates().getFirst().otherName()).isFalse();
        assertThat(addresses.candidates("望湖街道", before.minusSeconds(1)).candidates())
                .as("nobody knew this name then")
                .isEmpty();
    }

    @Test
    void an_estate_leads_to_the_grid_it_stands_on_until_the_name_is_ended() {
        jiaxing.clock.forward(Duration.ofMinutes(1));
        var grid = jiaxing.area("330402007024-02");
        names.add(grid, "运河新苑", AreaNames.Kind.ESTATE, now(), Actor.SYSTEM);
        assertThat(read("建设街道运河新苑").candidates().getFirst().area().id()).isEqualTo(grid);
        assertThatThrownBy(() -> names.add(grid, "运河新苑", AreaNames.Kind.ALIAS, now(), Actor.SYSTEM))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> names.add(grid, "别处", AreaNames.Kind.ALIAS, now(), Actor.reporter(grid.ref())))
                .isInstanceOf(Forbidden.class);
        jiaxing.clock.forward(Duration.ofMinutes(1));
        names.end(grid, "运河新苑", now(), Actor.SYSTEM);
        assertThat(read("运河新苑").certain()).isFalse();
        assertThat(read("运河新苑").candidates()).extracting(it -> it.area().id()).doesNotContain(grid);
    }
}
