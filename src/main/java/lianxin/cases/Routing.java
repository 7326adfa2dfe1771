package lianxin.cases;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.DutyList;
import lianxin.organization.DutyDesks;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.platform.WorkingCalendar;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Place and category lead to a unit. There is always one: the desk serving the place is the last resort. */
@Component
class Routing {

    /** The line of work of receiving and dispatching. */
    static final String DESK = "desk";

    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Categories categories;
    private final DutyList duties;
    private final Deadlines deadlines;
    private final DutyDesks dutyDesks;
    private final OrganizationRules rules;
    private final Precedents precedents;
    private final Trees trees;
    private final WorkingCalendar calendar;

    Routing(
            Areas areas,
            Responsibilities responsibilities,
            Categories categories,
            DutyList duties,
            Deadlines deadlines,
            DutyDesks dutyDesks,
            OrganizationRules rules,
            Precedents precedents,
            Trees trees,
            WorkingCalendar calendar) {
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.categories = categories;
        this.duties = duties;
        this.deadlines = deadlines;
        this.dutyDesks = dutyDesks;
        this.rules = rules;
        this.precedents = precedents;
        this.trees = trees;
        this.calendar = calendar;
    }

    /** The unit whose desk serves the place. */
    UnitId desk(AreaId place, Instant at) {
        return responsibilities.responsible(place, DESK, at);
    }

    /**
     * The desk that takes a new matter now: the one serving the place; while no office works, and the matter cannot
     * wait, the nearest one with somebody on duty at this minute.
     */
    UnitId deskNow(AreaId place, String category, Instant now) {
        return onDuty(desk(place, now), category, now);
    }

    private UnitId onDuty(UnitId desk, String category, Instant now) {
        return !deadlines.aroundTheClock(category) || calendar.working(now) ? desk : dutyDesks.answering(desk, now);
    }

    /**
     * The duty desk of the lowest unit that stands above the desk of the case, and above the other unit where the matter
     * lies between two; at the top the desk itself.
     */
    UnitId commonSuperior(Case it, @Nullable UnitId border, Instant now) {
        var tree = trees.at(now);
        var superior = over(it.desk, it.place, now);
        while (border != null
                && !tree.covers(superior, border)
                && !tree.above(superior).equals(superior)) superior = tree.above(superior);
        return superior.equals(it.desk) ? superior : onDuty(superior, it.category, now);
    }

    /** What the duty list says for a matter of this category at this place; a precedent comes before its items. */
    Duty duty(AreaId place, String category, Instant at) {
        return precedents
                .of(place, category, at)
                .filter(it -> trees.at(at).has(it.unit()))
                .map(it -> new Duty(it.dutyItem(), it.unit(), List.of()))
                .orElseGet(() -> duty(duties.itemFor(category), place, category, at));
    }

    /** What one item of the duty list says. */
    Duty duty(DutyList.Item item, AreaId place, String category, Instant at) {
        if (item.responsible().department() != null) {
            var line = categories.find(category).line();
            return new Duty(item.key(), responsibilities.responsible(place, line, at), List.of());
        }
        var own = ofLevel(item, place, at);
        if (item.leadDepartment() == null) return new Duty(item.key(), own, List.of());
        var lead = department(item.leadDepartment(), place, at);
        return new Duty(item.key(), lead, lead.equals(own) ? List.of() : List.of(own));
    }

    private UnitId ofLevel(DutyList.Item item, AreaId place, Instant at) {
        var level = item.responsible().level();
        var area =
                level == null ? place : areas.above(place, level).map(Area::id).orElse(place);
        return responsibilities.responsible(area, DESK, at);
    }

    private UnitId department(String key, AreaId place, Instant at) {
        var line = rules.departments().stream()
                .filter(it -> it.key().equals(key) && !it.lines().isEmpty())
                .map(it -> it.lines().getFirst())
                .findFirst()
                .orElse(DESK);
        return responsibilities.responsible(place, line, at);
    }

    /** Nobody below the level that took a duty back may be given it. */
    void mustBeHigh(UnitId unit, DutyList.Item item, Instant at) {
        var level = item.responsible().level();
        if (item.source() != DutyList.Source.reclaimed || level == null) return;
        if (trees.at(at).unit(unit).isBelow(level)) throw new RuleBroken("case.reclaimed", item.number());
    }

    /** Units that answer for something at this place, the nearest desk first, then departments, then the levels above. */
    Set<UnitId> around(AreaId place, Instant at) {
        var units = new LinkedHashSet<>(responsibilities.responsible(place, at).values());
        areas.path(place, at).reversed().forEach(area -> units.add(desk(area.id(), at)));
        return units;
    }

    /** The unit above this one; where it has ended, above the desk that serves the place now. */
    UnitId over(UnitId unit, AreaId place, Instant now) {
        var tree = trees.at(now);
        return tree.above(tree.has(unit) ? unit : desk(place, now));
    }

    /** A line of the duty list, the unit that it makes lead here, and those that it makes assist. */
    record Duty(String item, UnitId unit, List<UnitId> assisting) {}
}
