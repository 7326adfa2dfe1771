package lianxin.playbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lianxin.playbook.Spots.Spot;
import tools.jackson.databind.JsonNode;

/** What a playbook says twice in ways that cannot both be so; each is told where it stands, with what to do. */
final class Contradictions {

    private final PlaybookFile organization;
    private final PlaybookFile structure;

    private Contradictions(PlaybookFile organization, PlaybookFile structure) {
        this.organization = organization;
        this.structure = structure;
    }

    static void check(PlaybookFile organization, PlaybookFile structure) {
        var found = new Contradictions(organization, structure);
        found.linesWithFiling();
        found.homesOfAdministration();
        found.coveredByNobody();
    }

    /** What is filed says who, where and when, and has no place for lines. */
    private void linesWithFiling() {
        for (var role : Spots.in(organization, "roles/*")) {
            if (!role.value().path("of-lines").asBoolean(false) || !role.value().has("filing")) continue;
            organization.wrong(
                    role.at(),
                    "“%s” has both of-lines and filing: what is filed cannot name lines of work. Take one of them away."
                            .formatted(key(role)));
        }
    }

    private void homesOfAdministration() {
        for (var kind : Spots.in(organization, "unit-kinds/*")) {
            if (!kind.value().has("stands-in")
                    || !kind.value().path("tree").asString("").equals("administrative")) continue;
            organization.wrong(
                    kind.at(),
                    "“%s” is administrative and stands under a higher administrative unit only. Take stands-in away."
                            .formatted(key(kind)));
        }
    }

    private void coveredByNobody() {
        var homes = homesOfParty();
        for (var rule : Spots.in(structure, "rules/*/covered")) {
            var homesOfRule = new HashSet<String>();
            for (var by : texts(rule.value().path("by"))) homesOfRule.addAll(homes.getOrDefault(by, Set.of()));
            for (var kind : texts(rule.value().path("kinds"))) {
                if (homesOfRule.contains(kind)) continue;
                structure.wrong(
                        rule.at(),
                        ("No Party organization after “by” may stand in “%s”, so the rule can never be kept. Add it to"
                                        + " stands-in of one of them in organization.yaml.")
                                .formatted(kind));
            }
        }
    }

    private Map<String, Set<String>> homesOfParty() {
        var homes = new HashMap<String, Set<String>>();
        for (var kind : Spots.in(organization, "unit-kinds/*"))
            if (kind.value().path("tree").asString("").equals("party"))
                homes.put(key(kind), texts(kind.value().path("stands-in")));
        return homes;
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new HashSet<String>();
        for (var it : list) texts.add(it.asString(""));
        return texts;
    }

    private static String key(Spot spot) {
        return spot.value().path("key").asString("");
    }
}
