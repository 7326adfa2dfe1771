package lianxin.cases;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Flow;
import lianxin.cases.rules.Limits;
import lianxin.cases.rules.WaysIn;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.Shell;
import lianxin.playbook.Label;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a case into the words and lights of the reader's language. */
@Component
class CaseViews {

    private final Categories categories;
    private final Flow flow;
    private final WaysIn ways;
    private final Limits limits;
    private final Areas areas;
    private final Trees trees;
    private final Clock clock;

    CaseViews(Categories categories, Flow flow, WaysIn ways, Limits limits, Areas areas, Trees trees, Clock clock) {
        this.categories = categories;
        this.flow = flow;
        this.ways = ways;
        this.limits = limits;
        this.areas = areas;
        this.trees = trees;
        this.clock = clock;
    }

    List<RowView> rows(List<CaseRow> rows, Shell shell) {
        var tree = trees.now();
        return rows.stream().map(it -> row(it, tree, shell)).toList();
    }

    RowView row(CaseRow row, Shell shell) {
        return row(row, trees.now(), shell);
    }

    private RowView row(CaseRow row, Tree tree, Shell shell) {
        var title = row.title();
        var category = word(categories.find(row.category()).name(), shell);
        return new RowView(
                "/cases/" + row.id(),
                CaseNumber.of(row.number(), row.reportedAt(), clock.getZone()),
                title == null ? shell.t("cases.words-deleted") : title.isEmpty() ? category : title,
                category,
                word(
                        flow.kind(
                                row.kind() == null
                                        ? categories.find(row.category()).kind()
                                        : row.kind()),
                        shell),
                areas.address(row.place()),
                nearby(row.place()),
                ways.channel(row.channel()).map(it -> word(it.name(), shell)).orElse(row.channel()),
                state(row, shell),
                unit(tree, row.holder()),
                row.supervisor() == null ? null : unit(tree, row.supervisor()),
                row,
                light(row, shell),
                Math.min(100, row.used(clock.instant())));
    }

    private StateView state(CaseRow row, Shell shell) {
        var named = row.outcome() != null
                ? flow.outcome(row.outcome().name())
                : row.stage() != Stage.DISPATCHED ? flow.stage(row.stage().key()) : flow.state(work(row));
        return new StateView(word(named.name(), shell), named.color() == null ? "gray" : named.color());
    }

    private static String work(CaseRow row) {
        if (row.shelved()) return "shelved";
        if (row.asked() != null) return row.asked().key() + "-asked";
        if (!row.signed()) return "to-sign";
        return row.reworks() > 0 ? "rework" : "signed";
    }

    /** Amber and red by the share of the limit used up, before that by the hours left; the words beside it say the same. */
    private String light(CaseRow row, Shell shell) {
        if (!row.open() || row.shelved()) return "calm";
        var used = row.used(clock.instant());
        if (used > limits.lights().redAbove()) return "late";
        var hours = shell.urgency(row.due());
        if (hours.equals("soon") || used < limits.lights().amberFrom() && !hours.equals("near")) return hours;
        return "near";
    }

    /** How neighbors call it: the community and the building, without what all lines of a list have in common. */
    private String nearby(AreaId place) {
        var path = areas.path(place);
        var itself = path.getLast();
        return path.stream()
                        .filter(it -> it.kind().equals("community") && !it.id().equals(itself.id()))
                        .map(it -> it.name() + " ")
                        .collect(Collectors.joining())
                + itself.name();
    }

    String unit(UnitId unit) {
        return unit(trees.now(), unit);
    }

    private static String unit(Tree tree, UnitId unit) {
        return tree.has(unit) ? tree.unit(unit).name() : unit.toString();
    }

    static String word(Label label, Shell shell) {
        return shell.english() ? label.en() : label.zh();
    }

    record StateView(String name, String color) {}

    /** One line of a list; {@code light} is late, soon, near, today or calm. */
    record RowView(
            String url,
            String number,
            String title,
            String category,
            String kind,
            String place,
            String nearby,
            String channel,
            StateView state,
            String holder,
            @Nullable String supervisor,
            CaseRow it,
            String light,
            int used) {}
}
