package lianxin.organization;

import java.util.List;
import java.util.stream.Stream;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import org.springframework.stereotype.Component;

/** What posts on their way, delegations and accounts can tell. */
@Component
class PostFactKinds implements FactKinds {

    @Override
    public List<FactKind> factKinds() {
        return Stream.concat(PostFact.kinds().stream(), AccountFact.kinds().stream())
                .toList();
    }
}
