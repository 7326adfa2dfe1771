package lianxin.cases;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reporters who do not agree with how a case was closed, and the desks above that decide about it. */
@Service
@Transactional
class Disagreements {

    private final CaseSteps steps;
    private final CaseThread thread;
    private final Voices voices;
    private final Routing routing;
    private final Deadlines deadlines;
    private final Units units;
    private final Trees trees;

    Disagreements(
            CaseSteps steps,
            CaseThread thread,
            Voices voices,
            Routing routing,
            Deadlines deadlines,
            Units units,
            Trees trees) {
        this.steps = steps;
        this.thread = thread;
        this.voices = voices;
        this.routing = routing;
        this.deadlines = deadlines;
        this.units = units;
        this.trees = trees;
    }

    /** @param sentence why, in the reporter's words */
    void say(CaseId id, String sentence, Actor reporter) {
        steps.take(voices.lead(id), reporter, (it, now) -> {
            if (!reporter.ref().equals(Reports.reporter(id))) throw new Forbidden(id.ref());
            if (it.steppedBack && id.equals(it.id)) throw new RuleBroken("case.withdrawn");
            if (Appeal.lies(it.outcome)) Disagreement.appeal(it, units.above(desk(it, now)), deadlines, now);
            else if (trees.now().has(it.holder)) Disagreement.reopen(it, deadlines, now);
            else Disagreement.reopenAtDesk(it, desk(it, now), deadlines, now);
            thread.add(id, Addition.Kind.disagreement, sentence, now);
            thread.openedAgain(it, now);
        });
    }

    /** Files it for the reporter; the desk that serves the place dispatches it. */
    void sendBack(CaseId id, Actor by) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            var desk = routing.desk(it.place, now);
            if (desk.equals(it.desk)) throw new RuleBroken("case.desk-same");
            Appeal.sendBack(it, desk, deadlines, now);
        });
    }

    /** Nobody confirms what he ended himself. */
    void confirm(CaseId id, String text, Actor by) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            if (thread.lastWordOf(it, by)) throw new RuleBroken("case.own-ending");
            Appeal.confirm(it, now);
            thread.finish(it, text, null, by, now);
        });
    }

    /** The one that had it, or, if that is no more, the one serving the place today. */
    private UnitId desk(Case it, Instant now) {
        return trees.now().has(it.desk) ? it.desk : routing.desk(it.place, now);
    }
}
