package lianxin.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import lianxin.organization.Findings.Looked;
import lianxin.organization.Findings.Tally;
import lianxin.organization.StructureRules.Range;
import lianxin.organization.StructureRules.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks those who watch over something for the town; always anew, because what they know changes without a word to us. */
@Component
class Watches {

    private final ObjectProvider<Watch> all;

    Watches(ObjectProvider<Watch> all) {
        this.all = all;
    }

    /** One thing that was looked at under a rule; nothing amiss when all is well. */
    record Seen(Rule rule, Unit unit, Watch.@Nullable Amiss amiss) {}

    /** @param under only what stands at or below this unit; null for the whole town */
    Findings findings(StructureRules rules, Tree tree, Instant at, @Nullable UnitId under) {
        return findings(look(rules, tree, at, under));
    }

    List<Seen> look(StructureRules rules, Tree tree, Instant at, @Nullable UnitId under) {
        var seen = new ArrayList<Seen>();
        for (var rule : rules.rules()) {
            if (rule.watch() == null) continue;
            for (var it : looked(rule.watch(), at, asked(rule, tree, under)))
                seen.add(new Seen(rule, tree.unit(it.unit()), it.amiss()));
        }
        return seen;
    }

    static Findings findings(Collection<Seen> seen) {
        var violations = new ArrayList<Violation>();
        var tallies = new HashMap<Looked, Tally>();
        for (var it : seen) {
            var kept = it.amiss == null;
            tallies.merge(new Looked(it.rule.key(), it.unit.kind()), new Tally(1, kept ? 1 : 0), Tally::plus);
            if (!kept) violations.add(violation(it));
        }
        return new Findings(violations, tallies);
    }

    private List<Watch.Looked> looked(String watch, Instant at, Predicate<UnitId> asked) {
        return all.orderedStream()
                .filter(it -> it.key().equals(watch))
                .flatMap(it -> it.look(at, asked).stream())
                .toList();
    }

    /** Living units in which the rule is in force, as far as somebody asks. */
    private static Predicate<UnitId> asked(Rule rule, Tree tree, @Nullable UnitId under) {
        var tops = rule.in().stream().flatMap(it -> tree.byCode(it).stream()).toList();
        return number -> {
            if (!tree.has(number)) return false;
            var unit = tree.unit(number);
            return (under == null || tree.belongs(unit, under))
                    && (rule.in().isEmpty() || tops.stream().anyMatch(it -> tree.belongs(unit, it.id())));
        };
    }

    private static Violation violation(Seen it) {
        return new Violation(
                it.rule,
                Violation.What.WATCHED,
                it.unit,
                null,
                it.rule.name(),
                0,
                Range.ONE,
                null,
                List.of(),
                null,
                it.amiss);
    }
}
