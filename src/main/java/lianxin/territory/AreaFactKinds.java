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
                new FactKind(
                        "area.import-taken-back",
                        "区域导入撤回",
                        "Import of areas taken back",
                        AreaFact.ImportTakenBack.class),
                new FactKind("area.renamed", "区域更名", "Area renamed", AreaFact.Renamed.class),
                new FactKind("area.moved", "区域划转", "Area moved", AreaFact.Moved.class),
                new FactKind("area.bordered", "边界更新", "Borders set", AreaFact.Bordered.class),
                new FactKind(
                        "area.borders-taken-back", "边界变更撤回", "Borders taken back", AreaFact.BordersTakenBack.class),
                new FactKind("area.name-added", "区域别名登记", "Other name of an area", AreaFact.NameAdded.class),
                new FactKind("area.name-ended", "区域别名停用", "Other name ended", AreaFact.NameEnded.class),
                new FactKind("area.estate-founded", "小区登记", "Estate entered", AreaFact.EstateFounded.class),
                new FactKind("area.estate-ended", "小区注销", "Estate ended", AreaFact.EstateEnded.class),
                new FactKind("area.part-joined", "纳入小区", "Joined an estate", AreaFact.PartJoined.class),
                new FactKind("area.part-left", "移出小区", "Left an estate", AreaFact.PartLeft.class),
                new FactKind("area.task-asked", "条线任务下达网格", "Task asked of grids", AreaFact.TaskAsked.class),
                new FactKind("area.task-ended", "条线任务取消", "Task of grids ended", AreaFact.TaskEnded.class),
                new FactKind("area.counted", "基础数据登记", "Places and facilities counted", AreaFact.Counted.class),
                new FactKind("area.hours-set", "服务点时间确定", "Hours of a service point set", AreaFact.HoursSet.class),
                new FactKind("area.assigned", "责任单位确定", "Responsible unit set", AreaFact.Assigned.class),
                new FactKind("area.poster-replaced", "楼栋码更换", "Poster replaced", AreaFact.PosterReplaced.class));
    }
}
