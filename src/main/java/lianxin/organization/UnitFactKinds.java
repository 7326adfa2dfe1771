package lianxin.organization;

import java.util.List;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import org.springframework.stereotype.Component;

/** What units, posts and accounts can tell. */
@Component
class UnitFactKinds implements FactKinds {

    @Override
    public List<FactKind> factKinds() {
        return UnitFact.kinds();
    }
}
