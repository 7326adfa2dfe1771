package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
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
    private final FilterWords words;
    private final Taken taken;
    private final Clock clock;

    CasesExcel(CaseQueries queries, CaseReaders readers, CaseViews views, FilterWords words, Taken taken, Clock clock) {
        this.queries = queries;
        this.readers = readers;
        this.views = views;
        this.words = words;
        this.taken = taken;
        this.clock = clock;
    }

    @Needs(
            value = {May.READ, May.READ_PUBLIC_SPACE},
            inSomeLine = true)
    @GetMapping("/cases/xlsx")
    ResponseEntity<byte[]> list(@RequestParam Map<String, String> address, Actor actor, Shell shell) {
        var filter = Filter.of(address);
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
                shell.t("cases.filter.channel"),
                shell.t("cases.excel.state"),
                shell.t("cases.filter.unit"),
                shell.t("cases.excel.supervisor"),
                shell.t("cases.excel.reported"),
                shell.t("cases.excel.due"),
                shell.t("cases.excel.answer-until"),
                shell.t("cases.excel.silent-since"));
        var filters = new LinkedHashMap<String, String>();
        filters.put(shell.t("cases.views"), shell.t("cases.view." + filter.view()));
        words.said(filter, shell).forEach(it -> filters.put(it.name(), it.value()));
        filters.put(shell.t("cases.excel.most"), found.size() > MOST ? shell.number(MOST) : "");
        var now = new AsOf(null, null, clock.instant(), null);
        return taken.away(new Table(shell.t("cases.title"), columns, rows), filters, now, shell);
    }

    /** At most one more than are taken. */
    private List<CaseRow> found(Filter filter, Actor actor) {
        var reach = readers.reach(actor);
        var all = new ArrayList<CaseRow>();
        for (int page = 1; all.size() <= MOST; page++) {
            var found = queries.list(filter.at(page), reach, clock.instant());
            found.stream().limit(CaseQueries.PAGE).forEach(it -> all.add(readers.shown(it, actor)));
            if (found.size() <= CaseQueries.PAGE) break;
        }
        return all;
    }

    private static List<String> row(CaseViews.RowView it, ZoneId zone) {
        return List.of(
                it.number(),
                it.title(),
                it.category(),
                it.kind(),
                it.place(),
                it.channel(),
                it.state().name(),
                it.holder(),
                it.supervisor() == null ? "" : it.supervisor(),
                minute(it.it().reportedAt(), zone),
                minute(it.it().due(), zone),
                minute(it.it().answerUntil(), zone),
                minute(it.it().silentSince(), zone));
    }

    private static String minute(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? "" : MINUTE.format(LocalDateTime.ofInstant(moment, zone));
    }
}
