package lianxin.organization;

import java.util.ArrayList;
import java.util.List;
import lianxin.platform.RuleBroken;

/**
 * The levels of areas and units from the top down; what a town calls them is in its playbook. A residential estate ranks with the
 * grids: both stand in a community and neither in the other.
 */
final class Levels {

    static final List<String> DOWNWARD =
            List.of("province", "city", "county", "township", "community", "grid", "microgrid", "building");

    private static final String GRID = "grid";
    private static final String ESTATE = "estate";

    private Levels() {}

    /** Those in which one lies in the other, and the estate beside the grid. */
    static List<String> all() {
        var all = new ArrayList<>(DOWNWARD);
        all.add(DOWNWARD.indexOf(GRID), ESTATE);
        return all;
    }

    static int rank(String level) {
        var rank = DOWNWARD.indexOf(level.equals(ESTATE) ? GRID : level);
        if (rank < 0) throw new RuleBroken("organization.unknown-level", level);
        return rank;
    }
}
