package lianxin.cases;

import java.util.List;
import lianxin.cases.AssistancePart.Choice;

/**
 * What superiors want to know about a case.
 *
 * @param units in whose name the reader may give a further one
 * @param replies whether the reader answers for the unit that holds the case
 */
record InstructionPart(List<Given> given, List<Choice> units, boolean replies) implements CasePart {

    /** {@code late}: not answered though its limit is over. */
    record Given(Instruction it, String by, boolean late) {}

    @Override
    public boolean offers(String step) {
        return switch (step) {
            case "instruction" -> !units.isEmpty();
            case "reply" -> active();
            default -> false;
        };
    }

    @Override
    public boolean active() {
        return replies && given.stream().anyMatch(each -> each.it.doneAt() == null);
    }
}
