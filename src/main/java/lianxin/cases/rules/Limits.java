package lianxin.cases.rules;

import java.util.List;
import lianxin.platform.TimeLimit;
import lianxin.playbook.Label;

/** The limits of every step by class of urgency, as the playbook's {@code deadlines.yaml} sets them. */
public record Limits(
        boolean example,
        List<Urgency> urgencies,
        Lights lights,
        TimeLimit atTopRepeat,
        TimeLimit contactKept,
        TimeLimit objectionWindow) {

    public record Urgency(String key, Label name, Steps limits) {}

    public record Steps(TimeLimit dispatch, TimeLimit sign, TimeLimit handle, TimeLimit answer, TimeLimit supervise) {}

    /** Percent of a limit used up: green below the first, amber between, red above the second. */
    public record Lights(int amberFrom, int redAbove) {}

    public Urgency urgency(String key) {
        return urgencies.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("deadlines.yaml knows no urgency " + key));
    }
}
