package lianxin.bodies;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lianxin.bodies.Axes.Standing;

/**
 * How far the streets and communities inside an area have come with their axes.
 *
 * @param areas how many are to have an axis
 * @param setUp how many have one
 * @param linked how many have done something together in at least one link
 * @param complete how many have in every link
 * @param steps how many have reached at least the first, the second … step
 */
record AxisSum(int areas, int setUp, int linked, int complete, List<Integer> steps) {

    static AxisSum of(List<Standing> standings, int steps) {
        var reached = new int[steps];
        for (var it : standings) for (int step = 0; step < it.maturity().reached(); step++) reached[step]++;
        return new AxisSum(
                standings.size(),
                count(standings.stream().filter(it -> it.body() != null)),
                count(standings.stream().filter(it -> it.linked() > 0)),
                count(standings.stream().filter(it -> it.gaps().isEmpty())),
                Arrays.stream(reached).boxed().toList());
    }

    private static int count(Stream<Standing> those) {
        return (int) those.count();
    }
}
