package lianxin.cases;

import static lianxin.cases.CaseViews.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Flow;
import lianxin.cases.rules.WaysIn;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.platform.Shell;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a list can be narrowed by, and what it is narrowed by, in the reader's language. */
@Component
class FilterWords {

    /** Units to choose from, as long as a list of them can still be read. */
    private static final int MOST_UNITS = 60;

    private final Categories categories;
    private final Flow flow;
    private final WaysIn ways;
    private final Trees trees;

    FilterWords(Categories categories, Flow flow, WaysIn ways, Trees trees) {
        this.categories = categories;
        this.flow = flow;
        this.ways = ways;
        this.trees = trees;
    }

    /** One of several values, as the address says it and as people do. */
    record Choice(String key, String name) {}

    /** One thing a list is narrowed by: the parameter of the address, what it is called, and its value in words. */
    record Said(String parameter, String name, String value) {}

    record Choices(
            List<Choice> categories,
            List<Choice> units,
            List<Choice> states,
            List<Choice> kinds,
            List<Choice> channels) {}

    Choices choices(Filter filter, Reach reach, Shell shell) {
        return new Choices(
                categories.byKey().values().stream()
                        .map(it -> new Choice(it.key(), word(it.name(), shell)))
                        .toList(),
                units(filter, reach),
                ListNarrowing.STATES.keySet().stream()
                        .map(it -> new Choice(it, word(state(it), shell)))
                        .toList(),
                flow.kinds().stream()
                        .map(it -> new Choice(it.key(), word(it.name(), shell)))
                        .toList(),
                ways.channels().stream()
                        .map(it -> new Choice(it.key(), word(it.name(), shell)))
                        .toList());
    }

    private List<Choice> units(Filter filter, Reach reach) {
        var tree = trees.now();
        var units = new ArrayList<Choice>();
        var chosen = filter.unit();
        Arrays.stream(reach.holders())
                .limit(MOST_UNITS)
                .mapToObj(it -> choice(tree.unit(new UnitId(it))))
                .forEach(units::add);
        if (chosen != null && tree.has(new UnitId(chosen))) {
            var unit = choice(tree.unit(new UnitId(chosen)));
            if (!units.contains(unit)) units.addFirst(unit);
        }
        return units;
    }

    private static Choice choice(Unit unit) {
        return new Choice(unit.id().number() + "", unit.name());
    }

    List<Said> said(Filter filter, Shell shell) {
        var said = new ArrayList<Said>();
        add(said, "q", filter.q(), shell);
        var category = filter.category();
        if (category != null)
            add(
                    said,
                    "category",
                    categories.knows(category) ? word(categories.find(category).name(), shell) : category,
                    shell);
        var unit = filter.unit();
        if (unit != null) add(said, "unit", name(unit), shell);
        var state = filter.state();
        if (state != null)
            add(said, "state", ListNarrowing.STATES.containsKey(state) ? word(state(state), shell) : state, shell);
        if (filter.light() != null) add(said, "light", shell.t("cases.light." + filter.light()), shell);
        var kind = filter.kind();
        if (kind != null) add(said, "kind", kind(kind, shell), shell);
        var channel = filter.channel();
        if (channel != null)
            add(
                    said,
                    "channel",
                    ways.channel(channel).map(it -> word(it.name(), shell)).orElse(channel),
                    shell);
        if (filter.from() != null) add(said, "from", shell.day(filter.from()), shell);
        if (filter.to() != null) add(said, "to", shell.day(filter.to()), shell);
        return said;
    }

    private static void add(List<Said> said, String parameter, @Nullable String value, Shell shell) {
        if (value != null) said.add(new Said(parameter, shell.t("cases.filter." + parameter), value));
    }

    private String name(int unit) {
        var tree = trees.now();
        return tree.has(new UnitId(unit)) ? tree.unit(new UnitId(unit)).name() : unit + "";
    }

    private String kind(String key, Shell shell) {
        return flow.kinds().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .map(it -> word(it.name(), shell))
                .orElse(key);
    }

    private Label state(String key) {
        if (Arrays.stream(Stage.values()).anyMatch(it -> it.key().equals(key)))
            return flow.stage(key).name();
        if (Arrays.stream(Outcome.values()).anyMatch(it -> it.name().equals(key)))
            return flow.outcome(key).name();
        return flow.state(key).name();
    }
}
