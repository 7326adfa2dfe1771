package lianxin.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lianxin.platform.RuleBroken;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * A file that holds a table, as an office sends it: Excel or comma-separated, told apart by what is in it and not by its
 * name. Read line by line; a country of lines is never in memory at once.
 */
public final class SheetFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int BEGINNING = 4096;
    private static final Pattern DAY_FORMAT = Pattern.compile("(?i).*(y|d|年|日).*");
    private static final int MOST_CELLS = 200;

    private SheetFile() {}

    /** All lines below the head that are not empty. */
    public static void read(Path file, List<Column> columns, Consumer<Line> use) {
        var beginning = beginning(file);
        if (startsWith(beginning, OLD_OFFICE)) throw new RuleBroken("sheets.old-excel");
        var walk = new Head(columns, use);
        if (startsWith(beginning, ZIP)) excel(file, columns, walk);
        else if (holdsNothing(beginning)) throw new RuleBroken("sheets.no-table");
        else csv(file, walk);
        walk.end();
    }

    private static byte[] beginning(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(BEGINNING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    /** No text has zeros in it, unless each of its signs takes two bytes and a mark says so. */
    private static boolean holdsNothing(byte[] bytes) {
        if (CsvLines.twoBytes(bytes) != null) return false;
        for (var it : bytes) if (it == 0) return true;
        return bytes.length == 0;
    }

    private static void csv(Path file, Head walk) {
        try (var lines = CsvLines.of(file)) {
            for (var fields = lines.next(); fields != null; fields = lines.next())
                walk.take(lines.number(), List.of(fields));
        }
    }

    private static void excel(Path file, List<Column> columns, Head walk) {
        try (var book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                var rows = sheet(book, columns).openStream()) {
            rows.forEach(row -> walk.take(row.getRowNum(), cells(row)));
        } catch (ExcelReaderException | IOException broken) {
            throw new RuleBroken("sheets.broken-excel");
        }
    }

    /** The one that holds the table; of several none is preferred in silence. */
    private static Sheet sheet(ReadableWorkbook book, List<Column> columns) throws IOException {
        var holding = new ArrayList<Sheet>();
        for (var it : book.getSheets().toList())
            if (it.getVisibility() == SheetVisibility.VISIBLE && Head.stands(columns, first(it))) holding.add(it);
        if (holding.size() > 1)
            throw new RuleBroken(
                    "sheets.several", holding.stream().map(Sheet::getName).collect(Collectors.joining("、")));
        return holding.isEmpty() ? book.getFirstSheet() : holding.getFirst();
    }

    private static List<List<String>> first(Sheet sheet) throws IOException {
        try (var rows = sheet.openStream()) {
            return rows.map(SheetFile::cells)
                    .filter(it -> !it.stream().allMatch(String::isEmpty))
                    .limit(Head.WITHIN)
                    .toList();
        }
    }

    private static List<String> cells(Row row) {
        int count = Math.min(row.getCellCount(), MOST_CELLS);
        var cells = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            var cell = row.getCell(i);
            cells.add(cell == null ? "" : Plain.trimmed(text(cell)));
        }
        return cells;
    }

    /** A code of twelve digits is stored as a number by many; it is written out again, and days as days. */
    private static String text(Cell cell) {
        if (cell.getValue() instanceof BigDecimal number) {
            var format = cell.getDataFormatString();
            if (format != null
                    && dayFormat(format)
                    && number.signum() > 0
                    && number.compareTo(new BigDecimal(2_958_466)) < 0)
                return cell.asDate().toLocalDate().toString();
            var whole = number.stripTrailingZeros();
            return whole.scale() <= 0 ? whole.toPlainString() : number.toPlainString();
        }
        return cell.getText();
    }

    /** A format with years or days in it; colors and texts in it do not count. */
    private static boolean dayFormat(String format) {
        var bare = format.replaceAll("\\[[^]]*]|\"[^\"]*\"|\\\\.|(?i)general", "");
        return DAY_FORMAT.matcher(bare).matches();
    }
}
