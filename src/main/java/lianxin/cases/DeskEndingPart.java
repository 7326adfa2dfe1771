package lianxin.cases;

import java.util.List;
import lianxin.cases.rules.Flow;

/** What a desk may do with a report instead of dispatching it. */
record DeskEndingPart(List<Flow.Named> reasons, List<Flow.Elsewhere> elsewhere) implements CasePart {

    static final List<String> STEPS = List.of("direct-answer", "handing-on", "decline");

    @Override
    public boolean offers(String step) {
        return STEPS.contains(step);
    }
}
