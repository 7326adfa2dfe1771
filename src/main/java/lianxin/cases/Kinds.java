package lianxin.cases;

import java.util.List;
import java.util.stream.Stream;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.DutyList;
import lianxin.cases.rules.Flow;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Question, help, complaint, report of an offense, suggestion, praise: what somebody wants with a matter. The category
 * says it until the desk knows better.
 */
@Service
@Transactional
class Kinds {

    private final CaseSteps steps;
    private final CaseThread thread;
    private final Categories categories;
    private final DutyList duties;
    private final Flow flow;
    private final Routing routing;
    private final Trees trees;
    private final Units units;

    Kinds(
            CaseSteps steps,
            CaseThread thread,
            Categories categories,
            DutyList duties,
            Flow flow,
            Routing routing,
            Trees trees,
            Units units) {
        this.steps = steps;
        this.thread = thread;
        this.categories = categories;
        this.duties = duties;
        this.flow = flow;
        this.routing = routing;
        this.trees = trees;
        this.units = units;
    }

    /** The kind of a case as it is stored, or of its category. */
    String of(@Nullable String stored, String category) {
        return stored == null ? categories.find(category).kind() : stored;
    }

    /** The desk knows better what is wanted, as long as it holds the case. */
    void correct(CaseId id, String kind, Actor by) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            if (!flow.knowsKind(kind)) throw new RuleBroken("case.kind");
            Praise.correct(it, of(it.kind, it.category), kind, now);
        });
    }

    /** Nobody has to handle praise: it is passed on to the unit praised, with a sentence for who said it, and that is all. */
    void pass(CaseId id, UnitId praised, String text, Actor by) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.DISPATCH, it.desk, it);
            if (!units.find(praised).holdsCases()) throw new RuleBroken("case.unit-holds-no-cases");
            Praise.pass(it, of(it.kind, it.category), praised, now);
            thread.finish(it, text, null, by, now);
        });
    }

    /** Units that work on matters at this place: those of the duty list, and all above the desk. */
    List<Unit> mayBePraised(Case it) {
        var tree = trees.now();
        var above = tree.unitsOnPath(it.desk).stream();
        var listed = duties.all()
                .flatMap(item -> item.categories().stream()
                        .limit(1)
                        .map(category -> routing.duty(item, it.place, category, it.reportedAt)
                                .unit()))
                .filter(tree::has)
                .map(tree::unit);
        return Stream.concat(above, listed).filter(Unit::holdsCases).distinct().toList();
    }
}
