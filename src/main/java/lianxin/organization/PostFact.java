package lianxin.organization;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.Ref;

/** What can happen on the way to a post, and when its holder is away. Public vocabulary. */
public sealed interface PostFact extends Fact {

    UnitId responsible();

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    /** In the charge of the unit of the post, which waits for the reviewer from now on. */
    record Proposed(FilingId filing, UnitId responsible, Filings.Action action, String role, UnitId reviewer)
            implements PostFact {
        @Override
        public Ref about() {
            return Ref.of("filing", filing.id());
        }
    }

    /** In the charge of the reviewer; the change itself is told apart, by the post. */
    record Filed(FilingId filing, UnitId responsible, Filings.Action action, String role, String number, boolean inTime)
            implements PostFact {
        @Override
        public Ref about() {
            return Ref.of("filing", filing.id());
        }
    }

    record Returned(FilingId filing, UnitId responsible, Filings.Action action, String role, boolean inTime)
            implements PostFact {
        @Override
        public Ref about() {
            return Ref.of("filing", filing.id());
        }
    }

    /** @param rights keys of what was given, with commas between them */
    record Delegated(
            PostId post, UnitId responsible, DelegationId delegation, String rights, Instant validFrom, Instant validTo)
            implements PostFact {
        @Override
        public Ref about() {
            return post.ref();
        }

        static String keys(Set<May> rights) {
            return rights.stream().map(May::key).sorted().collect(Collectors.joining(","));
        }
    }

    record DelegationRevoked(PostId post, UnitId responsible, DelegationId delegation, Instant validTo)
            implements PostFact {
        @Override
        public Ref about() {
            return post.ref();
        }
    }

    static List<FactKind> kinds() {
        return List.of(
                new FactKind("post.proposed", "任免报备", "Change of a post proposed", Proposed.class),
                new FactKind("post.filed", "任免备案", "Change of a post filed", Filed.class),
                new FactKind("post.returned", "任免退回", "Change of a post returned", Returned.class),
                new FactKind("post.delegated", "授权代行", "Rights of a post delegated", Delegated.class),
                new FactKind("post.delegation-revoked", "收回授权", "Delegation revoked", DelegationRevoked.class));
    }
}
