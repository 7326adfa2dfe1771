package lianxin.cases;

import java.time.Clock;
import java.util.Map;
import lianxin.organization.Succession;
import lianxin.organization.UnitEnding;
import lianxin.organization.UnitId;
import org.springframework.stereotype.Component;

/** When a unit ends, its successor keeps its answers; of several the one that takes over what nobody asked for by name. */
@Component
class KnowledgeHandOver implements UnitEnding {

    private final KnowledgeRows rows;
    private final Knowledge knowledge;
    private final Clock clock;

    KnowledgeHandOver(KnowledgeRows rows, Knowledge knowledge, Clock clock) {
        this.rows = rows;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    @Override
    public String held() {
        return "knowledge.held";
    }

    @Override
    public Map<UnitId, Integer> shares(Succession it) {
        var heir = it.named();
        var kept = heir.equals(it.from()) ? 0 : rows.keptBy(it.from()).size();
        return kept == 0 ? Map.of() : Map.of(heir, kept);
    }

    @Override
    public void handOver(Succession it) {
        var heir = it.named();
        if (it.at().isAfter(clock.instant()) || heir.equals(it.from())) return;
        rows.keptBy(it.from()).forEach(answer -> knowledge.handOver(answer, heir));
    }
}
