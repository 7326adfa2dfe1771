package lianxin.demonstration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.linkage.NeedId;
import lianxin.linkage.Needed;
import lianxin.linkage.Teams;
import lianxin.organization.Actor;
import lianxin.organization.OrganizationRules;
import lianxin.organization.PostId;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The service teams of one community's grids: one grid has none, one team lacks its worker, and one has taken many needs. */
@Component
class ShownTeams {

    private static final int ANSWERED = 11;
    private static final List<String> ASKED = List.of("问老年卡怎么办", "问居住证到哪里续", "问停车证怎么领", "问医保怎么转");

    private final Teams teams;
    private final Areas areas;
    private final Trees trees;
    private final TransactionTemplate transaction;

    ShownTeams(Teams teams, Areas areas, Trees trees, TransactionTemplate transaction) {
        this.teams = teams;
        this.areas = areas;
        this.trees = trees;
        this.transaction = transaction;
    }

    /** On the day on which the city is set up. */
    void found(Area community, Cast cast, Instant from) {
        if (!teams.hasRole("head")) return;
        transaction.executeWithoutResult(it -> {
            var grids = grids(community);
            for (int i = 0; i < grids.size() - 1; i++) serve(grids.get(i), i == 1, cast, from);
        });
    }

    private List<Area> grids(Area community) {
        return areas.children(community.id()).stream()
                .filter(it -> it.kind().equals("grid"))
                .toList();
    }

    private void serve(Area grid, boolean withoutWorker, Cast cast, Instant from) {
        var branch = trees.now()
                .byCode(OrganizationRules.codeOf(grid.code(), "grid-branch"))
                .map(Unit::id);
        if (branch.isEmpty()) return;
        join(grid, "head", cast.firstPost(branch.get(), "grid-branch-secretary"), from);
        if (!withoutWorker) join(grid, "grid-worker", cast.firstPost(branch.get(), "area-head"), from);
        join(grid, "liaison", cast.firstPost(branch.get(), "party-building-instructor"), from);
        join(grid, "volunteer", cast.firstPost(branch.get(), "grid-inspector"), from);
    }

    private void join(Area grid, String role, Optional<PostId> post, Instant from) {
        post.ifPresent(it -> teams.join(grid.id(), role, it, from, Actor.SYSTEM));
    }

    /** What came of it since. */
    void goOn(Area community) {
        var grids = grids(community);
        if (!teams.hasRole("head") || grids.size() < 2) return;
        transaction.executeWithoutResult(it -> {
            for (int i = 0; i < ANSWERED; i++) take(grids.getFirst(), ASKED.get(i % ASKED.size()), "带身份证到社区服务点，当场能办");
            take(grids.getFirst(), "一单元门口的路灯不亮，晚上老人不敢出门", "");
            take(grids.getFirst(), "小区门口的垃圾桶满了两天没有清", "");
        });
    }

    private void take(Area grid, String words, String answer) {
        teams.take(grid.id(), new Needed(new NeedId(UUID.randomUUID()), words, answer, ""), Actor.SYSTEM);
    }
}
