package lianxin.linkage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import lianxin.platform.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * By when there must be a contact: so many months of the calendar after the last one, or after the seat and the object were
 * tied; what would fall on a day off falls on the next working day.
 */
@Component
class Frequency {

    private final LinkageRules rules;
    private final LinkBook book;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Frequency(LinkageRules rules, LinkBook book, WorkingCalendar calendar, Clock clock) {
        this.rules = rules;
        this.book = book;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * How a link is kept.
     *
     * @param last null where there was no contact yet
     * @param due the last day for the next one; null where the playbook no longer asks
     */
    record Kept(@Nullable LocalDate last, @Nullable LocalDate due, boolean idle) {}

    /** Those whose day comes first; those without one last. */
    static int sooner(@Nullable Kept one, @Nullable Kept other) {
        return day(one).compareTo(day(other));
    }

    private static LocalDate day(@Nullable Kept kept) {
        return kept == null || kept.due == null ? LocalDate.MAX : kept.due;
    }

    /** What was logged up to that day, for any number of links. */
    final class Day {

        private final LocalDate today;
        private final Map<LinkId, LocalDate> contacts;

        private Day(LocalDate today) {
            this.today = today;
            this.contacts = book.lastContacts(today);
        }

        Kept of(Link link) {
            var last = contacts.get(link.id());
            var due = due(link, last);
            return new Kept(last, due, due != null && today.isAfter(due));
        }
    }

    Day on(Instant at) {
        return new Day(LocalDate.ofInstant(at, clock.getZone()));
    }

    @Nullable
    LocalDate due(Link link, @Nullable LocalDate last) {
        var category = rules.category(link);
        if (category.isEmpty()) return null;
        var tied = LocalDate.ofInstant(link.since(), clock.getZone());
        var from = last == null || last.isBefore(tied) ? tied : last;
        var due = from.plusMonths(category.get().everyMonths());
        while (!calendar.workingDay(due)) due = due.plusDays(1);
        return due;
    }
}
