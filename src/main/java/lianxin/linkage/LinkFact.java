package lianxin.linkage;

import java.time.Instant;
import java.util.List;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;

/** What can happen to a contact point, in the charge of the unit whose seat is tied. */
public sealed interface LinkFact extends Fact {

    LinkId id();

    UnitId responsible();

    @Override
    default Ref about() {
        return id().ref();
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    record Tied(LinkId id, UnitId responsible, String system, String category, UnitId object, Instant validFrom)
            implements LinkFact {}

    /**
     * The unit of the seat, or the object, ended, and its successor stands in its place.
     *
     * @param end {@code seat} or {@code object}
     */
    record HandedOver(LinkId id, UnitId responsible, String end, UnitId before, UnitId after, Instant validFrom)
            implements LinkFact {}

    record Ended(LinkId id, UnitId responsible, Instant validTo) implements LinkFact {}

    /** @param inTime whether it was before the last day for it */
    record Contacted(LinkId id, UnitId responsible, ContactId contact, String contactKind, boolean inTime)
            implements LinkFact {}

    /** @param answered at once; else it became a case */
    record NeedTaken(LinkId id, UnitId responsible, ContactId contact, NeedId need, boolean answered)
            implements LinkFact {}

    /** Those who were visited heard what became of it. */
    record ToldBack(LinkId id, UnitId responsible, ContactId contact) implements LinkFact {}

    /** A contact never was; the fact that told of it is void. */
    record TakenBack(LinkId id, UnitId responsible, ContactId contact) implements LinkFact {}

    static List<FactKind> kinds() {
        return List.of(
                new FactKind("link.tied", "确定联系点", "Contact point tied", Tied.class),
                new FactKind("link.handed-over", "联系点移交", "Contact point handed over", HandedOver.class),
                new FactKind("link.ended", "联系点结束", "Contact point ended", Ended.class),
                new FactKind("link.contacted", "联系", "Contact", Contacted.class),
                new FactKind("link.need-taken", "联系中接到诉求", "Need taken at a contact", NeedTaken.class),
                new FactKind("link.taken-back", "联系登记撤回", "Contact taken back", TakenBack.class),
                new FactKind("link.told-back", "向联系点反馈", "Told back", ToldBack.class));
    }
}
