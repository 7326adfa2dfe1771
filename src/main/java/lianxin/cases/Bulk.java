package lianxin.cases;

import static lianxin.cases.CaseViews.word;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.DutyList;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One step on many cases: each in a transaction of its own, each with what became of it. What is refused stays as it was. */
@Component
class Bulk {

    private final Cases cases;
    private final Undos undos;
    private final CaseQueries queries;
    private final CaseViews views;
    private final Routing routing;
    private final Categories categories;
    private final DutyList duties;
    private final Clock clock;

    Bulk(
            Cases cases,
            Undos undos,
            CaseQueries queries,
            CaseViews views,
            Routing routing,
            Categories categories,
            DutyList duties,
            Clock clock) {
        this.cases = cases;
        this.undos = undos;
        this.queries = queries;
        this.views = views;
        this.routing = routing;
        this.categories = categories;
        this.duties = duties;
        this.clock = clock;
    }

    /**
     * A case for which the step waits, before anything happens.
     *
     * @param duty by which item of the duty list it goes to which unit; null where it goes nowhere
     */
    record Chosen(
            CaseId id,
            CaseViews.RowView row,
            @Nullable String duty,
            @Nullable String unit) {}

    /** What became of one case: done, or the sentence that says why not; without a line where it is not for the reader. */
    record Result(
            CaseId id,
            CaseViews.@Nullable RowView row,
            @Nullable String refused) {}

    /** Of the chosen cases those for which the step waits, and waits for this reader. */
    List<Chosen> chosen(BulkStep step, Collection<CaseId> ids, Actor actor, Shell shell) {
        return queries.find(ids).stream()
                .filter(it -> step.waits(it) && may(step, it, actor))
                .map(it -> chosen(step, it, shell))
                .toList();
    }

    private Chosen chosen(BulkStep step, CaseRow it, Shell shell) {
        var row = views.row(it, shell);
        if (step != BulkStep.dispatch) return new Chosen(it.id(), row, null, null);
        var duty = routing.duty(it.place(), it.category(), clock.instant());
        var item = duties.item(duty.item());
        return new Chosen(it.id(), row, item.number() + " " + word(item.title(), shell), views.unit(duty.unit()));
    }

    private boolean may(BulkStep step, CaseRow it, Actor actor) {
        var unit = step == BulkStep.supervise ? Objects.requireNonNull(it.supervisor()) : it.holder();
        return actor.may(step.right, unit, categories.find(it.category()).line());
    }

    /** @param text what is said to each of them; empty where the step says nothing */
    List<Result> take(BulkStep step, Collection<CaseId> ids, String text, Actor actor, Shell shell) {
        var rows = queries.find(ids).stream().collect(Collectors.toMap(CaseRow::id, Function.identity()));
        var results = new ArrayList<Result>();
        for (var id : ids) {
            var refused = refused(() -> take(step, id, rows, text, actor), shell);
            results.add(new Result(id, shown(step, rows.get(id), actor, shell), refused));
        }
        return results;
    }

    /** Takes the same step back on each of them. */
    List<Result> undo(BulkStep step, Collection<CaseId> ids, Actor actor, Shell shell) {
        var results = new ArrayList<Result>();
        for (var id : ids) {
            var refused = refused(() -> undos.undo(id, actor), shell);
            var row = queries.find(id).orElse(null);
            results.add(new Result(id, shown(step, row, actor, shell), refused));
        }
        return results;
    }

    private CaseViews.@Nullable RowView shown(BulkStep step, @Nullable CaseRow row, Actor actor, Shell shell) {
        if (row == null || step == BulkStep.supervise && row.supervisor() == null) return null;
        return may(step, row, actor) ? views.row(row, shell) : null;
    }

    private void take(BulkStep step, CaseId id, Map<CaseId, CaseRow> rows, String text, Actor actor) {
        switch (step) {
            case dispatch -> {
                var row = rows.get(id);
                if (row == null) throw new NotFound(id.ref());
                cases.dispatch(id, row.category(), actor);
            }
            case sign -> cases.sign(id, actor);
            case supervise -> cases.supervise(id, text, actor);
        }
    }

    /** The sentence that says why it was not done; null when it was. */
    static @Nullable String refused(Runnable step, Shell shell) {
        try {
            step.run();
            return null;
        } catch (RuleBroken broken) {
            return shell.t(broken.key(), broken.details());
        } catch (Forbidden notAllowed) {
            return shell.t("platform.error.forbidden.text");
        } catch (NotFound unknown) {
            return shell.t("platform.error.not-found.text");
        }
    }
}
