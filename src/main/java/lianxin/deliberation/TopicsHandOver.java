package lianxin.deliberation;

import java.time.Clock;
import java.util.Map;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.Succession;
import lianxin.organization.UnitEnding;
import lianxin.organization.UnitId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When a unit ends, the topics it has in hand go to the unit named; a day ahead waits for that day. */
@Component
class TopicsHandOver implements UnitEnding {

    private final TopicRows rows;
    private final Journal journal;
    private final Clock clock;

    TopicsHandOver(TopicRows rows, Journal journal, Clock clock) {
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String held() {
        return "topics.held";
    }

    @Override
    public Map<UnitId, Integer> shares(Succession it) {
        if (it.named().equals(it.from())) return Map.of();
        int open = rows.inHandOf(it.from()).size();
        return open == 0 ? Map.of() : Map.of(it.named(), open);
    }

    @Override
    @Transactional
    public void handOver(Succession it) {
        var now = clock.instant();
        if (it.at().isAfter(now) || it.named().equals(it.from())) return;
        var inHand = rows.inHandOf(it.from());
        rows.handOver(it.from(), it.named());
        for (var topic : inHand)
            journal.record(new TopicFact.HandedOver(topic.id(), it.named(), it.from()), null, Actor.SYSTEM.ref(), now);
    }
}
