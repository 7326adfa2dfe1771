package lianxin.bodies;

import java.util.List;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import org.springframework.stereotype.Component;

/** What joint bodies can tell. */
@Component
class BodyFactKinds implements FactKinds {

    @Override
    public List<FactKind> factKinds() {
        return BodyFact.kinds();
    }
}
