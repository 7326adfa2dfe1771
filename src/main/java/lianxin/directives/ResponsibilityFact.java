package lianxin.directives;

import java.time.Instant;
import java.util.List;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;

/** What was done of what posts answer for; it stands with the seat and names nobody. */
public sealed interface ResponsibilityFact extends Fact {

    /** @param period its first moment */
    record Kept(ResponsibilityKey id, UnitId responsible, String role, Instant period, boolean inTime)
            implements ResponsibilityFact {

        @Override
        public Ref about() {
            return Ref.of("responsibility", id.key());
        }

        @Override
        public Ref unit() {
            return responsible.ref();
        }
    }

    /** As the playbook calls it. */
    record ResponsibilityKey(String key) {}

    static List<FactKind> kinds() {
        return List.of(new FactKind("responsibility.kept", "责任事项完成", "Responsibility kept", Kept.class));
    }
}
