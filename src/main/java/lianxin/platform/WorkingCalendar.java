package lianxin.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * When the offices of the city work: which days, by the official notices and their shifted workdays, and which hours.
 * Every limit in working time is counted here. It knows the years 2004 to 2040; outside them it refuses to count.
 */
public final class WorkingCalendar {
    static final LocalDate FIRST = LocalDate.of(2004, 1, 1);
    static final LocalDate END = LocalDate.of(2041, 1, 1);

    private final ZoneId zone;
    private final Instant first;
    private final Instant end;
    private final OfficialDays official;
    private final long[] days;
    private final long[] starts;
    private final long[] ends;
    /** Working time before each interval, in nanoseconds like all times here. */
    private final long[] before;

    public WorkingCalendar(ZoneId zone, List<WorkingHours> hours) {
        var stretches = WorkingHours.inOrder(hours);
        this.zone = zone;
        this.first = at(FIRST, LocalTime.MIN);
        this.end = at(END, LocalTime.MIN);
        this.official = OfficialDays.read();
        this.days = FIRST.datesUntil(END)
                .filter(official::worked)
                .mapToLong(LocalDate::toEpochDay)
                .toArray();
        this.starts = new long[days.length * stretches.size()];
        this.ends = new long[starts.length];
        this.before = new long[starts.length];
        for (int i = 0; i < starts.length; i++) {
            var day = LocalDate.ofEpochDay(days[i / stretches.size()]);
            var stretch = stretches.get(i % stretches.size());
            starts[i] = nanos(at(day, stretch.from()));
            ends[i] = nanos(at(day, stretch.to()));
            before[i] = i == 0 ? 0 : before[i - 1] + ends[i - 1] - starts[i - 1];
        }
    }

    /**
     * The instant at which that much working time has passed. Time that runs out with the office's day ends then, not
     * at the next opening; no time at all is the same instant; negative time counts back.
     */
    public Instant plus(Instant from, Duration working) {
        if (working.isZero()) {
            return from;
        }
        long target = worked(from) + working.toNanos();
        long last = before[before.length - 1] + ends[ends.length - 1] - starts[starts.length - 1];
        if (target < 0 || target > last) {
            throw new RuleBroken("platform.calendar.outside", from, working);
        }
        int i = upTo(before, working.isPositive() ? target - 1 : Math.min(target, last - 1));
        return instant(starts[i] + target - before[i]);
    }

    /** Working time that lies between two instants; negative when the second is the earlier one. */
    public Duration between(Instant a, Instant b) {
        return Duration.ofNanos(worked(b) - worked(a));
    }

    public boolean workingDay(LocalDate day) {
        return Arrays.binarySearch(days, known(day).toEpochDay()) >= 0;
    }

    /** Whether a notice gives the day off, weekends within a holiday included; never where no notice is known. */
    public boolean holiday(LocalDate day) {
        return official.rest(day);
    }

    /** Whether it is a day of the weekend that is worked in the place of another. */
    public boolean shifted(LocalDate day) {
        return official.shifted(day);
    }

    /** The n-th working day after this day, which itself may be a rest day. */
    public LocalDate workingDayAfter(LocalDate day, int n) {
        int i = upTo(days, known(day).toEpochDay()) + n;
        if (n < 1 || i >= days.length) {
            throw new RuleBroken("platform.calendar.outside", day, n);
        }
        return LocalDate.ofEpochDay(days[i]);
    }

    /** The instant itself when the offices work, otherwise their next opening. */
    public Instant opening(Instant from) {
        int i = upTo(starts, nanos(inside(from)));
        if (i >= 0 && nanos(from) < ends[i]) {
            return from;
        }
        if (i + 1 == starts.length) {
            throw new RuleBroken("platform.calendar.outside", from);
        }
        return instant(starts[i + 1]);
    }

    /** When the office closes on that day; on a rest day the end of the working day before. */
    public Instant closing(LocalDate day) {
        int i = upTo(starts, nanos(at(known(day).plusDays(1), LocalTime.MIN)) - 1);
        if (i < 0) throw new RuleBroken("platform.calendar.outside", day);
        return instant(ends[i]);
    }

    public boolean working(Instant at) {
        return opening(at).equals(at);
    }

    /** Whether an official notice for the year is known; if not, Monday to Friday count, and pages must say so. */
    public boolean official(int year) {
        return official.years().contains(year);
    }

    public ZoneId zone() {
        return zone;
    }

    private long worked(Instant at) {
        long t = nanos(inside(at));
        int i = upTo(starts, t);
        return i < 0 ? 0 : before[i] + Math.min(t, ends[i]) - starts[i];
    }

    /** Index of the last element that is not greater, -1 if there is none. */
    private static int upTo(long[] sorted, long value) {
        int found = Arrays.binarySearch(sorted, value);
        return found >= 0 ? found : -found - 2;
    }

    private Instant inside(Instant at) {
        if (at.isBefore(first) || !at.isBefore(end)) {
            throw new RuleBroken("platform.calendar.outside", at);
        }
        return at;
    }

    private static LocalDate known(LocalDate day) {
        if (day.isBefore(FIRST) || !day.isBefore(END)) {
            throw new RuleBroken("platform.calendar.outside", day);
        }
        return day;
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
