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

        Source(Callers callers) {
            this.callers = callers;
        }

        @Override
        public Optional<AnswerPart> of(Case it, Actor reader, Shell shell) {
            var ways = callers.ways(it, reader);
            return ways.isEmpty() ? Optional.empty() : Optional.of(new AnswerPart(ways));
        }
    }
}
