package lianxin.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.platform.RuleBroken;
import lianxin.sheets.CsvLines;
import org.jspecify.annotations.Nullable;

/**
 * A list of areas as offices send it: comma-separated, with a head line naming level, code, name and parent_code; in UTF-8
 * or GB18030, decided from the bytes; with blanks of both widths around the words. Codes stay text. Columns lon and lat
 * (WGS84) may follow; the areas above may be in the list or on the ground already.
 */
public final class AreaFile {
    private final Town town;
    private final List<AreaRow> rows = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();
    private Map<String, Integer> columns = Map.of();

    /** What a file holds, and what is wrong with which line. */
    public record Reading(List<AreaRow> rows, List<LineError> errors) {}

    public static Reading read(byte[] bytes, Town town) {
        var file = new AreaFile(town);
        try {
            file.readAll(CsvLines.of(bytes));
        } catch (RuleBroken unreadable) {
            file.errors.add(LineError.at(1, "territory.import.encoding"));
        }
        return new Reading(List.copyOf(file.rows), List.copyOf(file.errors));
    }

    private AreaFile(Town town) {
        this.town = town;
    }

    private void readAll(CsvLines lines) {
        for (var line = lines.next(); line != null; line = lines.next()) {
            var cells = List.of(line);
            if (cells.stream().allMatch(String::isEmpty)) continue;
            if (columns.isEmpty()) {
                if (!readHead(cells, lines.number())) return;
            } else {
                readRow(cells, lines.number());
            }
        }
    }

    private boolean readHead(List<String> cells, int line) {
        columns = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) columns.put(cells.get(i), i);
        for (var needed : List.of("level", "code", "name", "parent_code")) {
            if (!columns.containsKey(needed)) errors.add(LineError.at(line, "territory.import.column", needed));
        }
        return errors.isEmpty();
    }

    private void readRow(List<String> cells, int line) {
        var code = cell(cells, "code");
        var name = cell(cells, "name");
        var level = cell(cells, "level");
        var parent = cell(cells, "parent_code");
        if (code.isEmpty()) errors.add(LineError.at(line, "territory.import.no-code"));
        if (name.isEmpty()) errors.add(LineError.at(line, "territory.import.no-name", code));
        if (code.isEmpty() || name.isEmpty()) return;
        if (above(level)) return;
        var kind = kind(level);
        if (kind == null) {
            errors.add(LineError.at(line, "territory.import.level", level, code));
            return;
        }
        var top = code.equals(town.divisionRoot());
        var above = top || parent.isEmpty() ? null : parent;
        rows.add(new AreaRow(line, kind, code, town.groundName(name), above, spot(cells, line), false));
    }

    private @Nullable Spot spot(List<String> cells, int line) {
        var lon = cell(cells, "lon");
        var lat = cell(cells, "lat");
        if (lon.isEmpty() && lat.isEmpty()) return null;
        try {
            return new Spot(Double.parseDouble(lon), Double.parseDouble(lat), false);
        } catch (NumberFormatException noNumber) {
            errors.add(LineError.at(line, "territory.import.point", lon, lat));
            return null;
        }
    }

    /** Lists begin with the province; the town begins lower. */
    private boolean above(String level) {
        var first = town.levels().getFirst().divisionLevel();
        return first != null && level.matches("\\d") && Integer.parseInt(level) < first;
    }

    private @Nullable String kind(String level) {
        if (level.matches("\\d")) return town.kindOfDivisionLevel(Integer.parseInt(level));
        return town.depth(level) < 0 ? null : level;
    }

    private String cell(List<String> cells, String column) {
        int at = columns.getOrDefault(column, Integer.MAX_VALUE);
        return at < cells.size() ? cells.get(at) : "";
    }
}
