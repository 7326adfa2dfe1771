package lianxin.demonstration;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lianxin.organization.Actor;
import lianxin.territory.AreaId;
import lianxin.territory.AreaNames;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.GridWork;
import lianxin.territory.Town;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The grids of one community in full, to be seen: what stands on them, where their service point is, what people call them. */
@Component
class ShownGrids {
    private static final List<String> ESTATES = List.of("新苑", "花园", "公寓", "小区", "家园", "里");

    private static final int MOST = 40;

    private final Areas areas;
    private final AreaNames names;
    private final GridWork work;
    private final Town town;
    private final TransactionTemplate transaction;

    ShownGrids(Areas areas, AreaNames names, GridWork work, Town town, TransactionTemplate transaction) {
        this.areas = areas;
        this.names = names;
        this.work = work;
        this.town = town;
        this.transaction = transaction;
    }

    void settle(List<AreaRow> ground, Instant from) {
        var largest = largestStreet(ground);
        ground.stream()
                .filter(it -> it.kind().equals("community") && largest.equals(it.parentCode()))
                .findFirst()
                .ifPresent(community -> transaction.executeWithoutResult(it -> settle(community, ground, from)));
    }

    static String largestStreet(List<AreaRow> ground) {
        var communities = new HashMap<String, Integer>();
        for (var row : ground) {
            if (row.kind().equals("community") && row.parentCode() != null)
                communities.merge(row.parentCode(), 1, Integer::sum);
        }
        return communities.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private void settle(AreaRow community, List<AreaRow> ground, Instant from) {
        var said = community.name().replaceFirst("(社区|村)$", "");
        var chance = new SplittableRandom(town.demonstration().seed());
        int number = 0;
        for (var row : ground) {
            if (!row.kind().equals("grid") || !community.code().equals(row.parentCode())) continue;
            var grid = areas.byCode(row.code()).orElseThrow().id();
            settle(grid, said + ESTATES.get(number++ % ESTATES.size()), chance, from);
        }
        areas.byCode(community.code())
                .ifPresent(it -> names.add(it.id(), "老" + said, AreaNames.Kind.FORMER, from, Actor.SYSTEM));
    }

    private void settle(AreaId grid, String estate, SplittableRandom chance, Instant from) {
        for (var it : work.counted()) work.count(grid, it, chance.nextInt(MOST), from, Actor.SYSTEM);
        work.open(grid, estate + "党群服务点", "周一至周六 8:30–11:30、13:30–17:30", from, Actor.SYSTEM);
    }
}
