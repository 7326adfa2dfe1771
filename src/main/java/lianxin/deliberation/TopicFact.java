package lianxin.deliberation;

import java.util.List;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** What can happen to a topic. */
public sealed interface TopicFact extends Fact {

    TopicId id();

    UnitId responsible();

    @Override
    default Ref about() {
        return id().ref();
    }

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    /** @param opinions of how many cases */
    record Proposed(TopicId id, UnitId responsible, UnitId decider, int opinions) implements TopicFact {}

    /** In the charge of the unit named from now on. */
    record Adopted(TopicId id, UnitId responsible, UnitId decider) implements TopicFact {}

    record Refused(TopicId id, UnitId responsible, UnitId decider) implements TopicFact {}

    /**
     * @param part proposal, project or place
     * @param link its number
     * @param cameFrom the number of the link before it
     * @param target the place
     */
    record Linked(
            TopicId id,
            UnitId responsible,
            String part,
            int link,
            @Nullable Integer cameFrom,
            @Nullable String target) implements TopicFact {}

    record LinkEnded(TopicId id, UnitId responsible, int link, boolean done) implements TopicFact {}

    record Ended(TopicId id, UnitId responsible, boolean done) implements TopicFact {}

    /** A unit ended and its successor took the topic over. */
    record HandedOver(TopicId id, UnitId responsible, UnitId from) implements TopicFact {}

    static List<FactKind> kinds() {
        return List.of(
                new FactKind("topic.proposed", "提出议题", "topic proposed", Proposed.class),
                new FactKind("topic.adopted", "采纳议题", "topic adopted", Adopted.class),
                new FactKind("topic.refused", "不采纳议题", "topic refused", Refused.class),
                new FactKind("topic.linked", "议题有了下文", "topic went on", Linked.class),
                new FactKind("topic.link-ended", "一环完成或中止", "a link ended", LinkEnded.class),
                new FactKind("topic.ended", "议题结束", "topic ended", Ended.class),
                new FactKind("topic.handed-over", "议题移交", "topic handed over", HandedOver.class));
    }
}
