package lianxin.territory;

import java.util.List;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import org.springframework.stereotype.Component;

/** What the ground can tell. */
@Component
class AreaFactKinds implements FactKinds {

    @Override
    public List<FactKind> factKinds() {
        return List.of(
                new FactKind("area.imported", "区域导入", "Areas imported", AreaFact.Imported.class),
                new FactKind("area.renamed", "区域更名", "Area renamed", AreaFact.Renamed.class),
                new FactKind("area.moved", "区域划转", "Area moved", AreaFact.Moved.class),
                new FactKind("area.bordered", "边界更新", "Borders set", AreaFact.Bordered.class),
                new FactKind("area.assigned", "责任单位确定", "Responsible unit set", AreaFact.Assigned.class),
                new FactKind("area.poster-replaced", "楼栋码更换", "Poster replaced", AreaFact.PosterReplaced.class));
    }
}
