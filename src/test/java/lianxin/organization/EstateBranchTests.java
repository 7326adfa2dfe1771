package lianxin.organization;

import static lianxin.territory.Yunhe.HEHUA;
import static lianxin.territory.Yunhe.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import lianxin.organization.Violation.What;
import lianxin.territory.Areas;
import lianxin.territory.Yunhe;
import org.junit.jupiter.api.Test;

/** Rows 3.55 and 3.70: each estate has a branch, its own or that of a grid it is made of. */
class EstateBranchTests {

    @Test
    void an_estate_has_a_branch_of_its_own_or_that_of_its_grid_and_without_either_it_is_a_violation() {
        try (var town = new Yunhe().settled(List.of("grid"))) {
            town.estate("园艺新苑", YUNHE, YUNHE + "-01");
            var part = town.estate("运河公寓", YUNHE, YUNHE + "-02-01");
            town.estate("秋泾花园", HEHUA, HEHUA + "-01-02");
            assertThat(found(town))
                    .extracting(
                            Violation::what,
                            it -> it.unit().name(),
                            it -> it.superior().name(),
                            it -> it.site().name())
                    .containsExactly(
                            tuple(What.AREA_WITHOUT, "运河社区居民委员会", "运河社区党委", "运河公寓"),
                            tuple(What.AREA_WITHOUT, "荷花社区居民委员会", "荷花社区党委", "秋泾花园"));

            var code = town.the(Areas.class).find(part).code();
            var seed = new UnitSeed(
                    code + "-estate-branch",
                    "运河公寓党支部",
                    "estate-branch",
                    "estate",
                    YUNHE,
                    YUNHE + "-community-party-committee");
            town.the(Units.class).importUnits(List.of(seed), town.clock.instant(), "成立", Actor.SYSTEM);
            assertThat(found(town)).extracting(it -> it.site().name()).containsExactly("秋泾花园");
        }
    }

    private static List<Violation> found(Yunhe town) {
        return town.the(Structure.class).now().violations().stream()
                .filter(it -> it.rule().key().equals("branch-in-estate"))
                .toList();
    }
}
