package lianxin.cases.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import lianxin.platform.TimeLimit;
import lianxin.platform.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** When a limit falls: the playbook's limit of the category's urgency on the town's working calendar. */
public final class Deadlines {

    private static final TimeLimit UNANSWERED = TimeLimit.parse("3wd");
    private static final Duration LONGEST_SILENCE = Duration.ofDays(400);
    private static final TimeLimit URGE_REPEAT = TimeLimit.parse("1wd");

    private final Limits limits;
    private final Categories categories;
    private final WorkingCalendar calendar;

    public Deadlines(Limits limits, Categories categories, WorkingCalendar calendar) {
        this.limits = limits;
        this.categories = categories;
        this.calendar = calendar;
        if (limits.check() != null) limits.check().categories().forEach(categories::find);
        for (var rule : limits.escalation()) rule.categories().forEach(categories::find);
    }

    /** Until when somebody else must have looked at work that is done now; null where nobody looks. */
    public @Nullable Instant check(String category, Instant finished) {
        var check = limits.check();
        return check == null || !check.categories().contains(category)
                ? null
                : check.within().from(finished, calendar);
    }

    /** How many of the cases that end so are asked about again, in percent. */
    public int rechecked(String outcome) {
        var recheck = limits.recheck();
        if (recheck == null) return 0;
        return switch (outcome) {
            case "closedSolved" -> recheck.closed();
            case "withdrawn" -> recheck.withdrawn();
            default -> 0;
        };
    }

    /** Until when the reporter of a case that was drawn is called. */
    public Instant recheck(Instant ended) {
        var recheck = limits.recheck();
        if (recheck == null) throw new IllegalStateException("Nothing is drawn where nothing is asked again");
        return recheck.within().from(ended, calendar);
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

    /** Until when a unit of this level, called to a late case, must have looked after it. */
    public Instant supervise(String category, String level, Instant from) {
        var within = limits.escalation().stream()
                .filter(it -> it.isAbout(category) && it.isAt(level))
                .map(Limits.Escalation::within)
                .filter(Objects::nonNull)
                .findFirst();
        return within.orElse(of(category).supervise()).from(from, calendar);
    }

    /** Until when a matter that the duty list gives to nobody is dispatched or goes up; null where it never does. */
    public @Nullable Instant ownerless(Instant reported) {
        var rule = limits.ownerless();
        return rule == null ? null : rule.within().from(reported, calendar);
    }

    public String ownerlessCause() {
        var rule = limits.ownerless();
        if (rule == null) throw new IllegalStateException("Nothing goes up by itself");
        return rule.reason();
    }

    /** The level that is called at once when such a case is late; null where the next one above is. */
    public @Nullable String calledAtOnce(String category) {
        return limits.escalation().stream()
                .filter(it -> it.isAbout(category))
                .map(Limits.Escalation::upTo)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** When the top unit is told again that a case is late. */
    public Instant atTop(Instant from) {
        return limits.atTopRepeat().from(from, calendar);
    }

    /** When the reporter may urge again. */
    public Instant urgeAgain(Instant urged) {
        var repeat = limits.urgeRepeat() == null ? URGE_REPEAT : limits.urgeRepeat();
        return repeat.from(urged, calendar);
    }

    /** A reporter who has had no word since this moment or longer has waited too long by now. */
    public Instant unansweredSince(Instant now) {
        var limit = limits.unanswered() == null ? UNANSWERED : limits.unanswered();
        var within = Duration.ofMinutes(1);
        var earliest = now.minus(LONGEST_SILENCE);
        var latest = now;
        while (Duration.between(earliest, latest).compareTo(within) > 0) {
            var middle = earliest.plus(Duration.between(earliest, latest).dividedBy(2));
            if (limit.from(middle, calendar).isAfter(now)) latest = middle;
            else earliest = middle;
        }
        return earliest;
    }

    public ZoneId zone() {
        return calendar.zone();
    }

    /** From how much of a limit on the light is amber, in percent. */
    public int amberFrom() {
        return limits.lights().amberFrom();
    }

    /** When the contact of a case closed at this moment is deleted. */
    public Instant contactKept(Instant closed) {
        return limits.contactKept().from(closed, calendar);
    }

    public Limits.Request request(String key) {
        return limits.request(key);
    }

    /** The last moment at which it may be asked; null when there is none. */
    public @Nullable Instant requestWithin(String key, Instant dispatched) {
        var within = request(key).within();
        return within == null ? null : within.from(dispatched, calendar);
    }

    /** How far what is asked for may reach; null when it reaches nowhere. */
    public @Nullable Instant requestAtMost(String key, Instant from) {
        var most = request(key).atMost();
        return most == null ? null : most.from(from, calendar);
    }

    public Instant decide(String key, Instant asked) {
        return request(key).decide().from(asked, calendar);
    }

    /** Until when the reporter may appeal against what a desk ended. */
    public Instant appeal(Instant closed) {
        return limits.appeal().from(closed, calendar);
    }

    /** Until when the reporter may have it opened again. */
    public Instant reopen(Instant closed) {
        return limits.reopen().from(closed, calendar);
    }

    /** Until when the reporter may contest that the case is left out of statistics. */
    public Instant contest(Instant decided) {
        return limits.contest().from(decided, calendar);
    }

    /** What was closed later than this may turn out not to have been solved. */
    public Instant recursSince(Instant now) {
        return now.minus(Duration.ofDays(limits.recurs()));
    }

    /** When the unit that was whistled for now must have said who comes. */
    public Instant respond(Instant whistled) {
        return limits.whistle().respond().from(whistled, calendar);
    }

    /** When a unit that comes to a whistle must have checked in. */
    public Instant checkIn(Instant called) {
        return limits.whistle().checkIn().from(called, calendar);
    }

    /** The deadline of a case that goes on now with the time it had left: working time where its limit counts that. */
    public Instant resumed(String category, Instant paused, Instant due, Instant now) {
        return handleLimit(category).working()
                ? calendar.plus(now, calendar.between(paused, due))
                : now.plus(Duration.between(paused, due));
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
