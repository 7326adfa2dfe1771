package lianxin.playbook;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import lianxin.playbook.Spots.Spot;
import tools.jackson.core.JsonPointer;

/** What one file of a playbook names must stand in the file that declares it, and stand there once. */
final class CrossReferences {

    /** The values under {@code path} name something that {@code declared} lists, which people call {@code what}. */
    private record Names(String file, String path, String in, String declared, String what) {}

    private static final String CATEGORIES = "majors/*/minors/*/key";

    private static final List<Names> NAMES = List.of(
            new Names("organization.yaml", "administrative-units/*/level", "place.yaml", "levels/*/key", "level"),
            new Names(
                    "organization.yaml",
                    "administrative-units/*/kind",
                    "organization.yaml",
                    "unit-kinds/*/key",
                    "kind of unit"),
            new Names("organization.yaml", "party-units/*/level", "place.yaml", "levels/*/key", "level"),
            new Names(
                    "organization.yaml", "party-units/*/kind", "organization.yaml", "unit-kinds/*/key", "kind of unit"),
            new Names(
                    "organization.yaml",
                    "party-units/*/parent-kinds/*",
                    "organization.yaml",
                    "unit-kinds/*/key",
                    "kind of unit"),
            new Names(
                    "organization.yaml",
                    "unit-kinds/*/parent-kinds/*",
                    "organization.yaml",
                    "unit-kinds/*/key",
                    "kind of unit"),
            new Names(
                    "organization.yaml",
                    "unit-kinds/*/stands-in/*",
                    "organization.yaml",
                    "unit-kinds/*/key",
                    "kind of unit"),
            new Names(
                    "organization.yaml",
                    "unit-kinds/*/category",
                    "organization.yaml",
                    "categories/*/key",
                    "category of organizations"),
            new Names("organization.yaml", "departments/*/level", "place.yaml", "levels/*/key", "level"),
            new Names("organization.yaml", "departments/*/lines/*", "organization.yaml", "lines/*/key", "line of work"),
            new Names("organization.yaml", "roles/*/at/*", "organization.yaml", "unit-kinds/*/key", "kind of unit"),
            new Names("organization.yaml", "roles/*/levels/*", "place.yaml", "levels/*/key", "level"),
            new Names("organization.yaml", "roles/*/filing/level", "place.yaml", "levels/*/key", "level"),
            new Names("organization.yaml", "staffing/*/kind", "organization.yaml", "unit-kinds/*/key", "kind of unit"),
            new Names("organization.yaml", "staffing/*/level", "place.yaml", "levels/*/key", "level"),
            new Names("organization.yaml", "staffing/*/seats/~", "organization.yaml", "roles/*/key", "role"),
            kindOfUnit("rules/*/below/kinds/*"),
            kindOfUnit("rules/*/below/units/*/kinds/*"),
            kindOfUnit("rules/*/posts/kinds/*"),
            kindOfUnit("rules/*/one-per-area/kind"),
            kindOfUnit("rules/*/on-duty/kinds/*"),
            kindOfUnit("rules/*/places/kinds/*"),
            kindOfUnit("rules/*/covered/kinds/*"),
            kindOfUnit("rules/*/covered/by/*"),
            new Names("structure.yaml", "rules/*/places/level", "place.yaml", "levels/*/key", "level"),
            new Names(
                    "structure.yaml",
                    "rules/*/places/places/*/types/*",
                    "place.yaml",
                    "places/types/*/key",
                    "type of places"),
            new Names("organization.yaml", "duty/role", "organization.yaml", "roles/*/key", "role"),
            new Names("organization.yaml", "duty/shown-to-residents/*", "organization.yaml", "roles/*/key", "role"),
            kindOfUnit("coverage/fields/*/kinds/*"),
            new Names("structure.yaml", "rules/*/posts/seats/*/roles/*", "organization.yaml", "roles/*/key", "role"),
            new Names("structure.yaml", "rules/*/one-per-area/level", "place.yaml", "levels/*/key", "level"),
            new Names("structure.yaml", "coverage/aspects/*/rules/*", "structure.yaml", "rules/*/key", "rule"),
            new Names("bodies.yaml", "coverage/kind", "bodies.yaml", "kinds/*/key", "kind of body"),
            new Names("bodies.yaml", "coverage/level", "place.yaml", "levels/*/key", "level"),
            new Names("bodies.yaml", "axis/kind", "bodies.yaml", "kinds/*/key", "kind of body"),
            new Names("bodies.yaml", "kinds/*/levels/*", "place.yaml", "levels/*/key", "level"),
            new Names("linkage.yaml", "systems/*/seats/*", "organization.yaml", "roles/*/key", "role"),
            new Names(
                    "linkage.yaml",
                    "systems/*/categories/*/kinds/*",
                    "organization.yaml",
                    "unit-kinds/*/key",
                    "kind of unit"),
            new Names("linkage.yaml", "teams/level", "place.yaml", "levels/*/key", "level"),
            new Names("directives.yaml", "burden/levels/*", "place.yaml", "levels/*/key", "level"),
            new Names("directives.yaml", "never-asked/*", "organization.yaml", "unit-kinds/*/key", "kind of unit"),
            new Names("directives.yaml", "responsibilities/*/roles/*", "organization.yaml", "roles/*/key", "role"),
            new Names(
                    "directives.yaml",
                    "responsibilities/*/kinds/*",
                    "organization.yaml",
                    "unit-kinds/*/key",
                    "kind of unit"),
            new Names("directives.yaml", "responsibilities/*/levels/*", "place.yaml", "levels/*/key", "level"),
            new Names("place.yaml", "grid-work/lines/*/line", "organization.yaml", "lines/*/key", "line of work"),
            new Names("place.yaml", "grid-work/lines/*/tasks/*/task", "place.yaml", "grid-work/tasks/*/key", "task"),
            new Names("place.yaml", "addresses/numbers/*/level", "place.yaml", "levels/*/key", "level"),
            new Names("place.yaml", "places/types/*/one-per", "place.yaml", "levels/*/key", "level"),
            new Names("place.yaml", "routes/kinds/*/stops/areas/*", "place.yaml", "levels/*/key", "level"),
            new Names(
                    "place.yaml",
                    "routes/kinds/*/stops/places/*",
                    "place.yaml",
                    "places/types/*/key",
                    "type of places"),
            new Names(
                    "place.yaml",
                    "routes/kinds/*/stops/units/*",
                    "organization.yaml",
                    "unit-kinds/*/key",
                    "kind of unit"),
            new Names("intake.yaml", "channels/*/roles/*", "organization.yaml", "roles/*/key", "role"),
            new Names("categories.yaml", "fallback", "categories.yaml", CATEGORIES, "category"),
            new Names("categories.yaml", "majors/*/minors/*/kind", "flow.yaml", "kinds/*/key", "kind of case"),
            new Names("categories.yaml", "majors/*/minors/*/line", "organization.yaml", "lines/*/key", "line of work"),
            new Names(
                    "categories.yaml",
                    "majors/*/minors/*/urgency",
                    "deadlines.yaml",
                    "urgencies/*/key",
                    "class of urgency"),
            new Names("duty.yaml", "items/*/categories/*", "categories.yaml", CATEGORIES, "category"),
            new Names("duty.yaml", "items/*/lead-department", "organization.yaml", "departments/*/key", "department"),
            new Names(
                    "duty.yaml",
                    "items/*/responsible/department",
                    "organization.yaml",
                    "departments/*/key",
                    "department"),
            new Names("duty.yaml", "items/*/responsible/level", "place.yaml", "levels/*/key", "level"),
            new Names("duty.yaml", "fallback/responsible/level", "place.yaml", "levels/*/key", "level"),
            new Names("scheme.yaml", "level", "place.yaml", "levels/*/key", "level"),
            new Names("scheme.yaml", "calendar", "scheme.yaml", "calendars/*/key", "calendar"),
            new Names("scheme.yaml", "measures/*/sum/*", "scheme.yaml", "measures/~", "measure"));

