package lianxin.directives;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.directives.RollUp.Count;
import lianxin.directives.TaskViews.Event;
import lianxin.directives.TaskViews.Line;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.Violations;
import lianxin.platform.AsOf;
import lianxin.platform.NotFound;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the page of a task shows, or of one unit's part of it: who asked whom, how it stands on each level, what comes next. */
@Component
class TaskPage {

    private static final int SHOWN = 200;

    private final TaskBook book;
    private final TaskViews views;
    private final Sight sight;
    private final Below below;
    private final BurdenGate gate;
    private final Pointers pointers;
    private final OrganizationRules words;
    private final Violations violations;

    TaskPage(
            TaskBook book,
            TaskViews views,
            Sight sight,
            Below below,
            BurdenGate gate,
            Pointers pointers,
            OrganizationRules words,
            Violations violations) {
        this.book = book;
        this.views = views;
        this.sight = sight;
        this.below = below;
        this.gate = gate;
        this.pointers = pointers;
        this.words = words;
        this.violations = violations;
    }

    /**
     * @param focus null for the task as a whole
     * @param way whose parts stand above it, from the top
     * @param right the parts that were asked right below
     * @param reported those asked right below that wait for this reader's confirmation
     * @param waiting how many parts wait for this reader's word
     * @param open how much the rule still finds at the unit; null without a rule
     */
    record View(
            Task task,
            AsOf asOf,
            @Nullable Line focus,
            List<Line> way,
            List<Line> right,
            Set<PartId> reported,
            int hidden,
            List<Level> levels,
            Count all,
            Owners owners,
            @Nullable Integer open,
            List<Pointers.Shown> pointers,
            List<Event> events,
            int waiting,
            Rights may,
            List<BurdenGate.Load> units,
            List<Kind> kinds,
            LocalDate today,
            Typed typed,
            @Nullable String problem) {

        boolean tried(String form) {
            return typed.text("form").equals(form);
        }

        String typed(String form, String field) {
            return tried(form) ? typed.text(field) : "";
        }

        String base() {
            return focus == null ? task.url() : focus.url();
        }

        /** A new last day that can be offered: the old one, unless it is over. */
        LocalDate again() {
            var due = Objects.requireNonNull(focus).part().due();
            return due.isBefore(today) ? today.plusDays(7) : due;
        }
    }

    record Owners(
            String issuer,
            @Nullable String line,
            String block,
            @Nullable String rule) {}

    record Level(String level, Count count) {}

    record Kind(String key, String name) {}

    /**
     * @param act for the unit: report, decline, ask for more time
     * @param confirm for whoever asked, as are the others
     * @param all withdraw the whole task
     */
    record Rights(
            boolean act,
            boolean split,
            boolean confirm,
            boolean back,
            boolean postpone,
            boolean withdraw,
            boolean all) {

        static final Rights NONE = new Rights(false, false, false, false, false, false, false);

        boolean any() {
            return act || split || confirm || back || postpone || withdraw;
        }
    }

    ModelAndView of(
            TaskId id,
            @Nullable PartId focus,
            AsOf asOf,
            Actor reader,
            Shell shell,
            Typed typed,
            @Nullable String why) {
        var at = asOf.at();
        var today = views.today(asOf.on());
        var task = book.must(id, at);
        var all = book.partsOf(id, at);
        var seen = sight.seen(task, all, reader);
        var part = focus == null ? null : visible(focus, seen);
        var held = part == null ? null : new Held(task, all, part);
        var right = (part == null ? tops(seen) : held(held).right());
        var tree = below.at(at);
        var may = asOf.now() && held != null
                ? rights(held, reader, tree)
                : new Rights(
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        asOf.now()
                                && TaskGuard.issues(reader, task)
                                && all.stream().anyMatch(Part::unsettled));
        var direct = may.split
                ? tree.direct(held(held).part().unit()).stream().map(Unit::id).toList()
                : List.<UnitId>of();
        var rule = task.rule();
        var view = new View(
                task,
                asOf,
                held == null ? null : views.line(held, at, today),
                held == null ? List.of() : way(held, at, today),
                right.stream()
                        .limit(SHOWN)
                        .map(it -> views.line(new Held(task, all, it), at, today))
                        .toList(),
                asOf.now() ? reported(task, all, right, reader) : Set.of(),
                Math.max(0, right.size() - SHOWN),
                RollUp.of(held == null ? seen : held.below(), tree, today).stream()
                        .map(it -> new Level(words.levelName(it.level()).in(shell.locale()), it.count()))
                        .toList(),
                RollUp.count(held == null ? seen : held.below(), today),
                new Owners(
                        sight.name(task.issuer(), at),
                        views.name(task.line(), at).orElse(null),
                        sight.name(task.block(), at),
                        rule == null ? null : ruleName(rule, shell)),
                rule == null ? null : violations.open(rule, part == null ? task.block() : part.unit()),
                part == null ? List.of() : pointers.shown(part.pointers()),
                views.events(refs(task, held), at, shell),
                asOf.now() ? waiting(task, all, reader, tree) : 0,
                may,
                gate.loads(direct, task.title(), tree, at),
                may.split ? kinds(held(held).part(), tree, shell) : List.of(),
                today,
                typed,
                why);
        return new ModelAndView("directives/task", "it", view);
    }

