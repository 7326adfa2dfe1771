package lianxin.cases.rules;

import java.util.List;
import java.util.Map;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** What stages, outcomes and answers are called here. The keys are fixed: rules hang on them. */
public record Flow(
        boolean example,
        List<Named> stages,
        List<Named> states,
        List<Named> outcomes,
        List<Named> kinds,
        List<Named> steps,
        List<Rating> ratings,
        Map<String, Label> answers,
        Map<String, List<Named>> reasons,
        List<Elsewhere> elsewhere) {

    public record Named(String key, Label name, @Nullable String color) {}

    /** Who is in charge of matters that are not a case here, and where they are reached. */
    public record Elsewhere(String key, Label name, Label where) {}

    public record Rating(int step, Label name) {}

    public Named stage(String key) {
        return named(stages, key);
    }

    public Named state(String key) {
        return named(states, key);
    }

    public Named outcome(String key) {
        return named(outcomes, key);
    }

    public Named step(String key) {
        return named(steps, key);
    }

    /** The closed list for a step: decline, unsolved … */
    public List<Named> reasons(String step) {
        return reasons.getOrDefault(step, List.of());
    }

    public Named reason(String step, String key) {
        return named(reasons(step), key);
    }

    public Elsewhere elsewhere(String key) {
        return elsewhere.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("flow.yaml knows no " + key));
    }

    public boolean knowsKind(String key) {
        return kinds.stream().anyMatch(it -> it.key().equals(key));
    }

    public Label kind(String key) {
        return named(kinds, key).name();
    }

    private static Named named(List<Named> list, String key) {
        return list.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("flow.yaml knows no " + key));
    }
}
