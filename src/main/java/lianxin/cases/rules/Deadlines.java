package lianxin.cases.rules;

import java.time.Instant;
import lianxin.platform.TimeLimit;
import lianxin.platform.WorkingCalendar;

/** When a limit falls: the playbook's limit of the category's urgency on the town's working calendar. */
public final class Deadlines {

    private final Limits limits;
    private final Categories categories;
    private final WorkingCalendar calendar;

    public Deadlines(Limits limits, Categories categories, WorkingCalendar calendar) {
        this.limits = limits;
        this.categories = categories;
        this.calendar = calendar;
    }

    public Instant dispatch(String category, Instant from) {
        return of(category).dispatch().from(from, calendar);
    }

    public Instant sign(String category, Instant from) {
        return of(category).sign().from(from, calendar);
    }

    public Instant handle(String category, Instant from) {
        return of(category).handle().from(from, calendar);
    }

    public Instant answer(String category, Instant from) {
        return of(category).answer().from(from, calendar);
    }

    /** The closing limit is the handling limit and then the answer window. */
    public Instant close(String category, Instant from) {
        return answer(category, handle(category, from));
    }

    public Instant supervise(String category, Instant from) {
        return of(category).supervise().from(from, calendar);
    }

    /** When the top unit is told again that a case is late. */
    public Instant atTop(Instant from) {
        return limits.atTopRepeat().from(from, calendar);
    }

    /** When the contact of a case closed at this moment is deleted. */
    public Instant contactKept(Instant closed) {
        return limits.contactKept().from(closed, calendar);
    }

    public TimeLimit handleLimit(String category) {
        return of(category).handle();
    }

    /** Whether the clock of such a matter runs at night and on holidays too. */
    public boolean aroundTheClock(String category) {
        return switch (of(category).handle().measure()) {
            case MINUTES, HOURS -> true;
            case DAYS, WORKING_MINUTES, WORKING_HOURS, WORKING_DAYS -> false;
        };
    }

    private Limits.Steps of(String category) {
        return limits.urgency(categories.find(category).urgency()).limits();
    }
}
