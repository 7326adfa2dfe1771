package lianxin.linkage;

import static lianxin.linkage.tables.NeedTable.NEED;
import static lianxin.linkage.tables.TeamMemberTable.TEAM_MEMBER;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.organization.Chairs;
import lianxin.organization.Chairs.Sitting;
import lianxin.organization.PostId;
import lianxin.territory.AreaId;
import lianxin.territory.Dated;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who serves which grid as of any moment, and how many needs its team took and solved. */
@Component
class TeamBook {

    private final Chairs chairs;
    private final LinkageRules rules;
    private final ObjectProvider<NeedCases> cases;
    private final DSLContext db;

    TeamBook(Chairs chairs, LinkageRules rules, ObjectProvider<NeedCases> cases, DSLContext db) {
        this.chairs = chairs;
        this.rules = rules;
        this.cases = cases;
        this.db = db;
    }

    record Member(AreaId grid, String role, Sitting sitting, Instant since) {}

    private record Place(AreaId grid, String role, PostId post, Instant since) {}

    /** Those whose posts are held then, in the order of the roles. */
    List<Member> members(AreaId grid, Instant at) {
        return members(TEAM_MEMBER.GRID.eq(grid.number()), at).getOrDefault(grid, List.of());
    }

    Map<AreaId, List<Member>> members(Collection<AreaId> grids, Instant at) {
        var numbers = grids.stream().map(AreaId::number).toArray(Integer[]::new);
        return members(TEAM_MEMBER.GRID.eq(any(numbers)), at);
    }

    private Map<AreaId, List<Member>> members(Condition which, Instant at) {
        var t = TEAM_MEMBER;
        var places = db.select(t.GRID, t.ROLE, t.POST, t.VALID_FROM)
                .from(t)
                .where(which, Dated.validAndKnownNow(t.VALID_FROM, t.VALID_TO, t.KNOWN_TO, at))
                .orderBy(t.GRID, t.ID)
                .fetch(it -> new Place(new AreaId(it.value1()), it.value2(), new PostId(it.value3()), it.value4()));
        var held = chairs.on(places.stream().map(Place::post).toList(), at).stream()
                .collect(Collectors.toMap(Sitting::post, Function.identity(), (one, same) -> one));
        var teams = new HashMap<AreaId, List<Member>>();
        for (var it : places) {
            var sitting = held.get(it.post);
            if (sitting == null) continue;
            teams.computeIfAbsent(it.grid, none -> new ArrayList<>())
                    .add(new Member(it.grid, it.role, sitting, it.since));
        }
        teams.values().forEach(team -> team.sort(Comparator.comparingInt(it -> order(it.role))));
        return teams;
    }

    private int order(String role) {
        var roles = rules.theTeams().roles();
        for (int i = 0; i < roles.size(); i++) if (roles.get(i).key().equals(role)) return i;
        return roles.size();
    }

    /** @param solved of those that became cases, how many the residents called solved */
    record Served(int taken, int answered, int solved) {}

    Served served(AreaId grid) {
        var taken = db.select(NEED.ID, NEED.ANSWER.isNotNull())
                .from(NEED)
                .where(NEED.GRID.eq(grid.number()))
                .fetch();
        var open = taken.stream()
                .filter(it -> !it.value2())
                .map(it -> new NeedId(it.value1()))
                .toList();
        var solved = open.isEmpty()
                ? 0
                : (int) cases.getObject().became(open).values().stream()
                        .filter(it -> it.state() == NeedCases.State.SOLVED)
                        .count();
        return new Served(taken.size(), taken.size() - open.size(), solved);
    }

    /** Grids where the post is in the team. */
    List<AreaId> gridsOf(Collection<PostId> posts, Instant at) {
        var ids = posts.stream().map(PostId::id).toArray(UUID[]::new);
        var t = TEAM_MEMBER;
        return db.selectDistinct(t.GRID)
                .from(t)
                .where(t.POST.eq(any(ids)), Dated.validAndKnownNow(t.VALID_FROM, t.VALID_TO, t.KNOWN_TO, at))
                .orderBy(t.GRID)
                .fetch(it -> new AreaId(it.value1()));
    }
}
