package lianxin.territory;

import static lianxin.territory.tables.AreaCountTable.AREA_COUNT;
import static lianxin.territory.tables.AreaHoursTable.AREA_HOURS;
import static lianxin.territory.tables.AreaTaskTable.AREA_TASK;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.territory.GridRules.Every;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of a grid's work: what a line of work asks of it, what there is on its ground by number, when its service point
 * is open. All lines use the same grid; whoever organizes the unit that answers in the line may ask.
 */
@Service
@Transactional
public class GridWork {
    private static final int LONGEST = 80;

    private final Editions editions;
    private final Dated dated;
    private final Responsibilities responsibilities;
    private final GridRules rules;
    private final Journal journal;
    private final Clock clock;

    GridWork(
            Editions editions,
            Dated dated,
            Responsibilities responsibilities,
            GridRules rules,
            Journal journal,
            Clock clock) {
        this.editions = editions;
        this.dated = dated;
        this.responsibilities = responsibilities;
        this.rules = rules;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Of every grid in the area; what another line asks too stands once in the list.
     *
     * @param task the key of a task of the playbook, or what is to be done in words
     */
    public void ask(AreaId area, String line, String task, Every every, Instant from, Actor by) {
        var unit = allowed(area, line, from, by);
        var said = task.strip();
        if (said.isEmpty() || said.length() > LONGEST) throw new RuleBroken("territory.task.length", LONGEST);
        editions.raise();
        var t = AREA_TASK;
        put(
                t,
                t.AREA.eq(area.number()).and(t.LINE.eq(line)).and(t.TASK.eq(said)),
                Map.of(
                        t.AREA,
                        area.number(),
                        t.LINE,
                        line,
                        t.TASK,
                        said,
                        t.EVERY,
                        every.name().toLowerCase(Locale.ROOT)),
                from);
        record(new AreaFact.TaskAsked(area, unit, line, every.name().toLowerCase(Locale.ROOT), from), by);
    }

    public void endTask(AreaId area, String line, String task, Instant at, Actor by) {
        var unit = allowed(area, line, at, by);
        editions.raise();
        var t = AREA_TASK;
        dated.end(t, t.AREA.eq(area.number()).and(t.LINE.eq(line)).and(t.TASK.eq(task)), at, clock.instant());
        record(new AreaFact.TaskEnded(area, unit, line, at), by);
    }

    /** The keys of what the playbook counts. */
    public List<String> counted() {
        return rules.gridWork().counts().stream().map(GridRules.Counted::key).toList();
    }

    /** @param what the key of something the playbook counts */
    public void count(AreaId area, String what, int number, Instant from, Actor by) {
        var unit = allowed(area, "", from, by);
        if (rules.gridWork().counts().stream().noneMatch(it -> it.key().equals(what)))
            throw new RuleBroken("territory.count.unknown", what);
        if (number < 0) throw new RuleBroken("territory.count.negative");
        editions.raise();
        var c = AREA_COUNT;
        put(
                c,
                c.AREA.eq(area.number()).and(c.WHAT.eq(what)),
                Map.of(c.AREA, area.number(), c.WHAT, what, c.NUMBER, number),
                from);
        record(new AreaFact.Counted(area, unit, what, number, from), by);
    }

    /**
     * The service point, as it is from a day on.
     *
     * @param place where residents find it
     * @param hours when somebody is there, in words
     */
    public void open(AreaId area, String place, String hours, Instant from, Actor by) {
        var unit = allowed(area, "", from, by);
        if (place.isBlank() || hours.isBlank() || place.length() > LONGEST || hours.length() > LONGEST)
            throw new RuleBroken("territory.hours.length", LONGEST);
        editions.raise();
        var h = AREA_HOURS;
        put(
                h,
                h.AREA.eq(area.number()),
                Map.of(h.AREA, area.number(), h.PLACE, place.strip(), h.HOURS, hours.strip()),
                from);
        record(new AreaFact.HoursSet(area, unit, from), by);
    }

    private UnitId allowed(AreaId area, String line, Instant at, Actor by) {
        var unit = responsibilities.responsible(area, line, at);
        by.must(May.MANAGE_UNITS, unit);
        return unit;
    }

    private void put(Table<?> table, Condition mine, Map<Field<?>, Object> columns, Instant from) {
        dated.put(table, mine, columns, from, clock.instant());
    }

    private void record(AreaFact fact, Actor by) {
        journal.record(fact, fact.id().ref(), by.ref(), clock.instant());
    }
}
