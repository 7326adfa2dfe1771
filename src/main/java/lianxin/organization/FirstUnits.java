package lianxin.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * The units that stand beside the areas of a town that is set up: superiors first, administrative units and departments,
 * then Party bodies with the administrative unit of their area, or the nearest above, as home parent.
 */
final class FirstUnits {

    private final OrganizationRules.Rules rules;
    private final String departmentKind;
    private final Map<String, AreaSeed> byCode;
    private final Map<String, String> administrative = new HashMap<>();
    private final Map<String, List<UnitSeed>> party = new HashMap<>();
    private final List<UnitSeed> units = new ArrayList<>();
    private final List<AreaSeed> downward;

    FirstUnits(OrganizationRules.Rules rules, String departmentKind, List<AreaSeed> areas) {
        this.rules = rules;
        this.departmentKind = departmentKind;
        byCode = areas.stream().collect(Collectors.toMap(AreaSeed::code, Function.identity()));
        downward = new ArrayList<>(areas);
        downward.sort((one, other) -> Integer.compare(Levels.rank(one.level()), Levels.rank(other.level())));
    }

    List<UnitSeed> units() {
        downward.forEach(this::administrative);
        downward.forEach(this::departments);
        downward.forEach(this::partyBodies);
        return units;
    }

    private void administrative(AreaSeed area) {
        for (var line : rules.administrativeUnits()) {
            if (!line.level().equals(area.level()) || !area.name().endsWith(line.endsWith())) continue;
            var name = named(line.name(), area, line.cut());
            var home = nearestAdministrative(area.parentCode());
            units.add(new UnitSeed(area.code(), name, line.kind(), area.level(), home, null));
            administrative.put(area.code(), area.code());
            return;
        }
    }

    private void departments(AreaSeed area) {
        for (var department : rules.departments()) {
            if (!department.level().equals(area.level())) continue;
            for (var line : department.names()) {
                if (!area.name().endsWith(line.endsWith())) continue;
                var code = OrganizationRules.codeOf(area.code(), department.key());
                var name = named(line.name(), area, line.cut());
                var home = nearestAdministrative(area.code());
                units.add(new UnitSeed(code, name, departmentKind, area.level(), home, null));
                break;
            }
        }
    }

    /** Of the lines with the same superiors the first that fits is taken; other superiors are a further body. */
    private void partyBodies(AreaSeed area) {
        var taken = new HashSet<List<String>>();
        for (var line : rules.partyUnits()) {
            if (!line.level().equals(area.level()) || !area.name().endsWith(line.endsWith())) continue;
            if (!taken.add(line.parentKinds())) continue;
            var superior = line.parentKinds().isEmpty()
                    ? null
                    : superior(area, line.parentKinds())
                            .orElseThrow(() -> new RuleBroken(
                                    "organization.five-levels", named(line.name(), area, line.cut()), area.name()));
            var seed = new UnitSeed(
                    OrganizationRules.codeOf(area.code(), line.kind()),
                    named(line.name(), area, line.cut()),
                    line.kind(),
                    area.level(),
                    nearestAdministrative(area.code()),
                    superior);
            units.add(seed);
            party.computeIfAbsent(area.code(), it -> new ArrayList<>(2)).add(seed);
        }
    }

    private Optional<String> superior(AreaSeed area, List<String> kinds) {
        for (var it = area; it != null; it = above(it)) {
            for (var body : party.getOrDefault(it.code(), List.of())) {
                if (kinds.contains(body.kind())) return Optional.of(body.code());
            }
        }
        return Optional.empty();
    }

    private @Nullable String nearestAdministrative(@Nullable String code) {
        var area = code == null ? null : byCode.get(code);
        while (area != null && !administrative.containsKey(area.code())) area = above(area);
        return area == null ? null : area.code();
    }

    private @Nullable AreaSeed above(AreaSeed area) {
        var code = area.parentCode();
        return code == null ? null : byCode.get(code);
    }

    private String named(String pattern, AreaSeed area, @Nullable String cut) {
        var name = area.name();
        if (cut != null && name.endsWith(cut)) name = name.substring(0, name.length() - cut.length());
        var above = above(area);
        return pattern.replace("{name}", name).replace("{above}", above == null ? "" : above.name());
    }
}
