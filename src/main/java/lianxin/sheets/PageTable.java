package lianxin.sheets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A table of a page on its way to a sheet: what can only be pressed stays behind, and so do columns of nothing else. */
final class PageTable {
    private static final String NOT_ON_PAPER =
            "td form, th form, td button, th button, script, svg, .no-print, .phone, [hidden]";

    /** Codes and years are digits without separators; they stay what they are. */
    private static final String A_NUMBER = "[-−]?(\\d{1,3}(,\\d{3})+|\\d{1,5})(\\.\\d+)?";

    private final Document page;
    private final Element table;

    private PageTable(Document page, Element table) {
        this.page = page;
        this.table = table;
    }

    /** In the order of the page; those without a line are left out, unless the page has no other. */
    static List<Table> all(Document page, String title) {
        page.select(NOT_ON_PAPER).remove();
        var found = new ArrayList<Table>();
        for (var table : page.select("main table")) {
            var parts = table.closest("[data-sheet]");
            if (parts == null) found.add(new PageTable(page, table).read(title));
            else if (table.equals(parts.selectFirst("table"))) found.add(together(page, parts, title));
        }
        var some = found.stream().filter(it -> it.rows().iterator().hasNext()).toList();
        if (!some.isEmpty()) return some;
        return found.isEmpty() ? List.of(new Table(title, List.of(title), List.of())) : found;
    }

    /** Tables that the page shows apart are one list: what stands above each becomes the first column. */
    private static Table together(Document page, Element parts, String title) {
        var columns = new ArrayList<>(List.of(parts.attr("data-sheet")));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var table : parts.select("table")) {
            var part = new PageTable(page, table);
            var caption = part.name(title);
            var read = part.read(title);
            if (columns.size() == 1) columns.addAll(read.columns());
            for (var line : read.rows()) {
                var row = new ArrayList<@Nullable Object>(List.of(caption));
                row.addAll(line);
                rows.add(row);
            }
        }
        return new Table(new PageTable(page, parts).name(title), columns, rows);
    }

    private Table read(String title) {
        var head = table.selectFirst("thead tr:last-child, tr:has(th):not(:has(td))");
        var columns = head == null ? List.<@Nullable Object>of() : cells(head);
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var row : table.select("tr")) {
            if (!row.equals(head) && row.closest("thead") == null) rows.add(cells(row));
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < Math.max(width, columns.size()); i++) if (says(columns, rows, i)) kept.add(i);
        var names = kept.stream().map(it -> text(columns, it)).toList();
        return new Table(
                name(title), names, rows.stream().map(it -> only(it, kept)).toList());
    }

    private static boolean says(List<@Nullable Object> columns, List<List<@Nullable Object>> rows, int column) {
        return rows.stream().anyMatch(it -> !text(it, column).isBlank())
                || (rows.isEmpty() && !text(columns, column).isBlank());
    }

    private static String text(List<@Nullable Object> cells, int column) {
        var cell = column < cells.size() ? cells.get(column) : null;
        return cell == null ? "" : cell.toString();
    }

    private static List<@Nullable Object> only(List<@Nullable Object> row, List<Integer> columns) {
        var kept = new ArrayList<@Nullable Object>();
        for (int column : columns) kept.add(column < row.size() ? row.get(column) : null);
        return kept;
    }

    private static List<@Nullable Object> cells(Element row) {
        var cells = new ArrayList<@Nullable Object>();
        for (var cell : row.children()) {
            cells.add(value(cell));
            var span = cell.attr("colspan");
            for (int i = 1; !span.isEmpty() && i < Integer.parseInt(span); i++) cells.add(null);
        }
        return cells;
    }

    private static Object value(Element cell) {
        var words = cell.text().strip();
        return words.matches(A_NUMBER) ? new BigDecimal(words.replace(",", "").replace('−', '-')) : words;
    }

    /** What the page calls it: its caption, the name of the region it scrolls in, the heading above it. */
    private String name(String title) {
        var caption = table.selectFirst("> caption");
        if (caption != null && !caption.text().isBlank()) return caption.text();
        var region = table.closest("main [aria-label], main [aria-labelledby]");
        if (region != null && region.hasAttr("aria-label")) return region.attr("aria-label");
        var named = region == null ? null : page.getElementById(region.attr("aria-labelledby"));
        if (named != null) return named.text();
        for (var around = table; around != null && !around.nameIs("main"); around = around.parent()) {
            for (var before = around.previousElementSibling();
                    before != null;
                    before = before.previousElementSibling()) {
                var heading = before.nameIs("h2") || before.nameIs("h3") ? before : before.selectFirst("h2, h3");
                if (heading != null) return heading.text();
            }
        }
        return title;
    }
}
