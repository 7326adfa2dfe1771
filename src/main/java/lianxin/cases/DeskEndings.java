package lianxin.cases;

import java.time.Instant;
import java.util.UUID;
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
        end(id, Outcome.declined, reason, text, by);
    }

    /** @param to who is in charge of such matters, as the playbook lists them */
    void handOn(CaseId id, String to, String text, Actor by) {
        end(id, Outcome.handedOn, to, text, by);
    }

    void answer(CaseId id, String text, Actor by) {
        answer(id, "", text, by);
    }

    /** @param kept the answer of the knowledge base that was used; empty for none */
    void answer(CaseId id, String kept, String text, Actor by) {
        end(id, Outcome.answeredDirectly, kept, text, by);
    }

    private void end(CaseId id, Outcome how, String cited, String text, Actor by) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            if (!known(it, how, cited, now)) throw new RuleBroken("case.reason");
            DeskEnding.end(it, how, cited, now);
            thread.finish(it, text, null, by, now);
        });
    }

    private boolean kept(String cited, Case it, Instant now) {
        try {
            return knowledge.holds(new KnowledgeId(UUID.fromString(cited)), routing.around(it.place, now));
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }

    private boolean known(Case it, Outcome how, String cited, Instant now) {
        return switch (how) {
            case declined -> flow.gives("decline", cited);
            case handedOn -> flow.elsewhere(cited).isPresent();
            default -> cited.isEmpty() || kept(cited, it, now);
        };
    }
}
