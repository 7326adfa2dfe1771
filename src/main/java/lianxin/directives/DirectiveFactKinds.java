package lianxin.directives;

import java.util.List;
import java.util.stream.Stream;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import org.springframework.stereotype.Component;

/** What tasks and responsibilities can tell. */
@Component
class DirectiveFactKinds implements FactKinds {

    @Override
    public List<FactKind> factKinds() {
        return Stream.concat(TaskFact.kinds().stream(), ResponsibilityFact.kinds().stream())
                .toList();
    }
}
