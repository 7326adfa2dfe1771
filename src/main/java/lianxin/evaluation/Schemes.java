package lianxin.evaluation;

import java.util.ArrayList;
import java.util.List;
import lianxin.facts.Vocabulary;
import lianxin.platform.NotFound;
import lianxin.playbook.Playbook;
import org.springframework.stereotype.Component;

/** The schemes in force. One that cannot be computed as written keeps the town hall from opening. */
@Component
class Schemes {
    private final List<Scheme> all;

    Schemes(Playbook playbook, Vocabulary vocabulary) {
        var scheme = playbook.bind("scheme.yaml", SchemeFile.class).scheme();
        var problems = new ArrayList<>(scheme.problems());
        scheme.measures().forEach(it -> problems.addAll(unknownFacts(it, vocabulary)));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "playbooks/" + playbook.name() + "/scheme.yaml: " + String.join("; ", problems));
        }
        all = List.of(scheme);
    }

    List<Scheme> all() {
        return all;
    }

    Scheme first() {
        return all.getFirst();
    }

    Scheme find(String key) {
        return all.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("scheme/" + key));
    }

    /** Facts of a module that is not running, as in a test of this one alone, cannot be checked. */
    private static List<String> unknownFacts(Measure measure, Vocabulary vocabulary) {
        var module = measure.fact().substring(0, measure.fact().indexOf('.') + 1);
        if (vocabulary.kinds().stream().noneMatch(it -> it.name().startsWith(module))) {
            return List.of();
        }
        var kind = vocabulary.kind(measure.fact());
        if (kind.isEmpty()) {
            return List.of(measure.key() + " counts " + measure.fact() + ", which nobody records");
        }
        var attributes = vocabulary.attributes(kind.get());
        var used = new ArrayList<>(
                measure.where().stream().map(Measure.Condition::attribute).toList());
        if (measure.datedBy() != null) {
            used.add(measure.datedBy());
        }
        return used.stream()
                .filter(it -> !(", " + attributes).contains(", " + it + ":"))
                .map(it -> measure.key() + " asks for " + it + ", which " + measure.fact() + " does not tell")
                .toList();
    }
}
