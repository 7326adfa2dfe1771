package lianxin.linkage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.linkage.LinkViews.Line;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
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

/** Contact points on a day, filtered by system, group, the unit above the object, and what is amiss; in the order of units. */
@Controller
@Needs(May.LOOK_UP)
class LinksPage {

    private static final int AT_ONCE = 50;

    private final LinkageRules rules;
    private final LinkBook book;
    private final LinkViews views;
    private final Gaps gaps;
    private final LinkNames names;
    private final Trees trees;
    private final Taken taken;

    LinksPage(
            LinkageRules rules, LinkBook book, LinkViews views, Gaps gaps, LinkNames names, Trees trees, Taken taken) {
        this.rules = rules;
        this.book = book;
        this.views = views;
        this.gaps = gaps;
        this.names = names;
        this.trees = trees;
        this.taken = taken;
    }

    /** What is asked for, as it stands in the address. */
    record Asked(
            String system,
            String category,
            String state,
            @Nullable Integer unit) {

        Map<String, Object> given() {
            var given = new LinkedHashMap<String, Object>();
            if (!system.isEmpty()) given.put("system", system);
            if (!category.isEmpty()) given.put("category", category);
            if (!state.isEmpty()) given.put("state", state);
            if (unit != null) given.put("unit", unit);
            return given;
        }
    }

    /**
     * @param count null while no system is chosen
     * @param shorts seats that lack something, for readers who keep the list
     */
    record View(
            AsOf asOf,
            Asked asked,
            List<Line> lines,
            int all,
            int page,
            int pages,
            Gaps.@Nullable Count count,
            List<Lacking> shorts,
            List<Part> parts,
            @Nullable String unit,
            boolean mayKeep,
            LinkageRules rules) {

        String page(int number) {
            var query = asked.given().entrySet().stream()
                    .map(it -> it.getKey() + "=" + URLEncoder.encode(String.valueOf(it.getValue()), UTF_8))
                    .collect(Collectors.joining("&"));
            return asOf.in("/links/list?" + (query.isEmpty() ? "" : query + "&") + "page=" + number);
        }
    }

    /** @param seat the seat with its unit */
    record Lacking(String seat, String category, int missing) {}

    record Part(int number, String name) {}

    @GetMapping("/links/list")
    ModelAndView list(
            @RequestParam(name = "system", defaultValue = "") String system,
            @RequestParam(name = "category", defaultValue = "") String category,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "unit", required = false) @Nullable Integer unit,
            @RequestParam(name = "page", defaultValue = "1") int page,
            AsOf when,
            Actor reader,
            Shell shell) {
        var asOf = when.knownNow();
        var asked = asked(system, category, state, unit);
        var found = found(asked, asOf, reader, shell);
        int pages = Math.max(1, (found.size() + AT_ONCE - 1) / AT_ONCE);
        int shown = Math.clamp(page, 1, pages);
        var count = rules.maybeSystem(system).map(it -> gaps.of(it, asOf.at())).orElse(null);
        var view = new View(
                asOf,
                asked,
                found.stream().skip((shown - 1L) * AT_ONCE).limit(AT_ONCE).toList(),
                found.size(),
                shown,
                pages,
                count,
                count == null ? List.of() : lacking(count, asOf, reader, shell),
                parts(unit, asOf),
                unit == null ? null : names.at(new UnitId(unit), asOf.at()),
                reader.may(May.KEEP_LINKS),
                rules);
        return new ModelAndView("linkage/links", "it", view);
    }

    private Asked asked(String system, String category, String state, @Nullable Integer unit) {
        if (!system.isEmpty() && rules.maybeSystem(system).isEmpty()) throw new NotFound("system of links " + system);
        return new Asked(system, category, state, unit);
    }

    private List<Line> found(Asked asked, AsOf asOf, Actor reader, Shell shell) {
        var at = asOf.at();
        var tree = trees.at(at);
        var links = asked.system.isEmpty() ? book.all(at) : book.in(asked.system, at);
        var chosen = links.stream()
                .filter(it -> asked.category.isEmpty() || it.category().equals(asked.category))
                .filter(it -> asked.unit == null || tree.covers(new UnitId(asked.unit), it.object()))
                .sorted(Comparator.comparing((Link it) ->
                                tree.has(it.object()) ? tree.unit(it.object()).code() : "")
                        .thenComparingInt(it -> it.id().number()))
                .toList();
        return views.lines(chosen, at, reader, shell).stream()
                .filter(it -> switch (asked.state) {
                    case "idle" -> it.idle();
                    case "vacant" -> it.vacant();
                    default -> true;
                })
                .toList();
    }

    private List<Lacking> lacking(Gaps.Count count, AsOf asOf, Actor reader, Shell shell) {
        return count.shorts().stream()
                .filter(it -> reader.may(May.KEEP_LINKS, it.seat().unit()))
                .map(it -> new Lacking(
                        names.at(it.seat().unit(), asOf.at()) + " " + names.seat(it.seat(), shell.locale()),
                        it.category().name().in(shell.locale()),
                        it.missing()))
                .toList();
    }

    /** Units that hold cases, right below the one that is looked at. */
    private List<Part> parts(@Nullable Integer unit, AsOf asOf) {
        var tree = trees.at(asOf.at());
        var above = unit == null
                ? tree.tops().stream().findFirst().map(it -> it.id()).orElse(null)
                : new UnitId(unit);
        if (above == null || !tree.has(above)) return List.of();
        return tree.children(above).stream()
                .filter(it -> it.holdsCases() && !it.code().contains("-"))
                .map(it -> new Part(it.id().number(), it.name()))
                .toList();
    }

    @GetMapping("/links/list/xlsx")
    ResponseEntity<byte[]> table(
            @RequestParam(name = "system", defaultValue = "") String system,
            @RequestParam(name = "category", defaultValue = "") String category,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "unit", required = false) @Nullable Integer unit,
            AsOf when,
            Actor reader,
            Shell shell) {
        var asOf = when.knownNow();
        var asked = asked(system, category, state, unit);
        var rows = new ArrayList<List<? extends @Nullable Object>>();
        for (var it : found(asked, asOf, reader, shell)) rows.add(row(it, shell));
        var columns = List.of(
                shell.t("linkage.object"),
                shell.t("linkage.answers-for-it"),
                shell.t("linkage.system"),
                shell.t("linkage.category"),
                shell.t("linkage.unit"),
                shell.t("linkage.seat"),
                shell.t("linkage.last"),
                shell.t("linkage.due"),
                shell.t("linkage.state"));
        var filters = new LinkedHashMap<String, String>();
        filters.put(
                shell.t("linkage.system"),
                system.isEmpty() ? "" : rules.systemName(system).in(shell.locale()));
        filters.put(shell.t("linkage.category"), category);
        filters.put(shell.t("linkage.state"), state.isEmpty() ? "" : shell.t("linkage.state." + state));
        filters.put(shell.t("linkage.under"), unit == null ? "" : names.at(new UnitId(unit), asOf.at()));
        return taken.away(new Table(shell.t("linkage.title"), columns, rows), filters, asOf, shell);
    }

    private static List<? extends @Nullable Object> row(Line it, Shell shell) {
        var row = new ArrayList<@Nullable Object>();
        row.add(it.object());
        row.add(it.by());
        row.add(it.system());
        row.add(it.category());
        row.add(it.unitName());
        row.add(it.seat());
        row.add(it.last());
        row.add(it.due());
        row.add(it.vacant() ? shell.t("linkage.state.vacant") : it.idle() ? shell.t("linkage.state.idle") : "");
        return row;
    }
}
