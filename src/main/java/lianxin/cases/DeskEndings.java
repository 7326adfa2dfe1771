package lianxin.cases;

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

    DeskEndings(CaseSteps steps, CaseThread thread, Flow flow) {
        this.steps = steps;
        this.thread = thread;
        this.flow = flow;
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
        end(id, Outcome.answeredDirectly, "", text, by);
    }

    private void end(CaseId id, Outcome how, String cited, String text, Actor by) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            if (!known(how, cited)) throw new RuleBroken("case.reason");
            DeskEnding.end(it, how, cited, now);
            thread.finish(it, text, null, by, now);
        });
    }

    private boolean known(Outcome how, String cited) {
        return switch (how) {
            case declined -> flow.gives("decline", cited);
            case handedOn -> flow.elsewhere(cited).isPresent();
            default -> true;
        };
    }
}
