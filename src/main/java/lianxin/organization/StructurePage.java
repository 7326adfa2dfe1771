package lianxin.organization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.organization.Findings.Tally;
import lianxin.organization.StructureRules.Rule;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.sheets.Table;
import lianxin.sheets.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the town is not built as its rules want it, with what to do; for the whole town or below one unit, on any day. */
@Controller
class StructurePage {

    private static final int ON_A_PAGE = 100;

    private final Structure structure;
    private final Trees trees;
    private final Taken taken;

    StructurePage(Structure structure, Trees trees, Taken taken) {
        this.structure = structure;
        this.trees = trees;
        this.taken = taken;
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/structure")
    ModelAndView show(
            AsOf asked,
            @RequestParam(name = "rule", required = false) @Nullable String rule,
            @RequestParam(name = "unit", required = false) @Nullable Integer unit,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Actor reader,
            Shell shell) {
        var asOf = asked.knownNow();
        var tree = trees.at(asOf.at());
        var filter = StructureFilter.of(asOf, rule, unit, tree);
        var under = filter.unit();
        var findings = findings(filter);
        var chosen = chosen(findings, filter);
        var pages = Math.max(1, (chosen.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        var now = Math.clamp(page, 1, pages);
        var lines = chosen.stream()
                .skip((now - 1L) * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .map(it -> line(it, tree, asOf, reader, shell))
                .toList();
        var view = new View(
                asOf,
                filter.kept(),
                under == null ? List.of() : path(tree, under, filter),
                ruleLines(findings, filter, shell),
                matrix(findings, shell),
                parts(chosen, tree, filter),
                lines,
                chosen.size(),
                now > 1 ? filter.url(filter.rule(), under) + filter.page(now - 1) : null,
                now < pages ? filter.url(filter.rule(), under) + filter.page(now + 1) : null,
                filter.url("", null));
        return new ModelAndView("organization/structure", "it", view);
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/structure/xlsx")
    ResponseEntity<byte[]> table(
            AsOf asked,
            @RequestParam(name = "rule", required = false) @Nullable String rule,
            @RequestParam(name = "unit", required = false) @Nullable Integer unit,
            Actor reader,
            Shell shell) {
        var asOf = asked.knownNow();
        var tree = trees.at(asOf.at());
        var filter = StructureFilter.of(asOf, rule, unit, tree);
        var rows = chosen(findings(filter), filter).stream()
                .map(it -> line(it, tree, asOf, reader, shell))
                .map(it -> List.of(it.unit, it.above, it.rule, it.what, it.there, it.range, it.toDo))
                .toList();
        var columns = List.of(
                shell.t("organization.unit"),
                shell.t("organization.path"),
                shell.t("structure.rule"),
                shell.t("structure.what"),
                shell.t("structure.there"),
                shell.t("structure.should"),
                shell.t("structure.do"));
        var ruleName = structure.rules().rules().stream()
                .filter(it -> it.key().equals(filter.rule()))
                .map(it -> it.name().in(shell.locale()))
                .findFirst();
        var filters = Map.of(
                shell.t("structure.rule"),
                ruleName.orElse(""),
                shell.t("organization.unit"),
                filter.unit() == null ? "" : tree.unit(filter.unit()).name());
        return taken.away(new Table(shell.t("structure.structure"), columns, rows), filters, asOf, shell);
    }

    private Findings findings(StructureFilter filter) {
        return filter.unit() == null && filter.asOf().now()
                ? structure.now()
                : structure.at(filter.asOf().at(), filter.unit());
    }

    private static List<Violation> chosen(Findings findings, StructureFilter filter) {
        return findings.violations().stream()
                .filter(it -> filter.rule().isEmpty()
                        || filter.rule().equals(it.rule().key()))
                .toList();
    }

    private static List<Place> path(Tree tree, UnitId under, StructureFilter filter) {
        return tree.unitsOnPath(under).stream()
                .map(it -> new Place(it.name(), filter.url(filter.rule(), it.id()), 0))
                .toList();
    }

    private List<RuleLine> ruleLines(Findings findings, StructureFilter filter, Shell shell) {
        var counts = findings.violations().stream()
                .collect(Collectors.groupingBy(it -> it.rule().key(), Collectors.counting()));
        return structure.rules().rules().stream()
                .map(it -> ruleLine(it, findings.of(it), counts.getOrDefault(it.key(), 0L), filter, shell))
                .toList();
    }

    private static RuleLine ruleLine(Rule rule, Tally tally, long broken, StructureFilter filter, Shell shell) {
        var chosen = rule.key().equals(filter.rule());
        return new RuleLine(
                rule.name().in(shell.locale()),
                tally.looked(),
                (int) broken,
                chosen,
                filter.url(chosen ? "" : rule.key(), filter.unit()));
    }

    private Matrix matrix(Findings findings, Shell shell) {
        var coverage = structure.rules().coverage();
        var aspects = coverage.aspects().stream()
                .map(it -> it.name().in(shell.locale()))
                .toList();
        var rows = coverage.fields().stream()
                .map(field -> new Row(
                        field.name().in(shell.locale()),
                        coverage.aspects().stream()
                                .map(aspect -> findings.of(field, aspect))
                                .toList()))
                .toList();
        return new Matrix(aspects, rows);
    }

    /** The units right below, in which something is to be mended, with how much. */
    private static List<Place> parts(List<Violation> violations, Tree tree, StructureFilter filter) {
        var tops = tree.tops().stream().filter(Unit::holdsCases).toList();
        var from = filter.unit() != null || tops.size() != 1
                ? filter.unit()
                : tops.getFirst().id();
        var depth = from == null ? 0 : tree.path(from).length;
        var counts = new LinkedHashMap<Integer, Integer>();
        for (var it : violations) {
            if (from != null && !tree.covers(from, it.unit().id())) continue;
            var path = tree.path(it.unit().id());
            if (path.length > depth) counts.merge(path[depth], 1, Integer::sum);
        }
        var parts = new ArrayList<Place>();
        counts.forEach((number, count) -> {
            var part = tree.unit(new UnitId(number));
            parts.add(new Place(part.name(), filter.url(filter.rule(), part.id()), count));
        });
        return parts;
    }

    private static Line line(Violation it, Tree tree, AsOf asOf, Actor reader, Shell shell) {
        var unit = it.unit();
        var path = tree.unitsOnPath(unit.id());
        var above = path.subList(0, path.size() - 1).stream().map(Unit::name).collect(Collectors.joining(" › "));
        var mending = new Mending(it, shell);
        var wanted = mending.wanted();
        return new Line(
                unit.name(),
                asOf.in("/units/" + unit.id().number()),
                above,
                it.rule().name().in(shell.locale()),
                it.site() == null ? wanted : shell.t("structure.on", it.site().name(), wanted),
                it.there(),
                it.range().toString(),
                mending.toDo(),
                asOf.now() ? mending.at(reader) : null);
    }

    /**
     * @param path from the top down to the unit that is looked at; empty for the whole town
     * @param parts what lies right below, with how much is to be mended there
     * @param whole the address without any filter
     */
    record View(
            AsOf asOf,
            Map<String, Object> keep,
            List<Place> path,
            List<RuleLine> rules,
            Matrix matrix,
            List<Place> parts,
            List<Line> lines,
            int all,
            @Nullable String before,
            @Nullable String after,
            String whole) {

        boolean filtered() {
            return !keep.isEmpty();
        }

        int looked() {
            var one = rules.stream().anyMatch(RuleLine::chosen);
            return rules.stream()
                    .filter(it -> it.chosen() || !one)
                    .mapToInt(RuleLine::looked)
                    .sum();
        }
    }

    record Place(String name, String url, int count) {}

    /** @param url chooses the rule, or takes the choice back */
    record RuleLine(String name, int looked, int broken, boolean chosen, String url) {}

    record Matrix(List<String> aspects, List<Row> rows) {}

    record Row(String field, List<Tally> cells) {}

    /**
     * One violation.
     *
     * @param mendAt none when the reader may not, or looks at another day
     */
    record Line(
            String unit,
            String url,
            String above,
            String rule,
            String what,
            int there,
            String range,
            String toDo,
            @Nullable String mendAt) {}
}
