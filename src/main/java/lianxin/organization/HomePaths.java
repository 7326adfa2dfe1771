package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import lianxin.facts.Paths;
import lianxin.facts.Ref;
import org.springframework.stereotype.Component;

/** The path frozen into every fact: from memory for what happens now, by a query for other days and fresh changes. */
@Component
class HomePaths implements Paths {

    private final Trees trees;
    private final Versions versions;
    private final UnitQueries queries;
    private final Clock clock;

    HomePaths(Trees trees, Versions versions, UnitQueries queries, Clock clock) {
        this.trees = trees;
        this.versions = versions;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public int[] pathOf(Ref unit, Instant at) {
        var id = UnitId.of(unit);
        if (!versions.treeChangedHere()) {
            var now = trees.at(clock.instant());
            if (now.covers(at) && now.has(id)) return now.path(id);
        }
        return queries.path(id, at);
    }
}
