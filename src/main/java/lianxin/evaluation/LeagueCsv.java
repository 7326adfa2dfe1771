package lianxin.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lianxin.platform.Shell;
import lianxin.sheets.Table;

/** The league as a table for a spreadsheet; its first lines say what it is and who took it. */
final class LeagueCsv {
    private final Shell shell;

    LeagueCsv(Shell shell) {
        this.shell = shell;
    }

    byte[] of(LeaguePage.View view, String reader) {
        var lines = new ArrayList<List<String>>();
        var heading = view.heading();
        lines.add(List.of(heading.name(), heading.month(), shell.t("evaluation.version", heading.version())));
        lines.add(List.of(
                heading.basis() == null ? "" : heading.basis(),
                heading.example() ? shell.t("evaluation.example") : "",
                shell.t("evaluation.no-ranks")));
        lines.add(List.of(shell.t("evaluation.taken-by", reader)));
        lines.add(head(view));
        view.lines().forEach(it -> lines.add(line(it)));
        var text = lines.stream()
                .map(it -> it.stream().map(LeagueCsv::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same lines for Excel; what the first lines of the text say, its second sheet says. */
    Table table(LeaguePage.View view) {
        var rows = view.lines().stream().map(this::line).toList();
        return new Table(view.heading().name() + " " + view.heading().month(), head(view), rows);
    }

    private List<String> head(LeaguePage.View view) {
        var all = new ArrayList<String>();
        for (var key : List.of("unit", "county", "score", "interval", "cases", "sample")) {
            all.add(shell.t("evaluation.column." + key));
        }
        for (var column : view.columns()) {
            all.add(column);
            all.add(column + " " + shell.t("evaluation.column.interval"));
            for (var key : List.of("left-out", "left-out-of", "coverage"))
                all.add(column + " " + shell.t("evaluation.column." + key));
        }
        return all;
    }

    private List<String> line(LeaguePage.Line line) {
        var all = new ArrayList<String>();
        all.add(line.name());
        all.add(line.county());
        all.add(line.score().value());
        all.add(line.score().range());
        all.add(String.valueOf(line.cases()));
        all.add(line.smallSample() ? shell.t("evaluation.small-sample") : "");
        for (var cell : line.cells()) {
            all.add(
                    cell.figure().note().isEmpty()
                            ? cell.figure().value()
                            : cell.figure().note());
            all.add(cell.figure().range());
            var leftOut = cell.leftOut();
            all.add(leftOut == null ? "" : String.valueOf(leftOut.cases()));
            all.add(leftOut == null ? "" : String.valueOf(leftOut.of()));
            all.add(cell.beside() == null ? "" : cell.beside().figure().value());
        }
        return all;
    }

    /** A spreadsheet takes a cell that begins like a formula for one. */
    private static String quoted(String cell) {
        var harmless = cell.matches("(?s)[=+@\\t-].*") ? "'" + cell : cell;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
