package lianxin.sheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lianxin.platform.RuleBroken;

/**
 * Finds the head of a table within its first lines, below titles and remarks, and gives on the lines under it. Where cells
 * of the head are merged over two or three lines, the empty ones take their word from above.
 */
final class Head {

    static final int WITHIN = 20;
    private static final int MERGED_OVER = 3;
    private static final int LONGEST_CELL = 500;
    private static final Pattern NOT_WORKED_OUT = Pattern.compile("#(N/A|[A-Z0-9/]+[!?])");

    private final List<Column> columns;
    private final Consumer<Line> use;
    private final List<Raw> first = new ArrayList<>();
    private int[] places = new int[0];

    private record Raw(int number, List<String> cells) {}

    Head(List<Column> columns, Consumer<Line> use) {
        this.columns = columns;
        this.use = use;
    }

    /** Whether a table with all that is demanded stands under a head within these lines. */
    static boolean stands(List<Column> columns, List<List<String>> lines) {
        var head = new Head(columns, it -> {});
        for (var it : lines) if (!it.stream().allMatch(String::isEmpty)) head.first.add(new Raw(0, it));
        for (int i = 0; i < head.first.size(); i++)
            if (head.missing(head.places(i)).isEmpty()) return true;
        return false;
    }

    void take(int number, List<String> cells) {
        if (cells.stream().allMatch(String::isEmpty)) return;
        if (places.length > 0) {
            give(number, cells);
            return;
        }
        first.add(new Raw(number, cells));
        if (first.size() == WITHIN) find();
    }

    void end() {
        if (places.length == 0) find();
    }

    private void find() {
        int best = -1;
        int most = 0;
        for (int i = 0; i < first.size(); i++) {
            int found = count(places(i));
            if (found > most) {
                most = found;
                best = i;
            }
        }
        if (best < 0) throw new RuleBroken("sheets.no-head", names(columns));
        var there = places(best);
        var missing = missing(there);
        if (!missing.isEmpty()) throw new RuleBroken("sheets.no-column", names(missing));
        places = there;
        for (var it : first.subList(best + 1, first.size())) give(it.number, it.cells);
        first.clear();
    }

    private List<Column> missing(int[] there) {
        var missing = new ArrayList<Column>();
        for (int i = 0; i < there.length; i++)
            if (there[i] < 0 && columns.get(i).demanded()) missing.add(columns.get(i));
        return missing;
    }

    private static String names(List<Column> some) {
        return some.stream()
                .filter(Column::demanded)
                .map(it -> it.names().getFirst())
                .collect(Collectors.joining("、"));
    }

    /** Of each column, in a head whose lowest line this is; -1 for none. */
    private int[] places(int line) {
        var lines = first.subList(Math.max(0, line - MERGED_OVER + 1), line + 1).reversed();
        int width = lines.stream().mapToInt(it -> it.cells.size()).max().orElse(0);
        var words = new ArrayList<String>(width);
        for (int i = 0; i < width; i++) words.add(word(lines, i));
        var found = new int[columns.size()];
        for (int i = 0; i < found.length; i++) found[i] = place(columns.get(i), words);
        return found;
    }

    /** The lowest that is not empty. */
    private static String word(List<Raw> lines, int place) {
        for (var it : lines)
            if (place < it.cells.size() && !it.cells.get(place).isEmpty()) return Plain.word(it.cells.get(place));
        return "";
    }

    private static int place(Column column, List<String> words) {
        for (var name : column.names()) {
            int place = words.indexOf(name);
            if (place >= 0) return place;
        }
        return -1;
    }

    private static int count(int[] places) {
        int found = 0;
        for (var it : places) if (it >= 0) found++;
        return found;
    }

    private void give(int number, List<String> cells) {
        var complaints = new ArrayList<Complaint>();
        var read = new ArrayList<String>(places.length);
        for (int i = 0; i < places.length; i++) {
            var typed = places[i] >= 0 && places[i] < cells.size() ? cells.get(places[i]) : "";
            read.add(typed.isEmpty() ? "" : plain(columns.get(i), typed, complaints));
        }
        if (read.stream().anyMatch(it -> !it.isEmpty())) use.accept(new Line(number, read, complaints));
    }

    private static String plain(Column column, String typed, List<Complaint> complaints) {
        var name = "@" + column.key();
        if (typed.length() > LONGEST_CELL) {
            complaints.add(Complaint.of("sheets.cell-long", name, LONGEST_CELL));
            return typed.substring(0, LONGEST_CELL);
        }
        if (NOT_WORKED_OUT.matcher(typed).matches()) {
            complaints.add(Complaint.of("sheets.formula-error", name, typed));
            return typed;
        }
        return switch (column.kind()) {
            case TEXT -> typed;
            case CODE -> {
                var code = Plain.code(typed);
                if (Plain.shortened(code)) complaints.add(Complaint.of("sheets.code-shortened", name, code));
                yield code;
            }
            case NUMBER -> {
                var number = Plain.number(typed);
                if (number.isEmpty()) complaints.add(Complaint.of("sheets.number", name, typed));
                yield number.map(BigDecimal::toPlainString).orElse(typed);
            }
            case DAY -> {
                var day = Plain.day(typed);
                if (day.isEmpty()) complaints.add(Complaint.of("sheets.day", name, typed));
                yield day.map(LocalDate::toString).orElse(typed);
            }
        };
    }
}
