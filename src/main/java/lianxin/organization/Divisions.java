package lianxin.organization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import lianxin.organization.ImportRefused.Complaints;
import lianxin.platform.RuleBroken;
import lianxin.playbook.Playbook;
import lianxin.sheets.CsvLines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists of divisions as statistics offices publish them: {@code level,code,name,parent_code}, in UTF-8 or GB18030.
 * Codes are text; the parent is what the line says, never a part of the code.
 */
@Component
public class Divisions {

    private static final List<String> COLUMNS = List.of("level", "code", "name", "parent_code");
    private static final int BUILDING = Levels.rank("building");

    private final Place place;

    Divisions(Playbook playbook) {
        place = playbook.bind("place.yaml", Place.class);
    }

    /** The areas of the town of the playbook, named as its people name the ground. */
    public List<AreaSeed> ofTown(byte[] csv) {
        var all = parse(csv);
        var inTown = new HashSet<String>();
        var town = new ArrayList<AreaSeed>();
        for (var area : downward(all)) {
            var top = area.code().equals(place.divisionRoot);
            if (!top && !inTown.contains(area.parentCode() == null ? "" : area.parentCode())) continue;
            inTown.add(area.code());
            town.add(new AreaSeed(area.level(), area.code(), ground(area.name()), top ? null : area.parentCode()));
        }
        return town;
    }

    private static List<AreaSeed> downward(List<AreaSeed> areas) {
        var sorted = new ArrayList<>(areas);
        sorted.sort((one, other) -> Integer.compare(Levels.rank(one.level()), Levels.rank(other.level())));
        return sorted;
    }

    private String ground(String name) {
        for (var line : place.areaNames == null ? List.<AreaName>of() : place.areaNames) {
            if (name.endsWith(line.endsWith) && name.endsWith(line.cut)) {
                return name.substring(0, name.length() - line.cut.length());
            }
        }
        return name;
    }

    /** All areas of the list, checked: codes are there once, every parent exists and lies exactly one level above. */
    public static List<AreaSeed> parse(byte[] csv) {
        var complaints = new Complaints();
        var lines = lines(csv, complaints);
        var header = lines.next();
        var column = header == null ? new int[COLUMNS.size()] : columns(header, complaints);
        complaints.refuseIfAny();
        var areas = new ArrayList<AreaSeed>();
        var numbers = new ArrayList<Integer>();
        for (var fields = lines.next(); fields != null; fields = lines.next()) {
            if (fields.length == 1 && fields[0].isEmpty()) continue;
            var area = area(fields, column, lines.number(), complaints);
            if (area == null) continue;
            areas.add(area);
            numbers.add(lines.number());
        }
        check(areas, numbers, complaints);
        complaints.refuseIfAny();
        return areas;
    }

    private static CsvLines lines(byte[] csv, Complaints complaints) {
        try {
            return CsvLines.of(csv);
        } catch (RuleBroken neither) {
            complaints.add(1, "organization.import.encoding", "");
            throw new ImportRefused(complaints);
        }
    }

    private static int[] columns(String[] header, Complaints complaints) {
        var found = new int[COLUMNS.size()];
        for (var it = 0; it < found.length; it++) {
            found[it] = Arrays.asList(header).indexOf(COLUMNS.get(it));
            if (found[it] < 0) complaints.add(1, "organization.import.no-column", COLUMNS.get(it));
        }
        return found;
    }

    private static @Nullable AreaSeed area(String[] fields, int[] column, int line, Complaints complaints) {
        var code = field(fields, column[1]);
        var name = field(fields, column[2]);
        var parent = field(fields, column[3]);
        var level = level(field(fields, column[0]));
        if (level == null) complaints.add(line, "organization.import.level", field(fields, column[0]));
        else if (code.isEmpty()) complaints.add(line, "organization.import.no-code", name);
        else if (name.isEmpty()) complaints.add(line, "organization.import.no-name", code);
        else return new AreaSeed(level, code, name, parent.isEmpty() ? null : parent);
        return null;
    }

    private static String field(String[] fields, int column) {
        return column < fields.length ? fields[column] : "";
    }

    private static @Nullable String level(String text) {
        if (Levels.DOWNWARD.contains(text)) return text;
        if (text.length() != 1 || text.charAt(0) < '1' || text.charAt(0) > '0' + BUILDING + 1) return null;
        return Levels.DOWNWARD.get(text.charAt(0) - '1');
    }

    private static void check(List<AreaSeed> areas, List<Integer> numbers, Complaints complaints) {
        Map<String, AreaSeed> byCode = HashMap.newHashMap(areas.size());
        for (var it = 0; it < areas.size(); it++) {
            var area = areas.get(it);
            if (byCode.putIfAbsent(area.code(), area) != null)
                complaints.add(numbers.get(it), "organization.import.code-twice", area.code());
        }
        for (var it = 0; it < areas.size(); it++) {
            var area = areas.get(it);
            if (area.parentCode() == null) continue;
            var parent = byCode.get(area.parentCode());
            if (parent == null) complaints.add(numbers.get(it), "organization.import.no-parent", area.parentCode());
            else if (Levels.rank(parent.level()) + 1 != Levels.rank(area.level()))
                complaints.add(numbers.get(it), "organization.import.parent-level", area.name());
        }
    }

    record Place(String divisionRoot, @Nullable List<AreaName> areaNames) {}

    record AreaName(String endsWith, String cut) {}
}
