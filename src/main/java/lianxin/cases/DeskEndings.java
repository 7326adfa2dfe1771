package lianxin.cases;

import java.time.Instant;
import java.util.function.BiFunction;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases that a desk ends without anybody working on them. */
@Service
@Transactional
class DeskEndings {

    private static final String UNKNOWN = "case.reason";

    private final CaseSteps steps;
    private final CaseThread thread;
    private final Flow flow;
    private final Knowledge knowledge;
    private final Routing routing;

    DeskEndings(CaseSteps steps, CaseThread thread, Flow flow, Knowledge knowledge, Routing routing) {
        this.steps = steps;
        this.thread = thread;
        this.flow = flow;
        this.knowledge = knowledge;
        this.routing = routing;
    }

    /** @param reason of the closed list */
    void decline(CaseId id, String reason, String text, Actor by) {
        end(id, Outcome.declined, text, by, (it, now) -> {
            if (!flow.gives("decline", reason)) throw new RuleBroken(UNKNOWN);
            return new EndingFact.Declined(it.id, it.holder, reason, it.filed);
        });
    }

    /** @param to who is in charge of such matters, as the playbook lists them */
    void handOn(CaseId id, String to, String text, Actor by) {
        end(id, Outcome.handedOn, text, by, (it, now) -> {
            if (flow.elsewhere(to).isEmpty()) throw new RuleBroken(UNKNOWN);
            return new EndingFact.HandedOn(it.id, it.holder, to, it.filed);
        });
    }

    void answer(CaseId id, String text, Actor by) {
        answer(id, "", text, by);
    }

    /** @param kept the answer of the knowledge base that was used; empty for one in own words */
    void answer(CaseId id, String kept, String text, Actor by) {
        end(
                id,
                Outcome.answeredDirectly,
                text,
                by,
                (it, now) ->
                        new EndingFact.AnsweredDirectly(it.id, it.holder, kept.isEmpty() ? null : kept(kept, it, now)));
    }

    private void end(CaseId id, Outcome how, String text, Actor by, BiFunction<Case, Instant, EndingFact> told) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            DeskEnding.end(it, how, told.apply(it, now), now);
            thread.finish(it, text, null, by, now);
        });
    }

    private KnowledgeId kept(String typed, Case it, Instant now) {
        var id = KnowledgeId.of(typed);
        return id.filter(known -> knowledge.holds(known, routing.around(it.place, now)))
                .orElseThrow(() -> new RuleBroken(UNKNOWN));
    }
}
