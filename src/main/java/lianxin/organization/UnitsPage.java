package lianxin.organization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The tree of units as of any day. What is open in it is the page's address. */
@Controller
class UnitsPage {

    private static final int MOST_FOUND = 50;

    private final Trees trees;
    private final UnitSearch search;
    private final OrganizationRules rules;

    UnitsPage(Trees trees, UnitSearch search, OrganizationRules rules) {
        this.trees = trees;
        this.search = search;
        this.rules = rules;
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/units")
    ModelAndView tree(
            AsOf asOf,
            @RequestParam(name = "open", required = false) @Nullable Integer open,
            @RequestParam(name = "q", required = false) @Nullable String words,
            Shell shell) {
        var tree = tree(asOf);
        var asked = words == null ? "" : words.strip();
        var found = asked.isEmpty() ? List.<Found>of() : found(tree, asked, asOf, shell);
        var rows = asked.isEmpty() ? rows(tree, open, asOf, shell) : List.<Row>of();
        return new ModelAndView("organization/units", "it", new Forest(asOf, asked, open, rows, found, tree.size()));
    }

    private List<Row> rows(Tree tree, @Nullable Integer open, AsOf asOf, Shell shell) {
        var opened = new HashSet<Integer>();
        if (open != null && tree.has(new UnitId(open))) {
            Arrays.stream(tree.path(new UnitId(open))).forEach(opened::add);
        } else if (open == null) {
            tree.tops().stream().limit(1).forEach(it -> opened.add(it.id().number()));
        }
        var rows = new ArrayList<Row>();
        addRows(rows, tree, tree.tops(), 1, opened, asOf, shell);
        return rows;
    }

    private void addRows(
            List<Row> rows, Tree tree, List<Unit> units, int depth, Set<Integer> opened, AsOf asOf, Shell shell) {
        for (var unit : units) {
            var number = unit.id().number();
            var below = tree.countBelow(unit.id());
            var isOpen = opened.contains(number) && below > 0;
            var above = unit.parent() == null ? 0 : unit.parent().number();
            var toggle = below == 0 ? null : url("/units", asOf, "open", isOpen ? above : number) + "#u" + number;
            rows.add(new Row(
                    number, depth, unit.name(), kind(unit, shell), below, isOpen, toggle, place(unit, asOf).url));
            if (isOpen) addRows(rows, tree, tree.children(unit.id()), depth + 1, opened, asOf, shell);
        }
    }

    private List<Found> found(Tree tree, String words, AsOf asOf, Shell shell) {
        return search.of(tree, words, asOf, MOST_FOUND).stream()
                .map(it -> found(tree, it, asOf, shell))
                .toList();
    }

    private Found found(Tree tree, UnitSearch.Hit hit, AsOf asOf, Shell shell) {
        var unit = hit.living();
        if (unit == null) {
            var place = new Place(hit.name(), url("/units/" + hit.id().number(), asOf, null, null));
            return new Found(place, shell.t("organization.not-on-this-day"), "", "", null);
        }
        var path = tree.unitsOnPath(unit.id());
        var above = path.subList(0, path.size() - 1).stream().map(Unit::name).toList();
        return new Found(place(unit, asOf), kind(unit, shell), unit.code(), String.join(" › ", above), hit.by());
    }

    private Place place(Unit unit, AsOf asOf) {
        return new Place(unit.name(), url("/units/" + unit.id().number(), asOf, null, null));
    }

    private static String url(String path, AsOf asOf, @Nullable String name, @Nullable Object value) {
        var url = UriComponentsBuilder.fromPath(path);
        if (name != null) url.queryParam(name, value);
        return asOf.in(url.build().toUriString());
    }

    private String kind(Unit unit, Shell shell) {
        return word(rules.kind(unit.kind()).name(), shell);
    }

    private static String word(Label label, Shell shell) {
        return label.in(shell.locale());
    }

    private Tree tree(AsOf asOf) {
        return asOf.known() == null ? trees.at(asOf.at()) : trees.at(asOf.at(), asOf.known());
    }

    record Forest(AsOf asOf, String words, @Nullable Integer open, List<Row> rows, List<Found> found, int size) {

        /** What the picker of the day must not lose. */
        Map<String, Object> keep() {
            var keep = new LinkedHashMap<String, Object>();
            if (open != null) keep.put("open", open);
            if (!words.isEmpty()) keep.put("q", words);
            return keep;
        }
    }

    /** @param toggle the address with this unit opened or closed; none when nothing stands under it */
    record Row(
            int number,
            int depth,
            String name,
            String kind,
            int below,
            boolean open,
            @Nullable String toggle,
            String url) {}

    record Place(String name, String url) {}

    /** @param by the name of another day by which it was found */
    record Found(
            Place place,
            String kind,
            String code,
            String above,
            @Nullable String by) {}
}
