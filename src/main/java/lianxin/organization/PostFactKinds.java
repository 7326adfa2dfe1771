package lianxin.organization;

import java.util.List;
import java.util.stream.Stream;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import org.springframework.stereotype.Component;

/** What posts on their way, delegations, accounts and rosters can tell. */
@Component
class PostFactKinds implements FactKinds {

    @Override
    public List<FactKind> factKinds() {
        return Stream.of(PostFact.kinds(), AccountFact.kinds(), DutyFact.kinds())
                .flatMap(List::stream)
                .toList();
    }
}
