package lianxin.organization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.springframework.web.bind.annotation.ModelAttribute;
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
            @ModelAttribute StructureFilter.Asked wanted,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Actor reader,
            Shell shell) {
        var asOf = asked.knownNow();
        var tree = trees.at(asOf.at());
        var filter = StructureFilter.of(asOf, wanted, structure.rules(), tree);
        var under = filter.unit();
        var findings = structure.of(filter);
        var chosen = chosen(findings, filter);
        var pages = Math.max(1, (chosen.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        var now = Math.clamp(page, 1, pages);
        var lines = chosen.stream()
                .skip((now - 1L) * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .map(it -> StructureLine.of(it, tree, asOf, reader, shell))
                .toList();
        var view = new View(
                asOf,
                filter.kept(),
                under == null ? List.of() : path(tree, under, filter),
                ruleLines(findings, filter, shell),
                heading(filter, shell),
                parts(chosen, tree, filter),
                lines,
                chosen.size(),
                now > 1 ? filter.url(filter.rule(), under) + filter.page(now - 1) : null,
                now < pages ? filter.url(filter.rule(), under) + filter.page(now + 1) : null,
                StructureFilter.whole(asOf).url("", null),
                StructureFilter.whole(asOf).url("/structure/fields", "", under));
        return new ModelAndView("organization/structure", "it", view);
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/structure/xlsx")
    ResponseEntity<byte[]> table(AsOf asked, @ModelAttribute StructureFilter.Asked wanted, Actor reader, Shell shell) {
        var asOf = asked.knownNow();
        var tree = trees.at(asOf.at());
        var filter = StructureFilter.of(asOf, wanted, structure.rules(), tree);
        var rows = chosen(structure.of(filter), filter).stream()
                .map(it -> StructureLine.of(it, tree, asOf, reader, shell))
                .map(it -> List.of(it.unit(), it.above(), it.rule(), it.what(), it.there(), it.range(), it.toDo()))
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
                shell.t("structure.field"),
                heading(filter, shell),
                shell.t("organization.unit"),
                filter.unit() == null ? "" : tree.unit(filter.unit()).name());
        return taken.away(new Table(shell.t("structure.structure"), columns, rows), filters, asOf, shell);
    }

    private List<Violation> chosen(Findings findings, StructureFilter filter) {
        var coverage = structure.rules().coverage();
        return findings.violations().stream()
                .filter(it -> filter.takes(it, coverage))
                .toList();
    }

    /** The field and the aspect that were chosen, by name. */
    private String heading(StructureFilter filter, Shell shell) {
        var coverage = structure.rules().coverage();
        var fields = coverage.fields().stream()
                .filter(it -> it.key().equals(filter.field()))
                .map(StructureRules.Field::name);
        var aspects = coverage.aspects().stream()
                .filter(it -> it.key().equals(filter.aspect()))
                .map(StructureRules.Aspect::name);
        return Stream.concat(fields, aspects).map(it -> it.in(shell.locale())).collect(Collectors.joining(" · "));
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

    /**
     * @param path from the top down to the unit that is looked at; empty for the whole town
     * @param parts what lies right below, with how much is to be mended there
     * @param heading the field and the aspect that are looked at; empty for all
     * @param whole the address without any filter
     * @param fields the address of the matrix
     */
    record View(
            AsOf asOf,
            Map<String, Object> keep,
            List<Place> path,
            List<RuleLine> rules,
            String heading,
            List<Place> parts,
            List<StructureLine> lines,
            int all,
            @Nullable String before,
            @Nullable String after,
            String whole,
            String fields) {

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
}
