package lianxin.territory;

import static lianxin.territory.tables.AreaCountTable.AREA_COUNT;
import static lianxin.territory.tables.AreaHoursTable.AREA_HOURS;
import static lianxin.territory.tables.AreaTaskTable.AREA_TASK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import lianxin.organization.Actor;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.playbook.Label;
import lianxin.territory.GridRules.Every;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is true of one grid on a day: its branch, who works in it for which line, one list of tasks, what stands on it. */
@Component
class GridCard {
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final GridRules rules;
    private final PartyBodies bodies;
    private final ObjectProvider<AreaFigures> figures;
    private final DSLContext db;

    GridCard(
            Areas areas,
            Responsibilities responsibilities,
            Trees trees,
            GridRules rules,
            PartyBodies bodies,
            ObjectProvider<AreaFigures> figures,
            DSLContext db) {
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.rules = rules;
        this.bodies = bodies;
        this.figures = figures;
        this.db = db;
    }

    /**
     * @param branch none where no Party body stands beside the grid
     * @param block answers for the ground in all that no line does
     * @param owners who answers for each line here
     */
    record View(
            @Nullable Unit branch,
            Unit block,
            Map<String, Unit> owners,
            List<Team> teams,
            List<Task> tasks,
            List<Count> counts,
            @Nullable Hours hours,
            List<AreaFigures.Figure> figures) {

        /** The departments that a task belongs to (条); none where the ground itself answers for all of its lines. */
        List<Unit> departments(Task task) {
            return task.lines.stream()
                    .flatMap(it -> Stream.ofNullable(owners.get(it)))
                    .filter(it -> !it.id().equals(block.id()))
                    .distinct()
                    .toList();
        }
    }

    /** Who works here for a line, by role; the unit is the one that answers in the line. */
    record Team(String line, List<Label> roles, Unit unit) {}

    /**
     * One line of the one list.
     *
     * @param title null when it was asked in words
     * @param lines all that ask it
     * @param own those that ask it of this very grid, and may take it back here
     */
    record Task(@Nullable Label title, String words, Every every, TreeSet<String> lines, TreeSet<String> own) {

        String name(Locale locale) {
            return title == null ? words : title.in(locale);
        }
    }

    record Count(Label name, int number) {}

    record Hours(String place, String hours) {}

    View of(Area grid, Instant at, Actor reader) {
        var tree = trees.at(at);
        var teams = rules.gridWork().lines().stream()
                .map(it -> new Team(
                        it.line(), it.roles(), tree.unit(responsibilities.responsible(grid.id(), it.line(), at))))
                .toList();
        var shown = figures.orderedStream()
                .flatMap(it -> it.of(grid.id(), at, reader).stream())
                .toList();
        var tasks = tasks(grid, at);
        var owners = new HashMap<String, Unit>();
        for (var task : tasks)
            for (var line : task.lines)
                owners.computeIfAbsent(line, it -> tree.unit(responsibilities.responsible(grid.id(), it, at)));
        return new View(
                bodies.beside(grid, tree).orElse(null),
                tree.unit(responsibilities.responsible(grid.id(), "", at)),
                owners,
                teams,
                tasks,
                counts(grid, at),
                hours(grid, at),
                shown);
    }

    private List<Task> tasks(Area grid, Instant at) {
        var merged = new LinkedHashMap<String, Task>();
        for (var line : rules.gridWork().lines()) {
            for (var it : line.tasks()) merge(merged, it.task(), it.every(), line.line(), false);
        }
        var t = AREA_TASK;
        var path =
                areas.path(grid.id(), at).stream().map(it -> it.id().number()).toList();
        for (var row : db.select(t.TASK, t.EVERY, t.LINE, t.AREA)
                .from(t)
                .where(t.AREA.in(path))
                .and(Dated.validAndKnownNow(t.VALID_FROM, t.VALID_TO, t.KNOWN_TO, at))
                .orderBy(t.ID)
                .fetch()) {
            boolean own = row.value4() == grid.id().number();
            merge(merged, row.value1(), Every.valueOf(row.value2().toUpperCase(Locale.ROOT)), row.value3(), own);
        }
        return merged.values().stream()
                .sorted(Comparator.comparing(Task::every))
                .toList();
    }

    /** The same task by key, or in the words of another line, is one; the more often counts. */
    private void merge(Map<String, Task> merged, String task, Every every, String line, boolean here) {
        var known = rules.gridWork().tasks().stream()
                .filter(it -> it.key().equals(task) || it.title().zh().equals(task))
                .findFirst();
        var key = known.map(GridRules.Task::key).orElse(task);
        var before = merged.get(key);
        var lines = before == null ? new TreeSet<String>() : before.lines;
        lines.add(line);
        var own = before == null ? new TreeSet<String>() : before.own;
        if (here) own.add(line);
        var often = before == null || every.compareTo(before.every) < 0 ? every : before.every;
        merged.put(
                key,
                new Task(
                        known.map(GridRules.Task::title).orElse(null),
                        here ? task : before == null ? task : before.words,
                        often,
                        lines,
                        own));
    }

    private List<Count> counts(Area grid, Instant at) {
        var c = AREA_COUNT;
        var numbers = db.select(c.WHAT, c.NUMBER)
                .from(c)
                .where(c.AREA.eq(grid.id().number()))
                .and(Dated.validAndKnownNow(c.VALID_FROM, c.VALID_TO, c.KNOWN_TO, at))
                .fetchMap(c.WHAT, c.NUMBER);
        var counts = new ArrayList<Count>();
        for (var it : rules.gridWork().counts()) {
            var number = numbers.get(it.key());
            if (number != null) counts.add(new Count(it.name(), number));
        }
        return counts;
    }

    private @Nullable Hours hours(Area grid, Instant at) {
        var h = AREA_HOURS;
        return db.select(h.PLACE, h.HOURS)
                .from(h)
                .where(h.AREA.eq(grid.id().number()))
                .and(Dated.validAndKnownNow(h.VALID_FROM, h.VALID_TO, h.KNOWN_TO, at))
                .fetchOne(row -> new Hours(row.value1(), row.value2()));
    }
}
