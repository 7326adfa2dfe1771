package lianxin.organization;

import java.util.List;
import lianxin.platform.RuleBroken;

/** The levels of areas and units from the top down; what a town calls them is in its playbook. */
final class Levels {

    static final List<String> DOWNWARD =
            List.of("province", "city", "county", "township", "community", "grid", "microgrid", "building");

    private Levels() {}

    static int rank(String level) {
        var rank = DOWNWARD.indexOf(level);
        if (rank < 0) throw new RuleBroken("organization.unknown-level", level);
        return rank;
    }
}
