package lianxin.evaluation;

import java.util.List;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import org.springframework.stereotype.Component;

/** What happens in an evaluation. */
sealed interface EvaluationFact extends Fact {

    /** Somebody of the evaluating level looked at single ratings of a unit. */
    record RatingsRead(UnitId rated, UnitId evaluating, String scheme, String period, String measure, int shown)
            implements EvaluationFact {
        @Override
        public Ref about() {
            return rated.ref();
        }

        @Override
        public Ref unit() {
            return evaluating.ref();
        }
    }

    /** Declares them to the journal. */
    @Component
    class Kinds implements FactKinds {
        @Override
        public List<FactKind> factKinds() {
            return List.of(new FactKind("rating.read", "查看单件评价", "single ratings read", RatingsRead.class));
        }
    }
}
