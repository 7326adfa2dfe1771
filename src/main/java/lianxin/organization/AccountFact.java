package lianxin.organization;

import java.util.List;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.Ref;

/** What somebody else did to an account; about a person by number, in the charge of the unit of a post of theirs. */
public sealed interface AccountFact extends Fact {

    PersonId person();

    UnitId responsible();

    @Override
    default Ref about() {
        return person().ref();
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    record Opened(PersonId person, UnitId responsible) implements AccountFact {}

    record Closed(PersonId person, UnitId responsible) implements AccountFact {}

    /** A new one-time password; the second factor begins anew too. */
    record Reset(PersonId person, UnitId responsible) implements AccountFact {}

    static List<FactKind> kinds() {
        return List.of(
                new FactKind("account.opened", "开通账号", "Account opened", Opened.class),
                new FactKind("account.closed", "停用账号", "Account closed", Closed.class),
                new FactKind("account.reset", "重置账号", "Account reset", Reset.class));
    }
}