    /** The values under each path are all different. */
    private static final Map<String, List<String>> ONCE = Map.ofEntries(
            Map.entry(
                    "place.yaml",
                    List.of(
                            "levels/*/key",
                            "places/types/*/key",
                            "places/amenities/*/key",
                            "places/services/*/key",
                            "places/functions/*/key",
                            "routes/colors/*/key",
                            "routes/kinds/*/key")),
            Map.entry(
                    "organization.yaml",
                    List.of("unit-kinds/*/key", "categories/*/key", "lines/*/key", "departments/*/key", "roles/*/key")),
            Map.entry("structure.yaml", List.of("rules/*/key", "coverage/fields/*/key", "coverage/aspects/*/key")),
            Map.entry("bodies.yaml", List.of("kinds/*/key", "modes/*/key", "axis/links/*/key", "axis/maturity/*/key")),
            Map.entry("categories.yaml", List.of("majors/*/key", CATEGORIES)),
            Map.entry("deadlines.yaml", List.of("urgencies/*/key")),
            Map.entry("duty.yaml", List.of("items/*/key", "items/*/number", "items/*/categories/*")),
            Map.entry("linkage.yaml", List.of("systems/*/key", "contacts/*/key", "teams/roles/*/key")),
            Map.entry("directives.yaml", List.of("responsibilities/*/key")),
            Map.entry("flow.yaml", List.of("stages/*/key", "outcomes/*/key", "kinds/*/key")),
            Map.entry("scheme.yaml", List.of("indicators/*/key", "calendars/*/key")));

