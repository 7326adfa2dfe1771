package lianxin.cases;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import lianxin.cases.rules.Categories;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.sheets.Table;
import lianxin.sheets.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A list of cases as its reader sees it, to be taken away: no telephone, no reporter, no words that the list hides. */
@Controller
class CasesExcel {

    private static final int MOST = 2_000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final CaseQueries queries;
    private final CaseReaders readers;
    private final CaseViews views;
    private final Categories categories;
    private final Trees trees;
    private final Taken taken;
    private final Clock clock;

    CasesExcel(
            CaseQueries queries,
            CaseReaders readers,
            CaseViews views,
            Categories categories,
            Trees trees,
            Taken taken,
            Clock clock) {
        this.queries = queries;
        this.readers = readers;
        this.views = views;
        this.categories = categories;
        this.trees = trees;
        this.taken = taken;
        this.clock = clock;
    }

    @Needs(
            value = {May.READ, May.READ_PUBLIC_SPACE},
            inSomeLine = true)
    @GetMapping("/cases/xlsx")
    ResponseEntity<byte[]> list(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(defaultValue = "false") boolean late,
            Actor actor,
            Shell shell) {
        var filter = new Filter(Filter.View.of(view), q, category, unit, late, 1);
        var found = found(filter, actor);
        var rows = views.rows(found.stream().limit(MOST).toList(), shell).stream()
                .map(it -> row(it, clock.getZone()))
                .toList();
        var columns = List.of(
                shell.t("cases.excel.number"),
                shell.t("cases.excel.title"),
                shell.t("cases.filter.category"),
                shell.t("intake.kind"),
                shell.t("cases.excel.place"),
                shell.t("cases.excel.state"),
                shell.t("cases.filter.unit"),
                shell.t("cases.excel.supervisor"),
                shell.t("cases.excel.reported"),
                shell.t("cases.excel.due"));
        var filters = new LinkedHashMap<String, String>();
        filters.put(shell.t("cases.views"), shell.t("cases.view." + filter.view()));
        filters.put(shell.t("cases.filter.q"), filter.q() == null ? "" : filter.q());
        filters.put(
                shell.t("cases.filter.category"),
                filter.category() == null
                        ? ""
                        : CaseViews.word(categories.find(filter.category()).name(), shell));
        filters.put(shell.t("cases.filter.unit"), unit == null ? "" : name(unit));
        filters.put(shell.t("cases.only-late"), late ? "✓" : "");
        filters.put(shell.t("cases.excel.most"), found.size() > MOST ? shell.number(MOST) : "");
        var now = new AsOf(null, null, clock.instant(), null);
        return taken.away(new Table(shell.t("cases.title"), columns, rows), filters, now, shell);
    }

    /** At most one more than are taken. */
    private List<CaseRow> found(Filter filter, Actor actor) {
        var reach = readers.reach(actor);
        var all = new ArrayList<CaseRow>();
        for (int page = 1; all.size() <= MOST; page++) {
            var here = new Filter(filter.view(), filter.q(), filter.category(), filter.unit(), filter.late(), page);
            var found = queries.list(here, reach, clock.instant());
            found.stream().limit(CaseQueries.PAGE).forEach(it -> all.add(readers.shown(it, actor)));
            if (found.size() <= CaseQueries.PAGE) break;
        }
        return all;
    }

    private String name(int unit) {
        var tree = trees.now();
        return tree.has(new UnitId(unit)) ? tree.unit(new UnitId(unit)).name() : "";
    }

    private static List<String> row(CaseViews.RowView it, ZoneId zone) {
        return List.of(
                it.number(),
                it.title(),
                it.category(),
                it.kind(),
                it.place(),
                it.state().name(),
                it.holder(),
                it.supervisor() == null ? "" : it.supervisor(),
                MINUTE.format(LocalDateTime.ofInstant(it.it().reportedAt(), zone)),
                MINUTE.format(LocalDateTime.ofInstant(it.it().due(), zone)));
    }
}
