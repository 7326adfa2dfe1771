package lianxin.territory;

import static lianxin.territory.Yunhe.HEHUA;
import static lianxin.territory.Yunhe.TOWN;
import static lianxin.territory.Yunhe.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import lianxin.organization.Actor;
import lianxin.platform.RuleBroken;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A picture of the ground that takes up what has changed is the one that would be drawn anew. */
class GroundRenewedTests {

    @AutoClose
    static final Yunhe town = new Yunhe().settled(List.of());

    static AreaId xinyuan;
    static AreaId gongyu;

    final Grounds grounds = town.the(Grounds.class);
    final GroundRows rows = town.the(GroundRows.class);
    final Surveying surveying = town.the(Surveying.class);

    @BeforeAll
    static void two_estates() {
        xinyuan = town.estate("园艺新苑", YUNHE);
        gongyu = town.estate("运河公寓", YUNHE);
    }

    private static Instant now() {
        return town.clock.instant();
    }

    private static List<String> told(Ground ground) {
        var told = new ArrayList<String>();
        for (var moment : List.of(now().minus(Duration.ofDays(1)), now(), now().plus(Duration.ofDays(1)))) {
            long at = Dated.micros(moment);
            for (var it : ground.all(at)) {
                int n = it.id().number();
                told.add(it + " in " + ground.path(n, at) + " above " + ground.children(n, at) + " below "
                        + Arrays.toString(ground.below(n, at)) + " estate " + ground.wholeOf(n, at) + " by code "
                        + ground.byCode(it.code(), at) + " unit " + ground.duties.unit(n, Duties.ANY_LINE, at)
                        + " first "
                        + ground.duties.firstUnit(n));
            }
        }
        return told;
    }

    @Test
    void after_any_verbs_the_renewed_picture_is_the_one_drawn_anew() {
        var chance = new SplittableRandom(7);
        var communities = List.of(YUNHE, HEHUA);
        var listed = new ArrayList<>(List.of(YUNHE + "-01", YUNHE + "-02", HEHUA + "-01"));
        for (int step = 0; step < 80; step++) {
            var before = grounds.now();
            town.clock.forward(Duration.ofHours(1));
            var grid = listed.get(chance.nextInt(listed.size()));
            var from = now().plus(Duration.ofMinutes(chance.nextInt(3) == 0 ? 600 : 0));
            try {
                change(chance.nextInt(6), grid, communities.get(step % 2), step, from, listed);
            } catch (RuleBroken refused) {
                assertThat(grounds.now()).as("step " + step).isSameAs(before);
            }
            assertThat(told(grounds.now())).as("step " + step).isEqualTo(told(new Ground(rows.all())));
        }
    }

    private void change(int verb, String grid, String community, int step, Instant from, List<String> listed) {
        var area = town.area(grid);
        switch (verb) {
            case 0 -> surveying.rename(area, "改名网格" + step, from, Actor.SYSTEM);
            case 1 -> surveying.move(area, town.area(community), from, Actor.SYSTEM);
            case 2 -> {
                var code = community + "-1" + step;
                var fresh = new AreaRow(0, "grid", code, "新网格" + step, community, null, false);
                surveying.importAreas(List.of(fresh), now(), town.unit("3304"), Actor.SYSTEM);
                listed.add(code);
            }
            case 3 -> {
                var unit = town.unit(step % 2 == 0 ? community : TOWN);
                var line = step % 3 == 0 ? "police" : null;
                var assignment = new Responsibilities.Assignment(area, line, unit);
                town.the(Responsibilities.class).assign(assignment, from, Actor.SYSTEM);
            }
            case 4 ->
                town.the(EstateParts.class).join(List.of(area), step % 2 == 0 ? xinyuan : gongyu, from, Actor.SYSTEM);
            default -> town.the(AreaNames.class).add(area, "旧名" + step, AreaNames.Kind.FORMER, from, Actor.SYSTEM);
        }
    }

    @Test
    void what_was_not_touched_is_shared_with_the_picture_before() {
        var before = grounds.now();
        surveying.rename(town.area(HEHUA + "-01-01-01"), "水杉楼", now(), Actor.SYSTEM);

        assertThat(grounds.now()).isNotSameAs(before);
        assertThat(grounds.now().children(town.area(HEHUA + "-01-01").number(), Dated.micros(now())))
                .extracting(Area::name)
                .containsExactly("水杉楼", "2幢", "3幢");
        var renamed = grounds.now();
        town.the(AreaNames.class).add(town.area(HEHUA), "藕塘村", AreaNames.Kind.FORMER, now(), Actor.SYSTEM);
        assertThat(grounds.now()).as("an edition that touched no area").isSameAs(renamed);
    }

    @Test
    void rows_written_past_every_verb_are_taken_up_with_the_next_edition() {
        grounds.now();
        var sql = town.the(DSLContext.class);
        sql.execute("UPDATE territory.edition SET number = number + 1");
        sql.execute("UPDATE territory.area_version SET name = '手改' || name WHERE kind = 'township'");
        assertThat(told(new Ground(rows.all()))).anyMatch(it -> it.contains("手改王江泾镇"));
        town.the(Surveying.class).rename(town.area(HEHUA + "-01"), "再改网格", now(), Actor.SYSTEM);
        assertThat(told(grounds.now())).isEqualTo(told(new Ground(rows.all())));
    }
}
