package lianxin.cases;

import java.util.List;
import lianxin.cases.AssistancePart.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Whom a matter is about, where it is about a unit or its staff.
 *
 * @param subject null where the desk may still say so
 * @param choices units that it may be about; none where the reader may not say so
 */
record SubjectPart(@Nullable String subject, List<Choice> choices) implements CasePart {

    @Override
    public boolean offers(String step) {
        return step.equals("subject") && !choices.isEmpty();
    }

    @Override
    public boolean active() {
        return false;
    }
}
