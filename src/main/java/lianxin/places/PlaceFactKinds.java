package lianxin.places;

import java.util.List;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import org.springframework.stereotype.Component;

/** What places can tell. */
@Component
class PlaceFactKinds implements FactKinds {

    @Override
    public List<FactKind> factKinds() {
        return List.of(
                new FactKind("place.registered", "阵地登记", "Place registered", PlaceFact.Registered.class),
                new FactKind("place.listed", "阵地批量登记", "Places registered from a list", PlaceFact.Listed.class),
                new FactKind(
                        "place.list-taken-back", "阵地导入撤回", "List of places taken back", PlaceFact.ListTakenBack.class),
                new FactKind("place.changed", "阵地变更", "Place changed", PlaceFact.Changed.class),
                new FactKind("place.shut-for", "阵地临时闭馆", "Place shut for some days", PlaceFact.ShutFor.class),
                new FactKind("place.open-again", "阵地提前开放", "Place open again early", PlaceFact.OpenAgain.class),
                new FactKind("place.graded", "阵地定级", "Grade of a place", PlaceFact.Graded.class),
                new FactKind("place.upgrade-planned", "阵地提档升级立项", "Upgrade planned", PlaceFact.UpgradePlanned.class),
                new FactKind("place.upgrade-done", "阵地提档升级完成", "Upgrade done", PlaceFact.UpgradeDone.class),
                new FactKind("place.upgrade-dropped", "阵地提档升级取消", "Upgrade given up", PlaceFact.UpgradeDropped.class),
                new FactKind("place.closed", "阵地撤销", "Place closed", PlaceFact.Closed.class),
                new FactKind("area.places-planned", "阵地建设目标确定", "Places planned", PlanFact.Planned.class),
                new FactKind("area.plan-of-places-ended", "阵地建设目标取消", "Plan of places ended", PlanFact.Ended.class));
    }
}
