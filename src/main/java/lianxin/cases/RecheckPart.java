package lianxin.cases;

import java.time.Instant;
import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.platform.Shell;
import org.springframework.stereotype.Component;

/**
 * The call that is to be made again about a case that was drawn.
 *
 * @param withdrawn whether it is about withdrawing; else about being solved
 */
record RecheckPart(Instant due, boolean withdrawn) implements CasePart {

    @Override
    public boolean offers(String step) {
        return step.equals("recheck");
    }

    @Component
    static class Source implements CasePart.Source {

        private final Rechecks rechecks;

        Source(Rechecks rechecks) {
            this.rechecks = rechecks;
        }

        @Override
        public Optional<RecheckPart> of(Case it, Actor reader, Shell shell) {
            if (it.stage != Stage.CLOSED || !rechecks.may(it, reader)) return Optional.empty();
            return rechecks.due(it).map(due -> new RecheckPart(due, it.outcome == Outcome.withdrawn));
        }
    }
}
