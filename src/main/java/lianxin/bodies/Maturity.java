package lianxin.bodies;

import java.util.List;
import java.util.Map;

/**
 * How far an area has come: computed from what is counted, by steps that are data; never typed in.
 *
 * @param reached how many steps, from the first on, hold together with all before them
 */
record Maturity(int reached, List<Check> checks) {

    /** One condition of one step. */
    record Check(BodyRules.Step step, String what, int is, int needed) {

        boolean holds() {
            return is >= needed;
        }
    }

    static Maturity of(List<BodyRules.Step> steps, Map<String, Integer> counts) {
        var checks = steps.stream()
                .flatMap(step -> step.needs().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> new Check(step, it.getKey(), counts.getOrDefault(it.getKey(), 0), it.getValue())))
                .toList();
        int reached = 0;
        while (reached < steps.size() && holds(checks, steps.get(reached))) reached++;
        return new Maturity(reached, checks);
    }

    private static boolean holds(List<Check> checks, BodyRules.Step step) {
        return checks.stream().filter(it -> it.step.equals(step)).allMatch(Check::holds);
    }

    /** Of one step, in the order of the words. */
    List<Check> of(BodyRules.Step step) {
        return checks.stream().filter(it -> it.step.equals(step)).toList();
    }
}
