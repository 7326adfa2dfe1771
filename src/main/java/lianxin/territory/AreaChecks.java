package lianxin.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a list of areas fits together and onto the ground that is already there. A dry run asks the same. */
final class AreaChecks {
    private final Town town;
    private final Map<String, Area> present;
    private final Map<String, AreaRow> listed = new HashMap<>();
    private final List<LineError> errors = new ArrayList<>();
    private final List<AreaRow> fresh = new ArrayList<>();

    /** @param fresh the lines that are not on the ground yet, parents first */
    record Checked(List<AreaRow> fresh, List<LineError> errors) {}

    static Checked check(List<AreaRow> rows, Map<String, Area> present, Town town) {
        var checks = new AreaChecks(present, town);
        for (var row : rows) checks.take(row);
        for (var row : rows) checks.check(row);
        checks.fresh.sort((a, b) -> Integer.compare(town.depth(a.kind()), town.depth(b.kind())));
        return new Checked(checks.fresh, List.copyOf(checks.errors));
    }

    private AreaChecks(Map<String, Area> present, Town town) {
        this.present = present;
        this.town = town;
    }

    private void take(AreaRow row) {
        var twin = listed.putIfAbsent(row.code(), row);
        if (twin != null) wrong(row, "territory.import.duplicate", row.code(), Integer.toString(twin.line()));
    }

    private void check(AreaRow row) {
        if (town.depth(row.kind()) < 0) wrong(row, "territory.import.level", row.kind(), row.code());
        else checkParent(row);
        var there = present.get(row.code());
        if (there == null) fresh.add(row);
        else if (!there.name().equals(row.name())) {
            wrong(row, "territory.import.differs", row.code(), there.name(), row.name());
        }
    }

    private void checkParent(AreaRow row) {
        var parent = row.parentCode();
        if (parent == null) {
            if (town.depth(row.kind()) > 0) wrong(row, "territory.import.no-parent", row.code(), row.name());
            return;
        }
        var above = kindOf(parent);
        if (above == null) wrong(row, "territory.import.unknown-parent", parent, row.name());
        else if (!town.mayLieIn(row.kind(), above)) {
            wrong(row, "territory.import.parent-level", row.name(), row.kind(), above);
        }
    }

    private @Nullable String kindOf(String code) {
        var row = listed.get(code);
        if (row != null) return row.kind();
        var there = present.get(code);
        return there == null ? null : there.kind();
    }

    private void wrong(AreaRow row, String key, String... details) {
        errors.add(LineError.at(row.line(), key, details));
    }
}
