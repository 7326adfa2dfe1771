package lianxin.linkage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.territory.AreaFigures;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a grid: how many serve it, and for those who serve it what they took and what was solved. */
@Component
@Order(20)
class TeamFigures implements AreaFigures {

    private final TeamBook book;
    private final Teams teams;
    private final LinkageRules rules;
    private final Areas areas;

    TeamFigures(TeamBook book, Teams teams, LinkageRules rules, Areas areas) {
        this.book = book;
        this.teams = teams;
        this.rules = rules;
        this.areas = areas;
    }

    @Override
    public List<Figure> of(AreaId area, Instant at, Actor reader) {
        var serving = rules.teams();
        if (serving == null || !areas.find(area, at).kind().equals(serving.level())) return List.of();
        var url = "/teams/" + area.number();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("linkage.team.members", book.members(area, at).size(), url));
        if (teams.mayTake(area, reader)) {
            var served = book.served(area);
            figures.add(new Figure("linkage.team.taken", served.taken(), url));
            figures.add(new Figure("linkage.team.solved", served.solved(), url));
        }
        return figures;
    }
}
