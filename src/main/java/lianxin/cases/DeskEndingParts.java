package lianxin.cases;

import java.util.Optional;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.Shell;
import org.springframework.stereotype.Component;

/** Brings what a desk may do instead of dispatching to the page of a case. */
@Component
class DeskEndingParts implements CasePart.Source {

    private final CaseSteps steps;
    private final Flow flow;

    DeskEndingParts(CaseSteps steps, Flow flow) {
        this.steps = steps;
        this.flow = flow;
    }

    @Override
    public Optional<DeskEndingPart> of(Case it, Actor reader, Shell shell) {
        return it.stage == Stage.REPORTED && !it.again && steps.may(reader, May.DISPATCH, it.desk, it)
                ? Optional.of(new DeskEndingPart(flow.reasons("decline"), flow.elsewhere()))
                : Optional.empty();
    }
}