    private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*");

    private final Map<String, PlaybookFile> files;

    private CrossReferences(Map<String, PlaybookFile> files) {
        this.files = files;
    }

    private static Names kindOfUnit(String path) {
        return new Names("structure.yaml", path, "organization.yaml", "unit-kinds/*/key", "kind of unit");
    }

    static void check(Map<String, PlaybookFile> files) {
        var references = new CrossReferences(files);
        ONCE.forEach((file, paths) -> paths.forEach(path -> references.once(file, path)));
        NAMES.forEach(references::declared);
        references.formulas("indicators");
        references.formulas("coverages");
        references.weights();
    }

    private void once(String name, String path) {
        var seen = new HashSet<String>();
        var file = file(name);
        for (var spot : Spots.in(file, path)) {
            if (!seen.add(spot.text())) {
                file.wrong(spot.at(), "“%s” stands here a second time.".formatted(spot.text()));
            }
        }
    }

    private void declared(Names names) {
        var known = Spots.texts(file(names.in()), names.declared());
        for (var spot : Spots.in(file(names.file()), names.path())) {
            if (!known.contains(spot.text())) {
                unknown(names.file(), spot, spot.text(), names.what(), names.in());
            }
        }
    }

    private void formulas(String list) {
        var measures = Spots.texts(file("scheme.yaml"), "measures/~");
        for (var part : List.of("numerator", "denominator")) {
            for (var spot : Spots.in(file("scheme.yaml"), list + "/*/" + part)) {
                WORD.matcher(spot.text())
                        .results()
                        .map(it -> it.group())
                        .filter(it -> !measures.contains(it))
                        .forEach(it -> unknown("scheme.yaml", spot, it, "measure", "scheme.yaml"));
            }
        }
    }

    private void weights() {
        var scheme = file("scheme.yaml");
        var total = scheme.values().path("total").asDecimal(BigDecimal.ZERO);
        var sum = Spots.in(scheme, "indicators/*/weight").stream()
                .map(it -> it.value().asDecimal(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(total) != 0) {
            var at = JsonPointer.empty().appendProperty("indicators");
            scheme.wrong(at, "The weights of the indicators sum to %s, not to %s.".formatted(sum, total));
        }
    }

    private void unknown(String file, Spot spot, String word, String what, String in) {
        file(file).wrong(spot.at(), "There is no %s “%s” in %s.".formatted(what, word, in));
    }

    private PlaybookFile file(String name) {
        return Objects.requireNonNull(files.get(name));
    }
}
