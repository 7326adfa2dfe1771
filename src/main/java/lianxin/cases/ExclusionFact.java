package lianxin.cases;

import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** That a case is left out of statistics (剔除), and what became of that. In charge is the unit that asked for it. */
public sealed interface ExclusionFact extends CaseFact {

    /**
     * @param reason of the closed list of the playbook
     * @param above who decides
     */
    record ExclusionAsked(CaseId id, UnitId responsible, String reason, UnitId above) implements ExclusionFact {}

    record Excluded(CaseId id, UnitId responsible, String reason, UnitId decider) implements ExclusionFact {
        @Override
        public @Nullable Boolean counts() {
            return false;
        }
    }

    record ExclusionRefused(CaseId id, UnitId responsible, String reason, UnitId decider) implements ExclusionFact {}

    /** A reporter does not agree that the case is left out. */
    record ExclusionContested(CaseId id, UnitId responsible, UnitId reviewer) implements ExclusionFact {}

    /** It stays left out, for good. */
    record ExclusionKept(CaseId id, UnitId responsible, UnitId reviewer) implements ExclusionFact {}

    /** It counts again, for good. */
    record ExclusionLifted(CaseId id, UnitId responsible, UnitId reviewer) implements ExclusionFact {
        @Override
        public @Nullable Boolean counts() {
            return true;
        }
    }
}
