package lianxin.cases;

import java.time.Instant;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.Deadlines;
import lianxin.cases.rules.DutyList;
import lianxin.organization.DutyDesks;
import lianxin.organization.UnitId;
import lianxin.platform.WorkingCalendar;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
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
    private final WorkingCalendar calendar;

    Routing(
            Areas areas,
            Responsibilities responsibilities,
            Categories categories,
            DutyList duties,
            Deadlines deadlines,
            DutyDesks dutyDesks,
            WorkingCalendar calendar) {
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.categories = categories;
        this.duties = duties;
        this.deadlines = deadlines;
        this.dutyDesks = dutyDesks;
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
        var desk = desk(place, now);
        return !deadlines.aroundTheClock(category) || calendar.working(now) ? desk : dutyDesks.answering(desk, now);
    }

    /** What the duty list says for a matter of this category at this place. */
    Duty duty(AreaId place, String category, Instant at) {
        var item = duties.itemFor(category);
        return new Duty(item.key(), unit(item, place, category, at));
    }

    UnitId unit(DutyList.Item item, AreaId place, String category, Instant at) {
        var level = item.responsible().level();
        if (item.responsible().department() != null)
            return responsibilities.responsible(place, categories.find(category).line(), at);
        var area =
                level == null ? place : areas.above(place, level).map(Area::id).orElse(place);
        return responsibilities.responsible(area, DESK, at);
    }

    /** A line of the duty list and the unit it makes responsible here. */
    record Duty(String item, UnitId unit) {}
}
