package lianxin.sheets;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianxin.platform.AsOf;
import lianxin.platform.PageTaken;
import lianxin.platform.Shell;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * The tables of any page as they stand on it, each on a sheet of its own ({@code ?tables=xlsx}). For tables that a page shows
 * only in part there is an address of its own that tells all lines.
 */
@Component
class PageTables implements PageTaken {
    private static final Set<String> NO_FILTERS = Set.of(Shell.TABLES, "on", "known", "page", "lang", "size");

    private final Taken taken;
    private final Clock clock;

    PageTables(Taken taken, Clock clock) {
        this.taken = taken;
        this.clock = clock;
    }

    @Override
    public boolean asked(HttpServletRequest request) {
        return request.getMethod().equals("GET") && "xlsx".equals(request.getParameter(Shell.TABLES));
    }

    @Override
    public void write(String page, Shell shell, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var document = Jsoup.parse(page);
        var heading = document.selectFirst("h1");
        var title = heading == null ? document.title() : heading.text();
        var filters = filters(document, request);
        document.select("main [data-note]").forEach(it -> filters.put(shell.t("sheets.note"), it.text()));
        var asOf = AsOf.of(request.getParameter("on"), request.getParameter("known"), clock);
        var file = taken.away(title, PageTable.all(document, title), filters, asOf, shell);
        file.getHeaders().forEach((name, values) -> values.forEach(it -> response.addHeader(name, it)));
        response.getOutputStream().write(requireNonNull(file.getBody()));
    }

    /** What was chosen, by the words that stand beside it on the page, or that the page says for the file alone. */
    private static Map<String, String> filters(Document page, HttpServletRequest request) {
        var filters = new LinkedHashMap<String, String>();
        var told = page.select("main [data-filter]");
        told.forEach(it -> filters.put(it.attr("data-filter"), it.text()));
        var known = told.eachAttr("data-of");
        request.getParameterMap().forEach((name, values) -> {
            if (!NO_FILTERS.contains(name) && !known.contains(name))
                filters.put(label(page, name), said(page, name, List.of(values)));
        });
        return filters;
    }

    private static String label(Document page, String name) {
        var field = page.selectFirst("form[method=get] [name=\"" + quoted(name) + "\"]");
        if (field == null) return name;
        var label = field.id().isEmpty() ? null : page.selectFirst("label[for=\"" + quoted(field.id()) + "\"]");
        if (label == null) label = field.closest("label");
        var words = label == null ? field.attr("aria-label") : label.ownText();
        return words.isBlank() ? name : words;
    }

    private static String said(Document page, String name, List<String> values) {
        var words = values.stream().map(value -> {
            var option = page.selectFirst(
                    "form[method=get] select[name=\"" + quoted(name) + "\"] option[value=\"" + quoted(value) + "\"]");
            return option == null ? value : option.text();
        });
        return String.join("、", words.toList());
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
