package lianxin.cases;

import java.time.Instant;
import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.platform.Shell;
import org.springframework.stereotype.Component;

/**
 * The look that somebody else must take at the work.
 *
 * @param mine whether the reader may say what was found
 */
record CheckPart(String unit, Instant due, boolean mine) implements CasePart {

    @Override
    public boolean offers(String step) {
        return mine && step.equals("check");
    }

    @Override
    public boolean active() {
        return mine;
    }

    @Component
    static class Source implements CasePart.Source {

        private final Checks checks;
        private final CaseViews views;

        Source(Checks checks, CaseViews views) {
            this.checks = checks;
            this.views = views;
        }

        @Override
        public Optional<CheckPart> of(Case it, Actor reader, Shell shell) {
            if (Check.by(it).isEmpty()) return Optional.empty();
            return it.limits
                    .running(Step.check)
                    .findFirst()
                    .map(limit -> new CheckPart(views.unit(limit.unit), limit.due, checks.may(it, reader)));
        }
    }
}
