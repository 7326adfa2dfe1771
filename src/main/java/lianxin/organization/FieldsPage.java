package lianxin.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.organization.Findings.Tally;
import lianxin.organization.StructureRules.Aspect;
import lianxin.organization.StructureRules.Coverage;
import lianxin.organization.StructureRules.Field;
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

/**
 * All fields in all areas (全领域建强、全区域提升): which field keeps which aspect, and which area keeps which field. Every gap
 * opens into the lines that it counts; what nobody looked at is empty and never well.
 */
@Controller
class FieldsPage {

    private final Structure structure;
    private final Trees trees;
    private final Taken taken;

    FieldsPage(Structure structure, Trees trees, Taken taken) {
        this.structure = structure;
        this.trees = trees;
        this.taken = taken;
    }

    /**
     * @param path from the top down to the unit that is looked at; empty for the whole town
     * @param aspects one row for each field
     * @param areas one row for each part of the ground right below
     */
    record View(
            AsOf asOf,
            Map<String, Object> keep,
            List<Place> path,
            String whole,
            String lines,
            List<String> fieldNames,
            List<String> aspectNames,
            List<Row> aspects,
            List<Row> areas,
            int cells,
            int lookedAt,
            int gaps) {}

    record Place(String name, String url) {}

    /** @param url null where nothing lies below */
    record Row(String name, @Nullable String url, List<Cell> cells) {}

    /** @param url where the gap opens; null where there is none */
    record Cell(Tally tally, @Nullable String url) {}

    @Needs(May.LOOK_UP)
    @GetMapping("/structure/fields")
    ModelAndView show(AsOf asked, @RequestParam(name = "unit", required = false) @Nullable Integer unit, Shell shell) {
        var asOf = asked.knownNow();
        var tree = trees.at(asOf.at());
        var filter = StructureFilter.whole(asOf, unit, tree);
        var coverage = structure.rules().coverage();
        var aspects = aspects(coverage, filter, shell);
        var areas = areas(coverage, filter, tree);
        var all = aspects.stream().flatMap(it -> it.cells.stream()).toList();
        var under = filter.unit();
        var view = new View(
                asOf,
                filter.kept(),
                under == null
                        ? List.of()
                        : tree.unitsOnPath(under).stream()
                                .map(it -> new Place(it.name(), filter.url("/structure/fields", "", it.id())))
                                .toList(),
                StructureFilter.whole(asOf).url("/structure/fields", "", null),
                filter.url("", under),
                coverage.fields().stream()
                        .map(it -> it.name().in(shell.locale()))
                        .toList(),
                coverage.aspects().stream()
                        .map(it -> it.name().in(shell.locale()))
                        .toList(),
                aspects,
                areas,
                all.size(),
                (int) all.stream().filter(it -> it.tally.looked() > 0).count(),
                (int) all.stream().filter(it -> it.url != null).count());
        return new ModelAndView("organization/fields", "it", view);
    }

    private List<Row> aspects(Coverage coverage, StructureFilter filter, Shell shell) {
        var findings = structure.of(filter);
        var rows = new ArrayList<Row>();
        for (var field : coverage.fields()) {
            var cells = coverage.aspects().stream()
                    .map(it -> cell(findings.of(field, it), filter.of(field.key(), it.key()), filter.unit()))
                    .toList();
            rows.add(new Row(field.name().in(shell.locale()), null, cells));
        }
        return rows;
    }

    private List<Row> areas(Coverage coverage, StructureFilter filter, Tree tree) {
        var rows = new ArrayList<Row>();
        structure.parts(filter).forEach((unit, findings) -> {
            var cells = coverage.fields().stream()
                    .map(it -> cell(all(findings, it, coverage.aspects()), filter.of(it.key(), ""), unit.id()))
                    .toList();
            var deeper = tree.children(unit.id()).isEmpty() ? null : filter.url("/structure/fields", "", unit.id());
            rows.add(new Row(unit.name(), deeper, cells));
        });
        return rows;
    }

    private static Cell cell(Tally tally, StructureFilter filter, @Nullable UnitId unit) {
        return new Cell(tally, tally.kept() < tally.looked() ? filter.url("", unit) : null);
    }

    private static Tally all(Findings findings, Field field, List<Aspect> aspects) {
        var rules = aspects.stream().flatMap(it -> it.rules().stream()).collect(Collectors.toSet());
        return findings.of(field, new Aspect("", field.name(), rules));
    }

    /** Both tables in one: the fields of the whole first, then area by area. */
    @Needs(May.LOOK_UP)
    @GetMapping("/structure/fields/xlsx")
    ResponseEntity<byte[]> table(
            AsOf asked, @RequestParam(name = "unit", required = false) @Nullable Integer unit, Shell shell) {
        var asOf = asked.knownNow();
        var tree = trees.at(asOf.at());
        var filter = StructureFilter.whole(asOf, unit, tree);
        var coverage = structure.rules().coverage();
        var rows = new ArrayList<List<Object>>();
        var aspects = aspects(coverage, filter, shell);
        for (int i = 0; i < aspects.size(); i++)
            for (int j = 0; j < coverage.aspects().size(); j++)
                rows.add(line(
                        shell.t("structure.all-areas"),
                        aspects.get(i).name,
                        coverage.aspects().get(j).name().in(shell.locale()),
                        aspects.get(i).cells.get(j)));
        for (var area : areas(coverage, filter, tree))
            for (int i = 0; i < coverage.fields().size(); i++)
                rows.add(line(
                        area.name,
                        coverage.fields().get(i).name().in(shell.locale()),
                        shell.t("structure.all-aspects"),
                        area.cells.get(i)));
        var columns = List.of(
                shell.t("organization.unit"),
                shell.t("structure.field"),
                shell.t("structure.aspect"),
                shell.t("structure.kept"),
                shell.t("structure.looked"));
        var under = filter.unit();
        var filters = Map.of(
                shell.t("organization.unit"),
                under == null ? "" : tree.unit(under).name());
        return taken.away(new Table(shell.t("structure.coverage"), columns, rows), filters, asOf, shell);
    }

    private static List<Object> line(String area, String field, String aspect, Cell cell) {
        return cell.tally.looked() == 0
                ? List.of(area, field, aspect, "—", 0)
                : List.of(area, field, aspect, cell.tally.kept(), cell.tally.looked());
    }
}
