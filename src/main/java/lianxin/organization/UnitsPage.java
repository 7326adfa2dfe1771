package lianxin.organization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The tree of units, or that of the Party bodies, as of any day. What is open in it is the page's address. */
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
            @RequestParam(name = "tree", defaultValue = "") String kind,
            Shell shell) {
        var tree = tree(asOf);
        var party = kind.equals(TreeKind.PARTY.key());
        var asked = words == null ? "" : words.strip();
        var found = asked.isEmpty() ? List.<Found>of() : found(tree, asked, asOf, shell);
        var rows =
                asked.isEmpty() ? rows(party ? partyShape(tree) : homeShape(tree), open, asOf, shell) : List.<Row>of();
        return new ModelAndView(
                "organization/units", "it", new Forest(asOf, asked, party, open, rows, found, tree.size()));
    }

    private List<Row> rows(Shape shape, @Nullable Integer open, AsOf asOf, Shell shell) {
        var opened = new HashSet<UnitId>();
        if (open != null && shape.tree.has(new UnitId(open))) {
            opened.addAll(shape.path.apply(new UnitId(open)));
        } else if (open == null) {
            shape.tops.stream().limit(1).forEach(it -> opened.add(it.id()));
        }
        var rows = new ArrayList<Row>();
        addRows(rows, shape, shape.tops, 1, opened, asOf, shell);
        return rows;
    }

    private void addRows(
            List<Row> rows, Shape shape, List<Unit> units, int depth, Set<UnitId> opened, AsOf asOf, Shell shell) {
        for (var unit : units) {
            var number = unit.id().number();
            var below = shape.below.applyAsInt(unit.id());
            var isOpen = opened.contains(unit.id()) && below > 0;
            var above = shape.above.apply(unit);
            var toggled = isOpen ? (above == null ? 0 : above.number()) : number;
            var toggle = below == 0 ? null : url(shape.address, asOf, "open", toggled) + "#u" + number;
            var within = depth == 1 && shape.within ? within(shape.tree, unit) : null;
            rows.add(new Row(
                    number,
                    depth,
                    unit.name(),
                    within,
                    kind(unit, shell),
                    below,
                    isOpen,
                    toggle,
                    place(unit, asOf).url));
            if (isOpen) addRows(rows, shape, shape.children.apply(unit.id()), depth + 1, opened, asOf, shell);
        }
    }

    /** Under which units of the other tree a top of this one stands, without the uppermost, which is that of all. */
    private static String within(Tree tree, Unit unit) {
        var path = tree.unitsOnPath(unit.id());
        return path.subList(Math.min(1, path.size() - 1), path.size() - 1).stream()
                .map(Unit::name)
                .collect(Collectors.joining(" › "));
    }

    private static Shape homeShape(Tree tree) {
        return new Shape(
                tree,
                "/units",
                tree.tops(),
                tree::children,
                tree::countBelow,
                it -> tree.unitsOnPath(it).stream().map(Unit::id).toList(),
                Unit::parent,
                false);
    }

    private static Shape partyShape(Tree tree) {
        var party = new PartyTree(tree);
        return new Shape(
                tree,
                "/units?tree=" + TreeKind.PARTY.key(),
                party.tops(),
                party::children,
                party::countBelow,
                party::path,
                Unit::partyParent,
                true);
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
        var url = UriComponentsBuilder.fromUriString(path);
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

    record Forest(
            AsOf asOf,
            String words,
            boolean party,
            @Nullable Integer open,
            List<Row> rows,
            List<Found> found,
            int size) {

        /** What the picker of the day must not lose. */
        Map<String, Object> keep() {
            var keep = new LinkedHashMap<String, Object>();
            if (party) keep.put("tree", TreeKind.PARTY.key());
            if (open != null) keep.put("open", open);
            if (!words.isEmpty()) keep.put("q", words);
            return keep;
        }

        /** The same page as things stand now. */
        String now() {
            var url = UriComponentsBuilder.fromPath("/units");
            keep().forEach(url::queryParam);
            return url.encode().build().toUriString();
        }
    }

    /**
     * One of the two trees, as it is drawn.
     *
     * @param within whether a top says under which units of the other tree it stands
     */
    private record Shape(
            Tree tree,
            String address,
            List<Unit> tops,
            Function<UnitId, List<Unit>> children,
            ToIntFunction<UnitId> below,
            Function<UnitId, List<UnitId>> path,
            Function<Unit, @Nullable UnitId> above,
            boolean within) {}

    /** @param toggle the address with this unit opened or closed; none when nothing stands under it */
    record Row(
            int number,
            int depth,
            String name,
            @Nullable String within,
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
