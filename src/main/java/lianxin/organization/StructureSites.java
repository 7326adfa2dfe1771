package lianxin.organization;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which unit stands beside which ground: the one whose code begins with that of the area. */
final class StructureSites {

    private final Map<String, List<Places.Site>> sites;
    private final Tree tree;
    private final OrganizationRules words;
    private final Map<String, Map<String, Places.Site>> byCode = new ConcurrentHashMap<>();

    /** @param sites areas by level */
    StructureSites(Map<String, List<Places.Site>> sites, Tree tree, OrganizationRules words) {
        this.sites = sites;
        this.tree = tree;
        this.words = words;
    }

    List<Places.Site> of(String level) {
        return sites.getOrDefault(level, List.of());
    }

    private Map<String, Places.Site> byCode(String level) {
        return byCode.computeIfAbsent(
                level,
                it -> of(it).stream().collect(Collectors.toMap(Places.Site::code, site -> site, (one, same) -> one)));
    }

    /** The area of the level whose code the unit carries, alone or with a word of its own behind it. */
    Places.@Nullable Site groundOf(Unit unit, String level) {
        var own = byCode(level).get(unit.code());
        return own == null ? besideWhich(unit, level) : own;
    }

    Places.@Nullable Site besideWhich(Unit unit, String level) {
        var known = byCode(level);
        var code = unit.code();
        for (var cut = code.lastIndexOf('-'); cut > 0; cut = code.lastIndexOf('-', cut - 1)) {
            var site = known.get(code.substring(0, cut));
            if (site != null) return site;
        }
        return null;
    }

    /** The one that carries the very code of the area stays; else the first. */
    static Unit own(List<Unit> units, Places.Site site, String kind) {
        var code = OrganizationRules.codeOf(site.code(), kind);
        return units.stream().filter(it -> it.code().equals(code)).findFirst().orElseGet(units::getFirst);
    }

    boolean onParts(Places.Site site, Set<String> kinds) {
        return site.parts().stream()
                .anyMatch(part -> kinds.stream()
                        .anyMatch(kind -> tree.byCode(OrganizationRules.codeOf(part, kind))
                                .isPresent()));
    }

    @Nullable
    Unit unitAbove(Places.Site site) {
        for (var code : site.above()) {
            var unit = tree.byCode(code);
            if (unit.isPresent()) return unit.get();
        }
        return tree.tops().stream().findFirst().orElse(null);
    }

    @Nullable
    Unit superior(Places.Site site, String kind) {
        for (var code : site.above()) {
            for (var superior : words.superiorKinds(kind)) {
                var unit = tree.byCode(OrganizationRules.codeOf(code, superior));
                if (unit.isPresent()) return unit.get();
            }
        }
        return null;
    }
}
