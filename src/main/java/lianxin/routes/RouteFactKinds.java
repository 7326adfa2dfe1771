package lianxin.routes;

import java.util.List;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import org.springframework.stereotype.Component;

/** What routes can tell. */
@Component
class RouteFactKinds implements FactKinds {

    @Override
    public List<FactKind> factKinds() {
        return List.of(
                new FactKind("route.opened", "线路开通", "Route opened", RouteFact.Opened.class),
                new FactKind("route.changed", "线路变更", "Route changed", RouteFact.Changed.class),
                new FactKind("route.retired", "线路停用", "Route retired", RouteFact.Retired.class),
                new FactKind("route.taken-back", "线路变更撤回", "Change of a route taken back", RouteFact.TakenBack.class));
    }
}