    /** All of the task, or right below a part of it, that wait for the confirmation of this reader. */
    List<PartId> reported(TaskId id, @Nullable PartId above, Actor by, Instant at) {
        var all = book.partsOf(id, at);
        var right = all.stream().filter(it -> Objects.equals(it.above(), above)).toList();
        return List.copyOf(reported(book.must(id, at), all, right, by));
    }

    private static Set<PartId> reported(Task task, List<Part> all, List<Part> right, Actor by) {
        return right.stream()
                .filter(it -> it.state() == PartState.REPORTED && TaskGuard.asks(by, new Held(task, all, it)))
                .map(Part::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Held held(@Nullable Held it) {
        return Objects.requireNonNull(it);
    }

    private static Part visible(PartId id, List<Part> seen) {
        return seen.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> new NotFound(id.ref()));
    }

    /** Those above which the reader sees nothing. */
    private List<Part> tops(List<Part> seen) {
        var ids = sight.ids(seen);
        return seen.stream()
                .filter(it -> it.above() == null || !ids.contains(it.above()))
                .toList();
    }

    private List<Line> way(Held held, Instant at, LocalDate today) {
        var way = new ArrayList<Line>();
        for (var it = held.above(); it.isPresent(); ) {
            var above = new Held(held.task(), held.all(), it.get());
            way.addFirst(views.line(above, at, today));
            it = above.above();
        }
        return way;
    }

    private Rights rights(Held it, Actor by, Below.Now tree) {
        var part = it.part();
        var asks = TaskGuard.asks(by, it);
        var open = part.state() == PartState.OPEN;
        return new Rights(
                open && by.may(May.DO_TASKS, part.unit()),
                open
                        && by.may(May.GIVE_TASKS, part.unit())
                        && !tree.direct(part.unit()).isEmpty(),
                asks && part.state() == PartState.REPORTED,
                asks
                        && (part.state() == PartState.REPORTED
                                || part.state() == PartState.DECLINED
                                || (it.raised() && part.state() == PartState.DONE)),
                asks && open && part.wished() != null,
                asks && (part.unsettled() || part.state() == PartState.DECLINED),
                false);
    }

    private int waiting(Task task, List<Part> all, Actor reader, Below.Now tree) {
        return (int) all.stream()
                .filter(it -> it.state() == PartState.WAITING)
                .filter(it -> tree.superior(new Held(task, all, it).asker())
                        .filter(superior -> reader.may(May.GIVE_TASKS, superior.id()))
                        .isPresent())
                .count();
    }

    private static List<Ref> refs(Task task, @Nullable Held held) {
        return held == null
                ? List.of(task.id().ref())
                : Stream.of(task.id().ref(), held.part().id().ref()).toList();
    }

    private String ruleName(String rule, Shell shell) {
        var name = violations.rules().get(rule);
        return name == null ? rule : name.in(shell.locale());
    }

    private List<Kind> kinds(Part part, Below.Now tree, Shell shell) {
        return tree.kinds(part.unit()).stream()
                .map(it -> new Kind(it, words.kind(it).name().in(shell.locale())))
                .toList();
    }
}
