package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianxin.platform.AsOf;
import lianxin.platform.NotFound;
import lianxin.platform.Shell;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The tree of units and each unit of it, as of any date. What is open in the tree is the page's address. */
@Controller
class UnitsPage {

    private static final int MOST_FOUND = 50;

    private final Trees trees;
    private final UnitQueries queries;
    private final OrganizationRules rules;
    private final ObjectProvider<UnitLinks> links;
    private final Clock clock;

    UnitsPage(Trees trees, UnitQueries queries, OrganizationRules rules, ObjectProvider<UnitLinks> links, Clock clock) {
        this.trees = trees;
        this.queries = queries;
        this.rules = rules;
        this.links = links;
        this.clock = clock;
    }

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

    @GetMapping("/units/{number}")
    ModelAndView unit(@PathVariable("number") int number, AsOf asOf, Shell shell) {
        var id = new UnitId(number);
        var names = queries.names(id).stream()
                .map(it -> new Name(it.name(), it.reason(), dayOf(it.from()), it.to() == null ? null : dayOf(it.to())))
                .toList();
        if (names.isEmpty()) throw new NotFound(id.ref());
        var tree = tree(asOf);
        var there = tree.has(id) ? there(tree, tree.unit(id), asOf, shell) : null;
        return new ModelAndView("organization/unit", "it", new Card(number, asOf, names.getFirst().name, there, names));
    }

    private There there(Tree tree, Unit unit, AsOf asOf, Shell shell) {
        var path = tree.unitsOnPath(unit.id());
        var party = unit.partyParent() == null ? null : tree.unit(unit.partyParent());
        var below = new ArrayList<>(tree.children(unit.id()));
        if (rules.kind(unit.kind()).tree() == OrganizationRules.Side.PARTY) below.addAll(tree.partyChildren(unit.id()));
        return new There(
                unit.name(),
                kind(unit, shell),
                level(unit, shell),
                unit.code(),
                unit.holdsCases(),
                path.subList(0, path.size() - 1).stream()
                        .map(it -> place(it, asOf))
                        .toList(),
                party == null ? null : place(party, asOf),
                below.stream().map(it -> found(tree, it, asOf, shell)).toList(),
                tree.countBelow(unit.id()),
                queries.posts(unit.id(), asOf.at()).stream()
                        .map(it -> new Seats(word(rules.role(it.role()).name(), shell), it.count()))
                        .toList(),
                links.orderedStream().flatMap(it -> it.linksOf(unit).stream()).toList());
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
        return tree.search(words, MOST_FOUND).stream()
                .map(it -> found(tree, it, asOf, shell))
                .toList();
    }

    private Found found(Tree tree, Unit unit, AsOf asOf, Shell shell) {
        var path = tree.unitsOnPath(unit.id());
        var above = path.subList(0, path.size() - 1).stream().map(Unit::name).toList();
        return new Found(place(unit, asOf), kind(unit, shell), unit.code(), String.join(" › ", above));
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

    private String level(Unit unit, Shell shell) {
        return word(rules.levelName(unit.level()), shell);
    }

    private static String word(Label label, Shell shell) {
        return label.in(shell.locale());
    }

    private Tree tree(AsOf asOf) {
        return asOf.known() == null ? trees.at(asOf.at()) : trees.at(asOf.at(), asOf.known());
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate();
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

    record Found(Place place, String kind, String code, String above) {}

    /** @param there how the unit stood on the date; none when it did not live then */
    record Card(
            int number, AsOf asOf, String title, @Nullable There there, List<Name> names) {}

    record There(
            String name,
            String kind,
            String level,
            String code,
            boolean holdsCases,
            List<Place> path,
            @Nullable Place party,
            List<Found> below,
            int countBelow,
            List<Seats> posts,
            List<UnitLinks.Link> links) {}

    record Seats(String role, int count) {}

    record Name(
            String name,
            String reason,
            LocalDate from,
            @Nullable LocalDate to) {}
}
