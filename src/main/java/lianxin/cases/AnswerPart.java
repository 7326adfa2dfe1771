package lianxin.cases;

import java.util.List;
import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.platform.Shell;
import org.springframework.stereotype.Component;

/**
 * The answer that a caller heard or that came back on paper.
 *
 * @param ways how it may have come, the usual one first
 */
record AnswerPart(List<String> ways) implements CasePart {

    @Override
    public boolean offers(String step) {
        return step.equals("answer");
    }

    @Component
    static class Source implements CasePart.Source {

        private final Callers callers;
        private final CaseRepository cases;

        Source(Callers callers, CaseRepository cases) {
            this.callers = callers;
            this.cases = cases;
        }

        @Override
        public Optional<AnswerPart> of(Case it, Actor reader, Shell shell) {
            var asked = it.joined == null ? it : cases.find(it.joined).orElse(it);
            if (asked.steppedBack && asked.id.equals(it.id)) return Optional.empty();
            var ways = callers.ways(asked, it.id, reader);
            return ways.isEmpty() ? Optional.empty() : Optional.of(new AnswerPart(ways));
        }
    }
}
