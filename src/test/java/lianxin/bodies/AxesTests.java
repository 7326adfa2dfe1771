package lianxin.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.territory.Areas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AxesTests {

    private Fengqiao town;
    private Axes axes;

    @BeforeEach
    void settle() {
        town = new Fengqiao().settled();
        axes = town.the(Axes.class);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private Axes.Standing standing(String area) {
        var it = town.the(Areas.class).find(town.area(area));
        return axes.standing(it, town.clock.instant()).orElseThrow();
    }

    private void acted(BodyId body, UnitId unit, String... links) {
        for (var link : links) {
            var action = town.undertakings().plan(body, Draft.action("共建活动", unit, link, town.today()), town.by());
            town.undertakings().finish(action, town.today(), "", town.by());
        }
    }

    @Test
    void where_nobody_set_an_axis_up_the_party_body_of_the_area_is_the_axis_and_every_link_is_a_gap() {
        var yunhai = standing(Fengqiao.YUNHAI);
        assertThat(yunhai.unit()).isEqualTo(party());
        assertThat(standing(Fengqiao.STREET).unit()).isEqualTo(town.unit(Fengqiao.STREET + "-party-working-committee"));
        assertThat(yunhai.body()).isNull();
        assertThat(yunhai.gaps()).hasSize(7);
        assertThat(yunhai.maturity().reached()).isZero();
        assertThat(yunhai.next()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThatThrownBy(() -> axes.axisOf(town.area("330402"), town.clock.instant(), town.by()))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("bodies.wrong.level"));
    }

    /** Row 1.02: 以属地党组织为轴心. */
    @Test
    void an_axis_that_is_set_up_is_led_by_the_party_body_and_run_by_its_secretary() {
        var axis = axes.axisOf(town.area(Fengqiao.YUNHAI), town.clock.instant(), town.by());
        assertThat(town.book().must(axis, town.clock.instant()).lead()).isEqualTo(party());
        var secretary = town.holding("community-secretary", party());
        town.undertakings().plan(axis, new Draft(Part.DUTY, "牵头会商", party(), null), secretary);
    }

    @Test
    void a_county_sees_how_many_of_its_streets_and_communities_have_come_how_far() {
        var city = town.the(Areas.class).find(town.area("3304"));
        var counties = town.the(Areas.class).children(city.id(), town.clock.instant());
        assertThat(axes.sums(counties, town.clock.instant()).values())
                .containsExactly(new AxisSum(7, 0, 0, 0, List.of(0, 0, 0, 0)));

        var axis = axes.axisOf(town.area(Fengqiao.YUNHAI), town.clock.instant(), town.by());
        town.undertakings().plan(axis, new Draft(Part.DUTY, "牵头会商", party(), null), town.by());
        town.undertakings().plan(axis, new Draft(Part.DUTY, "开放场地", party(), null), town.by());
        acted(axis, party(), "region", "resources", "affairs", "activities", "members", "services", "problems");
        assertThat(axes.sums(counties, town.clock.instant()).values())
                .as("what lies below counts for the street, too")
                .containsExactly(new AxisSum(7, 1, 2, 2, List.of(1, 0, 0, 0)));
    }

    private UnitId party() {
        return town.unit(Fengqiao.YUNHAI + "-community-party-committee");
    }

    @Test
    void actions_of_every_body_in_the_area_count_in_their_link_and_only_in_the_half_year() {
        var axis = axes.axisOf(town.area(Fengqiao.YUNHAI), town.clock.instant(), town.by());
        var committee = town.founded("grand-party-committee", "云海社区大党委", Fengqiao.YUNHAI);
        var bank = town.partner(axis, "云海银行", "resident-unit");
        acted(axis, bank, "resources", "services");
        acted(committee, town.unit(Fengqiao.YUNHAI), "affairs");
        var planned = Draft.action("还没办", bank, "members", town.today().plusDays(3));
        town.undertakings().plan(axis, planned, town.by());

        assertThat(standing(Fengqiao.YUNHAI).linked()).isEqualTo(3);
        assertThat(standing(Fengqiao.STREET).linked())
                .as("what lies below counts")
                .isEqualTo(3);
        assertThat(standing(Fengqiao.FURUN).linked()).isZero();
        assertThat(standing(Fengqiao.YUNHAI).gaps())
                .extracting(BodyRules.Link::key)
                .containsExactly("region", "activities", "members", "problems");

        town.clock.moveTo(
                LocalDate.of(2026, 7, 2).atStartOfDay(town.clock.getZone()).toInstant());
        assertThat(standing(Fengqiao.YUNHAI).linked()).as("a new half-year").isZero();
        assertThat(standing(Fengqiao.YUNHAI).next()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void a_joint_action_without_its_link_is_refused() {
        var axis = axes.axisOf(town.area(Fengqiao.YUNHAI), town.clock.instant(), town.by());
        var unit = party();
        for (var link : List.of("", "party")) {
            assertThatThrownBy(() ->
                            town.undertakings().plan(axis, Draft.action("活动", unit, link, town.today()), town.by()))
                    .isInstanceOfSatisfying(
                            RuleBroken.class, it -> assertThat(it.key()).isEqualTo("bodies.needs-link"));
        }
    }

    @Test
    void the_stage_follows_from_what_was_done_step_by_step_and_no_step_is_jumped() {
        var axis = axes.axisOf(town.area(Fengqiao.YUNHAI), town.clock.instant(), town.by());
        var unit = party();
        var bank = town.partner(axis, "云海银行", "resident-unit");
        var mill = town.partner(axis, "云海纺织厂", "resident-unit");
        acted(axis, bank, "region", "resources", "affairs", "activities", "members", "services", "problems");
        assertThat(standing(Fengqiao.YUNHAI).maturity().reached())
                .as("seven links, but no duties are agreed")
                .isZero();
        town.undertakings().plan(axis, new Draft(Part.DUTY, "牵头会商", unit, null), town.by());
        town.undertakings().plan(axis, new Draft(Part.DUTY, "开放场地", mill, null), town.by());
        assertThat(standing(Fengqiao.YUNHAI).maturity().reached()).isEqualTo(3);
        var leading = town.the(BodyRules.class).theAxis().maturity().get(3);
        assertThat(standing(Fengqiao.YUNHAI).maturity().of(leading))
                .extracting(Maturity.Check::holds)
                .containsOnly(false);
        town.clock.forward(Duration.ofDays(1));
        town.bodies().leave(axis, mill, town.clock.instant(), town.by());
        assertThat(standing(Fengqiao.YUNHAI).maturity().reached()).isEqualTo(1);
    }
}
