package lianxin.linkage;

import java.util.List;
import java.util.stream.Stream;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import org.springframework.stereotype.Component;

/** What contact points and service teams can tell. */
@Component
class LinkageFactKinds implements FactKinds {

    @Override
    public List<FactKind> factKinds() {
        return Stream.concat(LinkFact.kinds().stream(), TeamFact.kinds().stream())
                .toList();
    }
}
