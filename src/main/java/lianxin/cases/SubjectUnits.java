package lianxin.cases;

import java.util.stream.Stream;
import lianxin.organization.Actor;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A matter about a unit or its staff is nobody's in that unit or below it: it goes above, nobody below is put to work on
 * it, and whoever sits there does not see it. At the top of the town there is nobody above, and the top keeps it.
 */
@Component
class SubjectUnits {

    private final Trees trees;

    SubjectUnits(Trees trees) {
        this.trees = trees;
    }

    /** Whose desk takes a matter about this unit. */
    UnitId above(UnitId subject) {
        return trees.now().above(subject);
    }

    boolean hidden(Case it, Actor reader) {
        return hidden(it.subject, reader);
    }

    boolean hidden(@Nullable UnitId subject, Actor reader) {
        return subject != null && !top(subject) && reader.sitsIn(subject);
    }

    /** Refuses to put the subject, or a unit below it, to work on the matter. */
    void mustStayAbove(Case it) {
        var subject = it.subject;
        if (subject == null || top(subject) || it.stage == Stage.CLOSED) return;
        var tree = trees.now();
        var atWork = Stream.concat(
                Stream.of(it.desk, it.holder, it.whistled, it.arbiter),
                Assistance.of(it).map(work -> work.unit));
        if (atWork.anyMatch(unit -> unit != null && tree.covers(subject, unit)))
            throw new RuleBroken("case.about-itself", tree.unit(subject).name());
    }

    /** Whether this unit may work on the matter. */
    boolean mayHave(Case it, UnitId unit) {
        var subject = it.subject;
        return subject == null || top(subject) || !trees.now().covers(subject, unit);
    }

    private boolean top(UnitId subject) {
        var tree = trees.now();
        return !tree.has(subject) || tree.above(subject).equals(subject);
    }

    /** The matter turns out to be about a unit or its staff. */
    void name(Case it, UnitId subject) {
        it.only(Stage.REPORTED);
        it.subject = subject;
        var from = it.desk;
        if (!trees.now().covers(subject, from)) return;
        it.desk = above(subject);
        it.holder = it.desk;
    }
}
