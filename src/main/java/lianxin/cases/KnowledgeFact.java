package lianxin.cases;

import java.util.List;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import org.springframework.stereotype.Component;

/** What happens to the answers that a unit keeps. */
public sealed interface KnowledgeFact extends Fact {

    KnowledgeId id();

    UnitId keeper();

    @Override
    default Ref about() {
        return id().ref();
    }

    @Override
    default Ref unit() {
        return keeper().ref();
    }

    record Written(KnowledgeId id, UnitId keeper, String category) implements KnowledgeFact {}

    record Corrected(KnowledgeId id, UnitId keeper, String category) implements KnowledgeFact {}

    record Ended(KnowledgeId id, UnitId keeper) implements KnowledgeFact {}

    /** Another unit keeps it from now on. */
    record HandedOver(KnowledgeId id, UnitId keeper, UnitId from) implements KnowledgeFact {}

    @Component
    class Kinds implements FactKinds {

        @Override
        public List<FactKind> factKinds() {
            return List.of(
                    new FactKind("knowledge.written", "写入知识库", "answer written", Written.class),
                    new FactKind("knowledge.corrected", "更正知识库", "answer corrected", Corrected.class),
                    new FactKind("knowledge.ended", "知识库条目停用", "answer ended", Ended.class),
                    new FactKind("knowledge.handed-over", "知识库条目移交", "answer handed over", HandedOver.class));
        }
    }
}
