package lianxin.cases;

import java.util.Arrays;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Tree;
import lianxin.organization.UnitId;

/**
 * The units whose cases somebody sees in lists: those that hold them, and those that must look after late ones. Grids,
 * Party bodies and others that never hold a case are left out, because the database would look for each of them.
 */
@SuppressWarnings("ArrayRecordComponent")
record Reach(int[] holders, int[] supervisors) {

    static Reach of(Actor actor, Tree tree) {
        return new Reach(holding(actor.where(May.READ), tree), holding(actor.where(May.SUPERVISE), tree));
    }

    private static int[] holding(int[] units, Tree tree) {
        return Arrays.stream(units)
                .filter(it -> tree.holdsCases(new UnitId(it)))
                .toArray();
    }
}
