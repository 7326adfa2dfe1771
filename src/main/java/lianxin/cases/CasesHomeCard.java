package lianxin.cases;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.HomeCard;
import org.springframework.stereotype.Component;

/** What waits for the reader today: how many of each, and the five with the least time left. */
@Component
class CasesHomeCard implements HomeCard {

    private static final int SHOWN = 5;

    private final CaseQueries queries;
    private final CaseReaders readers;
    private final Actors actors;
    private final Trees trees;
    private final Clock clock;

    CasesHomeCard(CaseQueries queries, CaseReaders readers, Actors actors, Trees trees, Clock clock) {
        this.queries = queries;
        this.readers = readers;
        this.actors = actors;
        this.trees = trees;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public String title() {
        return "cases.card";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "cases/home-card";
    }

    @Override
    public boolean isFor(Principal signedIn) {
        return actors.of(signedIn.getName()).may(May.READ);
    }

    @Override
    public Object model(Principal signedIn) {
        var actor = actors.of(signedIn.getName());
        var tree = trees.now();
        var reach = readers.reach(actor);
        var urgent =
                queries.list(new Filter(Filter.View.open, null, null, null, false, 1), reach, clock.instant()).stream()
                        .limit(SHOWN)
                        .map(it -> new Line(it, name(it.holder(), tree)))
                        .toList();
        return new View(queries.waiting(reach, clock.instant()), urgent);
    }

    private static String name(UnitId unit, Tree tree) {
        return tree.has(unit) ? tree.unit(unit).name() : unit.toString();
    }

    record Line(CaseRow it, String holder) {}

    record View(Waiting waiting, List<Line> urgent) {}
}
