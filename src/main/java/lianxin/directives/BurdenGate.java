package lianxin.directives;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import org.springframework.stereotype.Component;

/**
 * The gate that keeps the burden down: before anything is asked it says how much every unit has open already, from
 * everybody together, and what of it says the same. Above the playbook's number a unit at the grass roots is asked only
 * when the unit above the asker agrees.
 */
@Component
class BurdenGate {

    /** Two titles that share so many pairs of signs, of a hundred, say the same. */
    private static final int ALIKE = 60;

    private final TaskBook book;
    private final DirectiveRules rules;

    BurdenGate(TaskBook book, DirectiveRules rules) {
        this.book = book;
        this.rules = rules;
    }

    /** @param over no more may be asked without the superior */
    record Load(Unit unit, int open, boolean over, List<TaskBook.Ask> alike) {}

    /** One statement, however many units. */
    List<Load> loads(List<UnitId> units, String title, Below.Now below, Instant now) {
        var asks = book.openAsks(Below.numbers(units), now).stream().collect(Collectors.groupingBy(TaskBook.Ask::unit));
        var same = new HashMap<String, Boolean>();
        return units.stream()
                .map(it -> {
                    var open = asks.getOrDefault(it, List.of());
                    var unit = below.tree.unit(it);
                    return new Load(
                            unit,
                            open.size(),
                            over(unit, open.size()),
                            open.stream()
                                    .filter(ask ->
                                            same.computeIfAbsent(ask.title(), other -> alike(title, other) >= ALIKE))
                                    .toList());
                })
                .toList();
    }

    private boolean over(Unit unit, int open) {
        var burden = rules.burden();
        return burden != null && burden.over(unit, open);
    }

    /** How many pairs of neighboring signs two titles share, of a hundred. */
    static int alike(String one, String other) {
        var pairs = pairs(one);
        var others = pairs(other);
        if (pairs.isEmpty() || others.isEmpty()) return plain(one).equals(plain(other)) ? 100 : 0;
        int shared = 0;
        for (var it : pairs.entrySet()) shared += Math.min(it.getValue(), others.getOrDefault(it.getKey(), 0));
        return 200 * shared / (sum(pairs) + sum(others));
    }

    private static int sum(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> pairs(String title) {
        var plain = plain(title);
        var pairs = new HashMap<String, Integer>();
        for (int i = 0; i + 1 < plain.length(); i++) pairs.merge(plain.substring(i, i + 2), 1, Integer::sum);
        return pairs;
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\p{IsPunctuation}\\s\\p{Nd}]+", "");
    }
}
