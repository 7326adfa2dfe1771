package lianxin.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes tables: for Excel, one sheet each, or comma-separated. Texts stay texts, whatever they begin with. */
public final class Paper {

    private static final String MADE_BY = "Lianxin";
    private static final String VERSION = "1.0";
    private static final int LONGEST_TEXT = 32_000;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int WIDEST = 48;

    private Paper() {}

    public static byte[] excel(List<Table> tables) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, MADE_BY, VERSION)) {
            for (var table : tables) write(book.newWorksheet(table.title()), table);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, Table table) throws IOException {
        var columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, clean(columns.get(i)));
            sheet.style(0, i).bold().set();
            sheet.width(i, Math.clamp(2L * columns.get(i).length() + 4, 10, WIDEST));
        }
        sheet.freezePane(0, 1);
        int at = 1;
        for (var row : table.rows()) {
            for (int i = 0; i < row.size(); i++) put(sheet, at, i, row.get(i));
            if (at++ % ROWS_AT_ONCE == 0) sheet.flush();
        }
        sheet.finish();
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number it -> sheet.value(row, column, it);
            case LocalDate it -> {
                sheet.value(row, column, it);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> {
                var text = clean(value.toString());
                if (!text.isEmpty()) sheet.value(row, column, text);
            }
        }
    }

    /** Signs that no sheet may hold are left out. */
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && clean.length() < LONGEST_TEXT; i++) {
            char it = text.charAt(i);
            if (it >= ' ' || it == '\n' || it == '\t') clean.append(it);
        }
        return clean.toString();
    }

    /** With the mark that tells Excel that it is UTF-8. */
    public static byte[] csv(Table table) {
        var lines = new ArrayList<List<? extends @Nullable Object>>();
        lines.add(table.columns());
        table.rows().forEach(lines::add);
        var text = new StringBuilder("\uFEFF");
        for (var line : lines) {
            for (int i = 0; i < line.size(); i++) text.append(i == 0 ? "" : ",").append(quoted(line.get(i)));
            text.append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A spreadsheet takes a field that begins like a formula for one. */
    private static String quoted(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        var harmless = !(value instanceof Number) && text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
