package lianxin.sheets;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * A table on its way out of the town. Its second sheet says what was chosen, how it stood when, when it was taken and by
 * whom; who may take it is asked by its page.
 */
@Component
public class Taken {

    public static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Clock clock;

    Taken(Clock clock) {
        this.clock = clock;
    }

    /** @param filters what was chosen, by what it is called on the page; what is empty was not chosen */
    public ResponseEntity<byte[]> away(Table table, Map<String, String> filters, AsOf asOf, Shell shell) {
        return away(table.title(), List.of(table), filters, asOf, shell);
    }

    /** Several tables, each on its sheet, and the sheet that says what they are behind them. */
    ResponseEntity<byte[]> away(String title, List<Table> tables, Map<String, String> filters, AsOf asOf, Shell shell) {
        var now = LocalDateTime.ofInstant(clock.instant(), clock.getZone());
        var sheets = new ArrayList<>(tables);
        sheets.add(new Table(
                shell.t("sheets.about"),
                List.of(shell.t("sheets.what"), shell.t("sheets.said")),
                about(title, filters, asOf, now, shell)));
        return file(Paper.excel(sheets), named(title, now.toLocalDate(), "xlsx"), EXCEL);
    }

    private static List<List<String>> about(
            String title, Map<String, String> filters, AsOf asOf, LocalDateTime now, Shell shell) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(shell.t("sheets.table"), title));
        filters.forEach((name, chosen) -> {
            if (!chosen.isBlank()) lines.add(List.of(shell.t("sheets.filter", name), chosen));
        });
        if (lines.size() == 1) lines.add(List.of(shell.t("sheets.filters"), shell.t("sheets.all")));
        lines.add(List.of(
                shell.t("sheets.as-of"),
                asOf.on() == null ? MINUTE.format(now) : shell.t("sheets.end-of", asOf.on() + "")));
        if (asOf.knownOn() != null)
            lines.add(List.of(shell.t("sheets.known"), shell.t("sheets.end-of", asOf.knownOn() + "")));
        lines.add(List.of(shell.t("sheets.taken-at"), MINUTE.format(now)));
        var who = shell.who();
        if (who != null) {
            lines.add(List.of(shell.t("sheets.taken-by"), who.name()));
            lines.add(List.of(shell.t("sheets.post"), (who.unit() + " " + who.role()).strip()));
        }
        return lines;
    }

    /** Such as 单位-2026-11-22.xlsx. */
    public static String named(String title, LocalDate day, String ending) {
        return title.replaceAll("[\\\\/:*?\"<>|\\s]+", "-") + "-" + day + "." + ending;
    }

    public static ResponseEntity<byte[]> file(byte[] bytes, String name, MediaType type) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(bytes);
    }
}
