package lianxin.cases;

import lianxin.facts.Fact;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;

/** What can happen to a case. Public vocabulary: indicators, notices and open data use these names. */
public sealed interface CaseFact extends Fact
        permits ReportFact, WorkFact, RequestFact, EndingFact, ExclusionFact, StoryFact {

    CaseId id();

    UnitId responsible();

    @Override
    default Ref about() {
        return id().ref();
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    /** Whether the case is closed by it. */
    default boolean closes() {
        return false;
    }
}
