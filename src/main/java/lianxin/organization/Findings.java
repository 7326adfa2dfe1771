package lianxin.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.organization.StructureRules.Aspect;
import lianxin.organization.StructureRules.Field;
import lianxin.organization.StructureRules.Rule;

/** What was found when the rules were held against the town of one moment: all violations, and how much was looked at. */
final class Findings {

    private final List<Violation> violations;
    private final Map<Looked, Tally> tallies;

    Findings(List<Violation> violations, Map<Looked, Tally> tallies) {
        this.violations = List.copyOf(violations);
        this.tallies = new HashMap<>(tallies);
    }

    /** These and others. */
    Findings with(Findings others) {
        var all = new ArrayList<>(violations);
        all.addAll(others.violations);
        var sums = new HashMap<>(tallies);
        others.tallies.forEach((looked, tally) -> sums.merge(looked, tally, Tally::plus));
        return new Findings(all, sums);
    }

    List<Violation> violations() {
        return violations;
    }

    Tally of(Rule rule) {
        var sum = Tally.NONE;
        for (var it : tallies.entrySet()) if (it.getKey().rule.equals(rule.key())) sum = sum.plus(it.getValue());
        return sum;
    }

    Tally of(Field field, Aspect aspect) {
        var sum = Tally.NONE;
        for (var it : tallies.entrySet()) {
            var looked = it.getKey();
            if (field.kinds().contains(looked.kind) && aspect.rules().contains(looked.rule))
                sum = sum.plus(it.getValue());
        }
        return sum;
    }

    /** Units of a kind, looked at under a rule. */
    record Looked(String rule, String kind) {}

    /** @param looked zero means that nobody knows, not that all is well */
    record Tally(int looked, int kept) {

        static final Tally NONE = new Tally(0, 0);

        Tally plus(Tally other) {
            return new Tally(looked + other.looked, kept + other.kept);
        }
    }
}
