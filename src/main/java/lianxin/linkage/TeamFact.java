package lianxin.linkage;

import java.time.Instant;
import java.util.List;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.Ref;
import lianxin.organization.PostId;
import lianxin.organization.UnitId;
import lianxin.territory.AreaId;

/** What can happen to the service team of a grid, in the charge of the unit that answers for the grid. */
public sealed interface TeamFact extends Fact {

    AreaId grid();

    UnitId responsible();

    @Override
    default Ref about() {
        return grid().ref();
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    record Joined(AreaId grid, UnitId responsible, PostId post, String role, Instant validFrom) implements TeamFact {}

    record Left(AreaId grid, UnitId responsible, PostId post, String role, Instant validTo) implements TeamFact {}

    /** @param answered at once; else it became a case */
    record NeedTaken(AreaId grid, UnitId responsible, NeedId need, boolean answered) implements TeamFact {}

    static List<FactKind> kinds() {
        return List.of(
                new FactKind("team.joined", "进入网格服务团队", "Joined the service team", Joined.class),
                new FactKind("team.left", "退出网格服务团队", "Left the service team", Left.class),
                new FactKind("team.need-taken", "服务团队接到诉求", "Need taken by the service team", NeedTaken.class));
    }
}
