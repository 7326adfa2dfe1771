package lianxin.cases;

import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases that a desk ends without anybody working on them, and reporters who do not agree with how a case was closed. */
@Service
@Transactional
class DeskEndings {

    private final CaseSteps steps;
    private final CaseThread thread;
    private final Routing routing;
    private final Flow flow;
    private final Deadlines deadlines;
    private final Units units;
    private final Trees trees;

    DeskEndings(
            CaseSteps steps,
            CaseThread thread,
            Routing routing,
            Flow flow,
            Deadlines deadlines,
            Units units,
            Trees trees) {
        this.steps = steps;
        this.thread = thread;
        this.routing = routing;
        this.flow = flow;
        this.deadlines = deadlines;
        this.units = units;
        this.trees = trees;
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
            case declined ->
                flow.reasons("decline").stream().anyMatch(it -> it.key().equals(cited));
            case handedOn -> flow.elsewhere().stream().anyMatch(it -> it.key().equals(cited));
            default -> true;
        };
    }

    /**
     * Where its desk has ended since, the one that serves the place now is asked instead.
     *
     * @param sentence why, in the reporter's words
     */
    void disagree(CaseId id, String sentence, Actor reporter) {
        steps.take(id, reporter, (it, now) -> {
            if (!reporter.ref().equals(Reports.reporter(id))) throw new Forbidden(id.ref());
            if (!trees.now().has(it.desk)) it.desk = routing.desk(it.place, now);
            Disagreement.say(it, units.above(it.desk), trees.now().has(it.holder), deadlines, now);
            thread.add(it, Addition.Kind.disagreement, sentence, now);
            thread.openedAgain(it, now);
        });
    }
}
