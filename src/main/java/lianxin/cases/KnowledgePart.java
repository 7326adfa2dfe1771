package lianxin.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Units;
import lianxin.platform.Shell;
import org.springframework.stereotype.Component;

/** Answers that could fit a reported case; the desk looks at them, puts them into its own words, or leaves them. */
record KnowledgePart(List<Suggested> answers) implements CasePart {

    private static final int SHOWN = 3;

    record Suggested(KnowledgeId id, String question, String answer, String unit, String source) {}

    @Override
    public boolean offers(String step) {
        return false;
    }

    @Override
    public boolean active() {
        return false;
    }

    @Component
    static class Source implements CasePart.Source {

        private final Knowledge knowledge;
        private final Routing routing;
        private final CaseSteps steps;
        private final CaseDetails details;
        private final Units units;
        private final Clock clock;

        Source(Knowledge knowledge, Routing routing, CaseSteps steps, CaseDetails details, Units units, Clock clock) {
            this.knowledge = knowledge;
            this.routing = routing;
            this.steps = steps;
            this.details = details;
            this.units = units;
            this.clock = clock;
        }

        @Override
        public Optional<KnowledgePart> of(Case it, Actor reader, Shell shell) {
            if (it.stage != Stage.REPORTED || it.again || !steps.may(reader, May.DISPATCH, it.desk, it))
                return Optional.empty();
            var words = details.words(it.id).map(CaseDetails.Words::words).orElse("");
            var keepers = routing.around(it.place, clock.instant());
            var found = knowledge.suggest(keepers, it.category, words, SHOWN).stream()
                    .map(answer -> new Suggested(
                            answer.id(),
                            answer.draft().question(),
                            answer.draft().answer(),
                            units.name(answer.unit()),
                            answer.draft().source()))
                    .toList();
            return found.isEmpty() ? Optional.empty() : Optional.of(new KnowledgePart(found));
        }
    }
}
