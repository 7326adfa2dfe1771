package lianxin.linkage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lianxin.linkage.TeamBook.Member;
import lianxin.playbook.Label;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The team of a grid as the people who live there may see it. */
@Component
public class GridTeam {

    /** Below so many needs no number is shown. */
    private static final int SHOWN_FROM = 10;

    private final TeamBook book;
    private final LinkageRules rules;
    private final Areas areas;

    GridTeam(TeamBook book, LinkageRules rules, Areas areas) {
        this.book = book;
        this.rules = rules;
        this.areas = areas;
    }

    /**
     * Who serves here.
     *
     * @param taken needs taken; null while they are few
     * @param answered needs answered on the spot; null while they are few
     * @param solved needs that residents called solved; null while they are few
     */
    public record Shown(
            String grid,
            List<Server> servers,
            @Nullable Integer taken,
            @Nullable Integer answered,
            @Nullable Integer solved) {

        public boolean reaches(String telephone) {
            return servers.stream().anyMatch(it -> telephone.equals(it.telephone));
        }
    }

    /**
     * One of the team, or several of whom only the number is told.
     *
     * @param name empty where only the role is shown
     * @param telephone the own one, because its owner wants that
     */
    public record Server(
            Label role, String name, int count, @Nullable String telephone) {}

    /** Empty where the town has no teams, and where nobody serves yet. */
    public Optional<Shown> around(AreaId building, Instant at) {
        var teams = rules.teams();
        if (teams == null) return Optional.empty();
        var grid = areas.above(building, teams.level());
        if (grid.isEmpty()) return Optional.empty();
        var members = book.members(grid.get().id(), at);
        if (members.isEmpty()) return Optional.empty();
        var served = book.served(grid.get().id());
        return Optional.of(new Shown(
                grid.get().name(),
                servers(members),
                enough(served.taken()),
                enough(served.answered()),
                enough(served.solved())));
    }

    private List<Server> servers(List<Member> members) {
        var servers = new ArrayList<Server>();
        for (var role : rules.theTeams().roles()) {
            var there =
                    members.stream().filter(it -> it.role().equals(role.key())).toList();
            var named = there.stream()
                    .filter(it -> role.named() || it.sitting().telephone() != null)
                    .toList();
            for (var it : named)
                servers.add(new Server(
                        role.name(), it.sitting().name(), 1, it.sitting().telephone()));
            var others = there.size() - named.size();
            if (others > 0) servers.add(new Server(role.name(), "", others, null));
        }
        return servers;
    }

    private static @Nullable Integer enough(int number) {
        return number < SHOWN_FROM ? null : number;
    }
}
