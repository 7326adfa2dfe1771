package lianxin.demonstration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.organization.AreaSeed;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.EstateParts.Joining;
import lianxin.territory.Town;

/**
 * Two estates in each community of the street that is shown: one is a whole grid and has its branch there, the other is two
 * micro-grids of the next grid and has a branch of its own, but for the first, for the check of structure to find.
 *
 * @param parts codes of what each estate is made of, by its code
 */
record ShownEstates(List<AreaRow> rows, List<AreaSeed> withBranch, Map<String, List<String>> parts) {

    static ShownEstates on(List<AreaRow> ground, Town town) {
        var made = new ShownEstates(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        var level = town.wholes();
        if (level == null) return made;
        var below = new HashMap<String, List<AreaRow>>();
        for (var row : ground)
            if (row.parentCode() != null)
                below.computeIfAbsent(row.parentCode(), it -> new ArrayList<>()).add(row);
        var street = ShownGrids.largestStreet(ground);
        for (var community : below.getOrDefault(street, List.of())) {
            var grids = below.getOrDefault(community.code(), List.of());
            if (grids.size() < 2) continue;
            made.estate(level.key(), community, 1, "新苑", List.of(grids.get(0)), false);
            var parts = below.getOrDefault(grids.get(1).code(), List.of()).stream()
                    .limit(2)
                    .toList();
            if (!parts.isEmpty()) made.estate(level.key(), community, 2, "花园", parts, made.rows.size() > 1);
        }
        return made;
    }

    private void estate(
            String level, AreaRow community, int number, String called, List<AreaRow> made, boolean branch) {
        var code = "%s-E%02d".formatted(community.code(), number);
        var name = community.name().replaceFirst("(社区|村)$", "") + called;
        rows.add(new AreaRow(
                0, level, code, name, community.code(), made.getFirst().spot(), true));
        parts.put(code, made.stream().map(AreaRow::code).toList());
        if (branch) withBranch.add(new AreaSeed(level, code, name, community.code()));
    }

    List<Joining> joined(Areas areas) {
        var joined = new ArrayList<Joining>();
        parts.forEach((estate, made) -> {
            var whole = areas.byCode(estate).orElseThrow().id();
            for (var it : made)
                joined.add(new Joining(areas.byCode(it).orElseThrow().id(), whole));
        });
        return joined;
    }
}
