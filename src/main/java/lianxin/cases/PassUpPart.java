package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Units;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a desk may pass up.
 *
 * @param limit when it goes up by itself; null where it never does
 */
record PassUpPart(
        String superior, List<Flow.Named> reasons, @Nullable Instant limit) implements CasePart {

    @Override
    public boolean offers(String step) {
        return step.equals("superior");
    }

    @Component
    static class Source implements CasePart.Source {

        private final CaseSteps steps;
        private final PassesUp passes;
        private final Units units;
        private final Flow flow;
        private final Clock clock;

        Source(CaseSteps steps, PassesUp passes, Units units, Flow flow, Clock clock) {
            this.steps = steps;
            this.passes = passes;
            this.units = units;
            this.flow = flow;
            this.clock = clock;
        }

        @Override
        public Optional<PassUpPart> of(Case it, Actor reader, Shell shell) {
            if (it.stage != Stage.REPORTED || it.appealed != null || !steps.may(reader, May.DISPATCH, it.desk, it))
                return Optional.empty();
            var limit = it.limits.running(Step.pass).map(running -> running.due).findFirst();
            return passes.superior(it, clock.instant())
                    .map(above -> new PassUpPart(units.name(above), flow.reasons("pass-up"), limit.orElse(null)));
        }
    }
}
