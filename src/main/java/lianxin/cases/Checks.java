package lianxin.cases;

import java.time.Instant;
import lianxin.cases.rules.Deadlines;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who looks whether work is done, and what was found. */
@Service
@Transactional
class Checks {

    private final CaseSteps steps;
    private final CaseThread thread;
    private final TakenDownRows taken;
    private final Deadlines deadlines;
    private final Trees trees;

    Checks(CaseSteps steps, CaseThread thread, TakenDownRows taken, Deadlines deadlines, Trees trees) {
        this.steps = steps;
        this.thread = thread;
        this.taken = taken;
        this.deadlines = deadlines;
        this.trees = trees;
    }

    /** Work of a category that is looked at, as soon as the unit says it is done; at the top nobody else is there to look. */
    void want(Case it, Instant now) {
        var due = deadlines.check(it.category, now);
        var unit = checker(it);
        if (due != null && !unit.equals(it.holder)) Check.want(it, unit, due, now);
    }

    /** The desk that gave the work; of its own work the unit above. */
    private UnitId checker(Case it) {
        return it.desk.equals(it.holder) ? trees.now().above(it.holder) : it.desk;
    }

    /** @param text what was seen; the resident reads it */
    void found(CaseId id, boolean done, String text, Actor by) {
        steps.take(id, by, (it, now) -> {
            var unit = Check.by(it).orElse(it.desk);
            steps.must(by, May.DISPATCH, unit, it);
            if (steps.may(by, May.HANDLE, it.holder, it)) throw new RuleBroken("case.handler-checks-nobody");
            if (typed(it, by)) throw new RuleBroken("case.typist-checks-nobody");
            Check.found(it, done, deadlines, now);
            thread.say(it, text, by, now);
        });
    }

    /** Whether this reader may say what was found. */
    boolean may(Case it, Actor reader) {
        return Check.by(it)
                .filter(unit -> steps.may(reader, May.DISPATCH, unit, it))
                .filter(unit -> !steps.may(reader, May.HANDLE, it.holder, it) && !typed(it, reader))
                .isPresent();
    }

    private boolean typed(Case it, Actor by) {
        return taken.of(it).filter(each -> each.by(by)).isPresent();
    }
}
