package lianxin.territory;

import java.util.List;
import java.util.Optional;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Tree;
import lianxin.organization.Unit;

/** Which kinds of Party bodies stand beside areas of which level. */
record PartyBodies(List<Line> partyUnits) {

    record Line(String level, String kind) {}

    /** The body that stands beside the area; none where there is none. */
    Optional<Unit> beside(Area area, Tree tree) {
        return partyUnits.stream()
                .filter(it -> it.level().equals(area.kind()))
                .flatMap(it -> tree.byCode(OrganizationRules.codeOf(area.code(), it.kind())).stream())
                .findFirst();
    }
}
