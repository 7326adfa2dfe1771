package lianxin.cases;

import java.util.List;
import java.util.Optional;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Unit;
import lianxin.platform.Shell;
import org.springframework.stereotype.Component;

/**
 * The desk corrects what is wanted, or passes praise on.
 *
 * @param kind as it is now
 * @param praised units to which praise may be passed; empty for everything else
 */
record KindPart(String kind, List<Flow.Named> kinds, List<Unit> praised) implements CasePart {

    @Override
    public boolean offers(String step) {
        return step.equals("kind") || step.equals("praise") && !praised.isEmpty();
    }

    @Component
    static class Source implements CasePart.Source {

        private final Kinds kinds;
        private final CaseSteps steps;
        private final Flow flow;

        Source(Kinds kinds, CaseSteps steps, Flow flow) {
            this.kinds = kinds;
            this.steps = steps;
            this.flow = flow;
        }

        @Override
        public Optional<KindPart> of(Case it, Actor reader, Shell shell) {
            if (it.stage != Stage.REPORTED || !steps.may(reader, May.DISPATCH, it.desk, it)) return Optional.empty();
            var kind = kinds.of(it.kind, it.category);
            var praised = kind.equals(Praise.KIND) && !it.again ? kinds.mayBePraised(it) : List.<Unit>of();
            return Optional.of(new KindPart(kind, flow.kinds(), praised));
        }
    }
}
