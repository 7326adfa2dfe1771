package lianxin.linkage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lianxin.organization.Places;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.Watch;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Grids that nobody serves as a team, or where the team lacks somebody it must have. */
@Component
class TeamWatch implements Watch {

    private final TeamBook book;
    private final LinkageRules rules;
    private final Places places;
    private final Trees trees;

    TeamWatch(TeamBook book, LinkageRules rules, Places places, Trees trees) {
        this.book = book;
        this.rules = rules;
        this.places = places;
        this.trees = trees;
    }

    @Override
    public String key() {
        return "service-teams";
    }

    private record Grid(AreaId id, String name, UnitId unit) {}

    @Override
    public List<Looked> look(Instant at, Predicate<UnitId> asked) {
        var teams = rules.teams();
        if (teams == null) return List.of();
        var tree = trees.at(at);
        var grids = new ArrayList<Grid>();
        for (var site : places.sites(teams.level(), at).all()) {
            var unit = unitAbove(site, tree);
            if (unit != null && asked.test(unit)) grids.add(new Grid(AreaId.of(site.area()), site.name(), unit));
        }
        var serving = book.members(grids.stream().map(Grid::id).toList(), at);
        return grids.stream()
                .map(it -> new Looked(it.unit, amiss(it, serving.getOrDefault(it.id, List.of()))))
                .toList();
    }

    private @Nullable Amiss amiss(Grid grid, List<TeamBook.Member> team) {
        var url = "/teams/" + grid.id.number();
        if (team.isEmpty()) return new Amiss("linkage.no-team", List.of(grid.name), url);
        for (var role : rules.theTeams().roles()) {
            var there = team.stream().filter(it -> it.role().equals(role.key())).count();
            if (role.least() != null && there < role.least())
                return new Amiss("linkage.team-short", List.of(grid.name, role.name()), url);
        }
        return null;
    }

    private static @Nullable UnitId unitAbove(Places.Site site, Tree tree) {
        return site.above().stream()
                .flatMap(it -> tree.byCode(it).stream())
                .findFirst()
                .map(Unit::id)
                .orElse(null);
    }
}
