package lianxin.cases.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** @param explained what a reporter is told beside it, where the word alone says too little */
    public record Named(
            String key,
            Label name,
            @Nullable String color,
            @Nullable Label explained) {}

    /**
     * Who is in charge of matters that are not a case here.
     *
     * @param where address and telephone
     * @param how what somebody has to do there
     */
    public record Elsewhere(String key, Label name, Label where, Label how) {}

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

    /** One that the list has no more is called by its key: what cited it stays. */
    public Named reason(String step, String key) {
        return reasons(step).stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseGet(() -> new Named(key, new Label(key, key), null, null));
    }

    /** Empty for one that the list has no more. */
    public Optional<Elsewhere> elsewhere(String key) {
        return elsewhere.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    public boolean gives(String step, String reason) {
        return reasons(step).stream().anyMatch(it -> it.key().equals(reason));
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
