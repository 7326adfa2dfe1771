package lianxin.territory;

import static lianxin.territory.tables.AreaUnitTable.AREA_UNIT;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.facts.Journal;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.NotFound;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who answers for a place in a line of work: the only bridge between the ground and the units. It always answers. */
@Service
public class Responsibilities {
    private final Grounds grounds;
    private final Editions editions;
    private final Dated dated;
    private final AreaCopy copy;
    private final Trees trees;
    private final OrganizationRules rules;
    private final Journal journal;
    private final DSLContext db;
    private final Clock clock;

    Responsibilities(
            Grounds grounds,
            Editions editions,
            Dated dated,
            AreaCopy copy,
            Trees trees,
            OrganizationRules rules,
            Journal journal,
            DSLContext db,
            Clock clock) {
        this.grounds = grounds;
        this.editions = editions;
        this.dated = dated;
        this.copy = copy;
        this.trees = trees;
        this.rules = rules;
        this.journal = journal;
        this.db = db;
        this.clock = clock;
    }

    /** @param line null when the unit answers for all that nobody else answers for */
    public record Assignment(AreaId area, @Nullable String line, UnitId unit) {}

    /**
     * The nearest area upwards that has a unit for the line, else the nearest that has one for all lines; only units that
     * live at the time. Where nobody was ever assigned, the top of the tree answers.
     */
    public UnitId responsible(AreaId area, String line, Instant at) {
        var ground = grounds.now();
        var tree = trees.at(at);
        long moment = Dated.micros(at);
        int wanted = line.isEmpty() ? Duties.ANY_LINE : ground.duties.line(line);
        int anyLine = 0;
        int v = ground.nearestVersion(area.number(), moment);
        if (v < 0) throw new NotFound(area.ref());
        for (int number = area.number(); v >= 0; v = number == 0 ? -1 : ground.nearestVersion(number, moment)) {
            int forLine = alive(tree, ground.duties.unit(number, wanted, moment));
            if (forLine != 0) return new UnitId(forLine);
            if (anyLine == 0) anyLine = alive(tree, ground.duties.unit(number, Duties.ANY_LINE, moment));
            if (anyLine == 0) anyLine = alive(tree, ground.duties.firstUnit(number));
            number = ground.parentOf(v);
        }
        return anyLine == 0 ? top(tree, area) : new UnitId(anyLine);
    }

    /** The unit that answers here for all that nobody else does, in which somebody who changes the ground must be allowed to. */
    UnitId managed(AreaId area, Instant at, Actor by) {
        var unit = responsible(area, "", at);
        by.must(May.MANAGE_UNITS, unit);
        return unit;
    }

    private static int alive(Tree tree, int unit) {
        return unit != 0 && tree.has(new UnitId(unit)) ? unit : 0;
    }

    private static UnitId top(Tree tree, AreaId area) {
        return tree.tops().stream()
                .filter(it -> it.holdsCases())
                .findFirst()
                .orElseThrow(() -> new NotFound(area.ref()))
                .id();
    }

    /** The desk that serves the area, and every line in which somebody else answers. */
    public Map<String, UnitId> responsible(AreaId area, Instant at) {
        var units = new LinkedHashMap<String, UnitId>();
        var desk = responsible(area, "", at);
        units.put("", desk);
        for (var line : grounds.now().duties.lines()) {
            var unit = responsible(area, line, at);
            if (!unit.equals(desk)) units.put(line, unit);
        }
        return units;
    }

    @Transactional
    public void assign(Assignment assignment, Instant from, Actor by) {
        var area = assignment.area();
        by.must(May.MANAGE_UNITS, responsible(area, "", from));
        editions.raise();
        var u = AREA_UNIT;
        var mine = u.AREA.eq(area.number()).and(u.LINE.isNotDistinctFrom(assignment.line()));
        boolean there = db.fetchExists(u, mine, u.KNOWN_TO.eq(Dated.FOREVER), u.VALID_TO.eq(Dated.FOREVER));
        if (there) dated.change(u, mine, Map.of(u.UNIT, assignment.unit().number()), from, clock.instant());
        else copy.assignments(List.of(assignment), from, clock.instant());
        record(assignment, 1, from, by);
    }

    /** A whole list in one go, for areas nobody was assigned to before; told as one fact about the first. */
    @Transactional
    public void assignAll(Collection<Assignment> assignments, Instant from, Actor by) {
        if (assignments.isEmpty()) return;
        editions.raise();
        copy.assignments(assignments, from, clock.instant());
        record(assignments.iterator().next(), assignments.size(), from, by);
    }

    /**
     * For every area on the ground then: the unit that carries its code answers, and in the lines of the playbook the
     * departments that stand beside it.
     */
    @Transactional
    public int assignUnitsOfAreas(Instant from, Actor by) {
        var found = new ArrayList<Assignment>();
        var tree = trees.at(from);
        for (var area : grounds.now().all(Dated.micros(from))) {
            tree.byCode(area.code()).ifPresent(unit -> found.add(new Assignment(area.id(), null, unit.id())));
            for (var department : rules.departments()) {
                if (!department.level().equals(area.kind())) continue;
                var code = OrganizationRules.codeOf(area.code(), department.key());
                tree.byCode(code).ifPresent(unit -> {
                    for (var line : department.lines()) found.add(new Assignment(area.id(), line, unit.id()));
                });
            }
        }
        assignAll(found, from, by);
        return found.size();
    }

    private void record(Assignment first, int count, Instant from, Actor by) {
        var line = first.line() == null ? "" : first.line();
        var fact = new AreaFact.Assigned(first.area(), first.unit(), line, count, from);
        journal.record(fact, first.area().ref(), by.ref(), from);
    }
}
