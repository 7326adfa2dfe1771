package lianxin.directives;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianxin.directives.RollUp.Count;
import lianxin.directives.TaskViews.Line;
import lianxin.organization.Actor;
import lianxin.organization.Chairs;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.platform.AsOf;
import lianxin.platform.Forbidden;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the secretary of a unit has in hand (书记抓、抓书记): responsibilities of the own posts with their days, what the unit
 * is to do, what waits for its word, what it asked, its joint projects, and what is late below over three levels.
 */
@Controller
@Needs({May.DO_TASKS, May.GIVE_TASKS, May.READ})
class MyTasksPage {

    private static final int SHOWN = 15;

    private final TaskBook book;
    private final TaskViews views;
    private final ResponsibilityList responsibilities;
    private final ResponsibilityPage lines;
    private final BelowPage branches;
    private final Below below;
    private final Sight sight;
    private final Chairs chairs;
    private final Trees trees;
    private final ObjectProvider<JointProjects> projects;
    private final Clock clock;

    MyTasksPage(
            TaskBook book,
            TaskViews views,
            ResponsibilityList responsibilities,
            ResponsibilityPage lines,
            BelowPage branches,
            Below below,
            Sight sight,
            Chairs chairs,
            Trees trees,
            ObjectProvider<JointProjects> projects,
            Clock clock) {
        this.book = book;
        this.views = views;
        this.responsibilities = responsibilities;
        this.lines = lines;
        this.branches = branches;
        this.below = below;
        this.sight = sight;
        this.chairs = chairs;
        this.trees = trees;
        this.projects = projects;
        this.clock = clock;
    }

    /**
     * @param unit the one that is looked at; null for a reader who speaks for none
     * @param owed responsibilities of the own post and of vacant ones
     * @param word what waits for the word of the unit as the one that asked
     * @param leave asks above the limit that wait for the unit as the superior
     */
    record View(
            @Nullable Unit unit,
            List<Unit> units,
            List<ResponsibilityPage.Line> owed,
            List<Line> todo,
            List<Line> word,
            List<Line> leave,
            List<Asked> asked,
            List<Asked> line,
            List<JointProjects.Project> projects,
            List<Branches.Line> below,
            boolean mayGive,
            boolean mayRaise,
            LocalDate today) {}

    record Asked(Task task, Count count) {}

    @GetMapping("/tasks")
    ModelAndView show(
            @RequestParam(name = "unit", required = false) @Nullable Integer number, Actor reader, Shell shell) {
        var now = AsOf.of(null, null, clock);
        var own = sight.own(reader);
        var unit = number == null
                ? own.stream().findFirst()
                : own.stream().filter(it -> it.number() == number).findFirst();
        if (number != null && unit.isEmpty()) throw new Forbidden("unit " + number);
        var view = unit.map(it -> view(it, own, now, reader, shell))
                .orElseGet(() -> new View(
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        false,
                        views.today(null)));
        return new ModelAndView("directives/mine", "it", view);
    }

    private View view(UnitId unit, List<UnitId> own, AsOf now, Actor reader, Shell shell) {
        var at = now.at();
        var today = views.today(null);
        var one = new int[] {unit.number()};
        var tree = trees.at(at);
        var word = book.askedBy(one, List.of(PartState.REPORTED, PartState.DECLINED, PartState.OPEN), at).stream()
                .filter(it -> it.state() != PartState.OPEN || it.wished() != null)
                .toList();
        var owned = book.ownedBy(TaskBook.boxed(one), at);
        var open = book.partsOf(owned.stream().map(Task::id).toList(), at);
        var asked = owned.stream()
                .map(it -> new Asked(it, RollUp.count(open.getOrDefault(it.id(), List.of()), today)))
                .filter(it -> it.count.open() > 0)
                .toList();
        var shared = projects.getIfAvailable();
        return new View(
                tree.unit(unit),
                own.stream().map(tree::unit).toList(),
                owed(unit, now, reader, shell),
                views.lines(book.inHandOf(one, List.of(PartState.OPEN), at), at, today),
                views.lines(word, at, today),
                leave(unit, now),
                asked.stream().filter(it -> it.task.issuer().equals(unit)).toList(),
                asked.stream().filter(it -> !it.task.issuer().equals(unit)).toList(),
                shared == null ? List.of() : shared.openOf(unit, at),
                shortened(branches.lines(unit, now)),
                reader.may(May.GIVE_TASKS, unit) && !below.now().direct(unit).isEmpty(),
                reader.may(May.DO_TASKS, unit) && below.now().superior(unit).isPresent(),
                today);
    }

    /** What does not fit is read on the page of its own: there remain those right below. */
    private static List<Branches.Line> shortened(List<Branches.Line> lines) {
        if (lines.size() <= SHOWN) return lines;
        return lines.stream().filter(it -> it.depth() == 1).limit(SHOWN).toList();
    }

    private List<ResponsibilityPage.Line> owed(UnitId unit, AsOf now, Actor reader, Shell shell) {
        var mine = chairs.of(reader, now.at()).stream()
                .map(Chairs.Sitting::chair)
                .filter(it -> it.unit().equals(unit))
                .map(it -> it.role())
                .toList();
        return responsibilities.of(new int[] {unit.number()}, now.at()).stream()
                .filter(it -> mine.contains(it.role()) || it.vacant())
                .map(it -> lines.line(it, now, reader, views.today(null), shell))
                .toList();
    }

    /** Asks above the limit for which this unit stands above the one that asks. */
    private List<Line> leave(UnitId unit, AsOf now) {
        var tree = below.now();
        var waiting = book.waiting(now.at());
        return views.lines(waiting, now.at(), views.today(null)).stream()
                .filter(it -> tree.superior(it.askerUnit())
                        .filter(superior -> superior.id().equals(unit))
                        .isPresent())
                .toList();
    }
}
