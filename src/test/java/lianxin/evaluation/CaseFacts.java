package lianxin.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;

/** What the module of cases tells, for tests in which it does not run. */
sealed interface CaseFacts extends Fact {
    CaseId id();

    UnitId responsible();

    @Override
    default Ref about() {
        return new Ref("case", id().id().toString());
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    record CaseId(UUID id) {}

    record LimitReached(CaseId id, UnitId responsible, String step, boolean inTime, int reworks) implements CaseFacts {}

    record DoneLate(CaseId id, UnitId responsible, String step, Instant limit) implements CaseFacts {}

    record Confirmed(CaseId id, UnitId responsible) implements CaseFacts {}

    record Disputed(CaseId id, UnitId responsible) implements CaseFacts {}

    record Rated(CaseId id, UnitId responsible, int result, int service) implements CaseFacts {}

    record Excluded(CaseId id, UnitId responsible) implements CaseFacts {
        @Override
        public Boolean counts() {
            return false;
        }
    }

    record ExclusionLifted(CaseId id, UnitId responsible) implements CaseFacts {
        @Override
        public Boolean counts() {
            return true;
        }
    }

    FactKinds KINDS = () -> List.of(
            new FactKind("case.limit-reached", "期限已到", "limit reached", LimitReached.class),
            new FactKind("case.done-late", "超期完成", "done late", DoneLate.class),
            new FactKind("case.confirmed", "居民确认解决", "confirmed", Confirmed.class),
            new FactKind("case.disputed", "居民认为未解决", "disputed", Disputed.class),
            new FactKind("case.rated", "居民评价", "rated", Rated.class),
            new FactKind("case.excluded", "剔除", "left out", Excluded.class),
            new FactKind("case.exclusion-lifted", "取消剔除", "counts again", ExclusionLifted.class));
}
