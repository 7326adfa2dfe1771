package lianxin.facts;

import java.util.List;

/** What one module can tell: one bean per module. */
@FunctionalInterface
public interface FactKinds {

    List<FactKind> factKinds();
}
