package lianxin.cases;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lianxin.organization.Tree;
import lianxin.organization.UnitId;

/**
 * The units whose cases somebody sees in lists: those that hold them, and those that must look after late ones. Grids,
 * Party bodies and others that never hold a case are left out, because the database would look for each of them.
 *
 * @param desks whose desks the reader works at
 * @param hearing whose cases the reader may call residents about, having handled none of them
 * @param own the units in which the reader sits, and those above: matters about them are hidden
 * @param lines what is seen beside that by posts limited to lines of work
 * @param publicSpace what is seen beside that of public space, without words
 */
@SuppressWarnings("ArrayRecordComponent")
record Reach(
        int[] holders, int[] supervisors, int[] desks, int[] hearing, int[] own, List<Part> lines, Part publicSpace) {

    /** Cases of some categories in some units. */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(int[] holders, List<String> categories) {}

    private static final Part NONE = new Part(new int[0], List.of());

    /** Of somebody who sees all cases of some units and none of others. */
    Reach(int[] holders, int[] supervisors) {
        this(holders, supervisors, new int[0], new int[0], new int[0], List.of(), NONE);
    }

    /** The views whose number is worth knowing: those of work that waits for somebody, where the reader has any. */
    Set<Filter.View> counted() {
        var views = EnumSet.of(Filter.View.dispatch, Filter.View.handle, Filter.View.awaiting, Filter.View.unanswered);
        if (holders.length > 0) views.add(Filter.View.called);
        if (supervisors.length > 0) views.add(Filter.View.supervise);
        if (desks.length > 0) views.addAll(EnumSet.of(Filter.View.returns, Filter.View.elsewhere, Filter.View.check));
        if (hearing.length > 0) views.addAll(EnumSet.of(Filter.View.callback, Filter.View.recheck));
        return views;
    }

    /** Whether the reader has any use for this view. */
    boolean has(Filter.View view) {
        return switch (view) {
            case supervise -> supervisors.length > 0;
            case elsewhere, check -> desks.length > 0;
            case callback, recheck -> hearing.length > 0;
            default -> true;
        };
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
