package lianxin.organization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lianxin.platform.AsOf;
import lianxin.platform.NotFound;
import lianxin.platform.Shell;
import lianxin.sheets.Table;
import lianxin.sheets.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How many organizations of each category there are on any day, in the whole town or in one part of it. */
@Controller
@Needs(May.LOOK_UP)
class CategoriesPage {

    private static final int WHOLE = 10_000;

    private final Trees trees;
    private final OrganizationRules rules;
    private final Taken taken;

    CategoriesPage(Trees trees, OrganizationRules rules, Taken taken) {
        this.trees = trees;
        this.rules = rules;
        this.taken = taken;
    }

    /**
     * @param path from the top down to the unit that is looked at; empty for the whole town
     * @param parts what lies right below, to look at
     */
    record View(AsOf asOf, @Nullable Integer unit, List<Place> path, List<Row> rows, int total, List<Place> parts) {

        Map<String, Object> keep() {
            return unit == null ? Map.of() : Map.of("unit", unit);
        }
    }

    record Place(String name, String url) {}

    /** @param share in hundredths of a percent; all of them together are the whole */
    record Row(String name, int count, int share) {

        String percent() {
            return String.format(Locale.ROOT, "%d.%02d", share / 100, share % 100);
        }
    }

    @GetMapping("/units/categories")
    ModelAndView show(AsOf asked, @RequestParam(name = "unit", required = false) @Nullable Integer unit, Shell shell) {
        var asOf = asked.knownNow();
        var tree = trees.at(asOf.at());
        var rows = rows(tree, unit, shell.locale());
        var top = unit == null ? null : new UnitId(unit);
        var path = top == null
                ? List.<Place>of()
                : tree.unitsOnPath(top).stream().map(it -> place(it, asOf)).toList();
        var tops = tree.tops();
        var from = top == null && tops.size() == 1 ? tops.getFirst().id() : top;
        var parts = (from == null ? tops : tree.children(from))
                .stream()
                        .filter(it -> rules.kind(it.kind()).tree() == UnitKind.Side.ADMINISTRATIVE)
                        .map(it -> place(it, asOf))
                        .toList();
        int total = rows.stream().mapToInt(Row::count).sum();
        return new ModelAndView("organization/categories", "it", new View(asOf, unit, path, rows, total, parts));
    }

    private static Place place(Unit unit, AsOf asOf) {
        return new Place(
                unit.name(), asOf.in("/units/categories?unit=" + unit.id().number()));
    }

    @GetMapping("/units/categories/xlsx")
    ResponseEntity<byte[]> table(
            AsOf asked, @RequestParam(name = "unit", required = false) @Nullable Integer unit, Shell shell) {
        var asOf = asked.knownNow();
        var tree = trees.at(asOf.at());
        var rows = new ArrayList<List<Object>>();
        for (var it : rows(tree, unit, shell.locale())) rows.add(List.of(it.name, it.count, it.share / 100.0));
        var columns = List.of(
                shell.t("organization.category"),
                shell.t("organization.category.count"),
                shell.t("organization.category.share"));
        var filters = new LinkedHashMap<String, String>();
        filters.put(
                shell.t("organization.unit"),
                unit == null ? "" : tree.unit(new UnitId(unit)).name());
        return taken.away(new Table(shell.t("organization.categories"), columns, rows), filters, asOf, shell);
    }

    private List<Row> rows(Tree tree, @Nullable Integer unit, Locale language) {
        var under = unit == null ? null : new UnitId(unit);
        if (under != null && !tree.has(under)) throw new NotFound(under.ref());
        var counts = new HashMap<String, Integer>();
        tree.each(it -> {
            var category = rules.kind(it.kind()).category();
            if (category != null && (under == null || tree.covers(under, it.id())))
                counts.merge(category, 1, Integer::sum);
        });
        var categories = rules.categories();
        var each =
                categories.stream().map(it -> counts.getOrDefault(it.key(), 0)).toList();
        var shares = shares(each);
        var rows = new ArrayList<Row>();
        for (var it = 0; it < categories.size(); it++)
            rows.add(new Row(categories.get(it).name().in(language), each.get(it), shares[it]));
        return rows;
    }

    /** In hundredths of a percent, rounded so that together they are the whole. */
    static int[] shares(List<Integer> counts) {
        long total = counts.stream().mapToLong(it -> it).sum();
        var shares = new int[counts.size()];
        if (total == 0) return shares;
        var rest = new ArrayList<Integer>();
        int left = WHOLE;
        for (var it = 0; it < shares.length; it++) {
            shares[it] = Math.toIntExact(counts.get(it) * (long) WHOLE / total);
            left -= shares[it];
            rest.add(it);
        }
        rest.sort(Comparator.comparingLong((Integer it) -> counts.get(it) * (long) WHOLE % total)
                .reversed());
        for (var it = 0; it < left; it++) shares[rest.get(it)]++;
        return shares;
    }
}
