package lianxin.cases;

import java.time.Clock;
import java.util.Optional;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Units;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The desk above decides what a reporter appealed against.
 *
 * @param ended how it had been ended
 * @param desk who would dispatch it, when it is sent back; null where nobody below this desk serves the place
 */
record AppealPart(String ended, @Nullable String desk) implements CasePart {

    @Override
    public boolean offers(String step) {
        return step.equals("confirmation") || step.equals("filing") && desk != null;
    }

    @Component
    static class Source implements CasePart.Source {

        private final CaseSteps steps;
        private final Routing routing;
        private final SubjectUnits subjects;
        private final Units units;
        private final Flow flow;
        private final Clock clock;

        Source(CaseSteps steps, Routing routing, SubjectUnits subjects, Units units, Flow flow, Clock clock) {
            this.steps = steps;
            this.routing = routing;
            this.subjects = subjects;
            this.units = units;
            this.flow = flow;
            this.clock = clock;
        }

        @Override
        public Optional<AppealPart> of(Case it, Actor reader, Shell shell) {
            if (it.appealed == null || !steps.may(reader, May.DISPATCH, it.desk, it)) return Optional.empty();
            var below = routing.desk(it.place, clock.instant());
            var may = !below.equals(it.desk) && subjects.mayHave(it, below);
            var ended = CaseViews.word(flow.outcome(it.appealed.name()).name(), shell);
            return Optional.of(new AppealPart(ended, may ? units.name(below) : null));
        }
    }
}
