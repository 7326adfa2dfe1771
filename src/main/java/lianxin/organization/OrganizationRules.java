package lianxin.organization;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.organization.UnitKind.Side;
import lianxin.platform.RuleBroken;
import lianxin.playbook.Label;
import lianxin.playbook.Playbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What kinds of units this town has, what may stand under what, and which units stand beside an area. */
@Component
public class OrganizationRules {

    private final Rules rules;
    private final Map<String, UnitKind> kinds;
    private final Map<String, Role> roles;
    private final Map<String, Level> levels;

    OrganizationRules(Playbook playbook) {
        rules = playbook.bind("organization.yaml", Rules.class);
        kinds = byKey(rules.unitKinds, UnitKind::key);
        roles = byKey(rules.roles, Role::key);
        levels = byKey(playbook.bind("place.yaml", Ground.class).levels, Level::key);
    }

    private static <T> Map<String, T> byKey(Collection<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    public boolean holdsCases(String kind) {
        var known = kinds.get(kind);
        return known != null && known.holdsCases();
    }

    /** All kinds of units, in the order of the playbook. */
    public List<UnitKind> kinds() {
        return rules.unitKinds;
    }

    public UnitKind kind(String key) {
        var kind = kinds.get(key);
        if (kind == null) throw new RuleBroken("organization.unknown-kind", key);
        return kind;
    }

    /** The one kind of unit that a department is, whatever the town calls it. */
    private String departmentKind() {
        return kinds.values().stream()
                .filter(it -> it.tree() == Side.DEPARTMENT)
                .map(UnitKind::key)
                .findFirst()
                .orElseThrow(() -> new RuleBroken("organization.unknown-kind", Side.DEPARTMENT));
    }

    public Role role(String key) {
        var role = roles.get(key);
        if (role == null) throw new RuleBroken("organization.unknown-role", key);
        return role;
    }

    /** All kinds of posts, in the order of the playbook. */
    public List<Role> roles() {
        return rules.roles;
    }

    /** What a line of work is called; a word nobody knows stays as it is. */
    Label lineName(String line) {
        return lines().stream()
                .filter(it -> it.key.equals(line))
                .map(Line::name)
                .findFirst()
                .orElse(new Label(line, line));
    }

    List<Category> categories() {
        return rules.categories == null ? List.of() : rules.categories;
    }

    List<Line> lines() {
        return rules.lines;
    }

    public Label levelName(String level) {
        var known = levels.get(level);
        return known == null ? new Label(level, level) : known.name;
    }

    public List<Department> departments() {
        return rules.departments;
    }

    public List<Seats> staffing() {
        return rules.staffing;
    }

    /** Code of the department that stands beside an area. */
    public static String codeOf(String areaCode, String departmentOrKind) {
        return areaCode + "-" + departmentOrKind;
    }

    /** The five-level rule of the Party bodies, and for all units: nobody stands under a lower one. */
    void checkParent(
            TreeKind tree, String kind, String level, @Nullable String parentKind, @Nullable String parentLevel) {
        var broken = tree == TreeKind.HOME
                ? homeBroken(kind, level, parentKind, parentLevel)
                : partyBroken(kind, parentKind);
        if (broken != null) {
            throw new RuleBroken(broken, kindName(kind), parentKind == null ? "—" : kindName(parentKind));
        }
    }

    @Nullable
    String homeBroken(String kind, String level, @Nullable String parentKind, @Nullable String parentLevel) {
        var own = kind(kind).tree();
        if (parentKind == null || parentLevel == null)
            return own == Side.ADMINISTRATIVE || own == Side.PARTNER ? null : "organization.needs-home";
        if (kind(parentKind).tree() != Side.ADMINISTRATIVE
                && !kind(kind).standsIn().contains(parentKind)) return "organization.home-not-administrative";
        var distance = Levels.rank(level) - Levels.rank(parentLevel);
        return distance > 0 || (distance == 0 && own != Side.ADMINISTRATIVE) ? null : "organization.level-order";
    }

    @Nullable
    String partyBroken(String kind, @Nullable String parentKind) {
        var superior = superiorKinds(kind);
        if (parentKind == null) return superior.isEmpty() ? null : "organization.five-levels";
        return superior.contains(parentKind) ? null : "organization.five-levels";
    }

    Set<String> superiorKinds(String kind) {
        var found = new HashSet<String>();
        for (var line : rules.partyUnits) if (line.kind.equals(kind)) found.addAll(line.parentKinds);
        var known = kinds.get(kind);
        if (known != null) found.addAll(known.parentKinds());
        return found;
    }

    /** Levels of the areas beside which such units stand; none for kinds that stand beside no area. */
    Set<String> levelsOf(String kind) {
        var found = new HashSet<String>();
        for (var line : rules.administrativeUnits) if (line.kind.equals(kind)) found.add(line.level);
        for (var line : rules.partyUnits) if (line.kind.equals(kind)) found.add(line.level);
        return found;
    }

    String kindName(String kind) {
        var known = kinds.get(kind);
        return known == null ? kind : known.name().zh();
    }

    /**
     * The units that stand beside these areas, superiors first: administrative units and departments, then Party bodies
     * with the administrative unit of their area, or the nearest above, as home parent.
     */
    public List<UnitSeed> unitsOf(List<AreaSeed> areas) {
        return new FirstUnits(rules, departmentKind(), areas).units();
    }

    /** What organizations are counted under. */
    record Category(String key, Label name) {}

    /** How far a post reaches. */
    public enum Scope {
        OWN,
        BELOW
    }

    /** A department that stands below the government of every area of a level, and its lines of work. */
    public record Department(String key, String level, List<String> lines, List<NameLine> names) {}

    public record NameLine(String endsWith, @Nullable String cut, String name) {}

    /** Seats by role that the demonstration fills. */
    public record Seats(String kind, @Nullable String level, Map<String, Integer> seats) {}

    record Ground(List<Level> levels) {}

    record Level(String key, Label name) {}

    record Line(String key, Label name) {}

    record AdministrativeLine(
            String level, String endsWith, @Nullable String cut, String kind, String name) {}

    record PartyLine(
            String level, String endsWith, @Nullable String cut, String kind, String name, List<String> parentKinds) {}

    record Rules(
            List<UnitKind> unitKinds,
            List<AdministrativeLine> administrativeUnits,
            List<PartyLine> partyUnits,
            List<Department> departments,
            List<Role> roles,
            List<Line> lines,
            List<Seats> staffing,
            @Nullable List<Category> categories) {}
}
