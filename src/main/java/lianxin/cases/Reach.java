package lianxin.cases;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lianxin.organization.Tree;
import lianxin.organization.UnitId;

/**
 * The units whose cases somebody sees in lists: those that hold them, and those that must look after late ones. Grids,
 * Party bodies and others that never hold a case are left out, because the database would look for each of them.
 *
 * @param lines what is seen beside that by posts limited to lines of work
 * @param publicSpace what is seen beside that of public space, without words
 */
@SuppressWarnings("ArrayRecordComponent")
record Reach(int[] holders, int[] supervisors, List<Part> lines, Part publicSpace) {

    /** Cases of some categories in some units. */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(int[] holders, List<String> categories) {}

    private static final Part NONE = new Part(new int[0], List.of());

    /** Of somebody who sees all cases of some units and none of others. */
    Reach(int[] holders, int[] supervisors) {
        this(holders, supervisors, List.of(), NONE);
    }

    boolean withPublicSpace() {
        return publicSpace.holders.length > 0;
    }

    /** What is seen of some categories only, in the order in which statements ask for it. */
    List<Part> parts() {
        return withPublicSpace()
                ? Stream.concat(lines.stream(), Stream.of(publicSpace)).toList()
                : lines;
    }

    static int[] holding(int[] units, Tree tree) {
        return Arrays.stream(units)
                .filter(it -> tree.holdsCases(new UnitId(it)))
                .toArray();
    }
}
