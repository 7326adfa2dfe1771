package lianxin.organization;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.organization.StructureRules.OnDuty;
import lianxin.organization.StructureRules.OnDuty.Hours;
import lianxin.platform.WorkingCalendar;

/** The hours ahead in which nobody is on duty at a desk. */
final class DutyGaps {

    private final Instant from;
    private final WorkingCalendar calendar;
    private final Map<UnitId, List<Shift>> shifts = new HashMap<>();

    /** @param shifts in their order */
    DutyGaps(Instant from, List<Shift> shifts, WorkingCalendar calendar) {
        this.from = from;
        this.calendar = calendar;
        shifts.forEach(it -> this.shifts
                .computeIfAbsent(it.desk(), desk -> new ArrayList<>())
                .add(it));
    }

    record Gap(Instant from, Instant to) {}

    List<Gap> at(UnitId desk, OnDuty asked) {
        var until = from.plus(Duration.ofDays(asked.ahead()));
        var gaps = new ArrayList<Gap>();
        var manned = from;
        for (var shift : shifts.getOrDefault(desk, List.of())) {
            if (manned.isBefore(shift.from())) add(gaps, manned, earlier(shift.from(), until), asked);
            if (shift.to().isAfter(manned)) manned = shift.to();
        }
        if (manned.isBefore(until)) add(gaps, manned, until, asked);
        return gaps;
    }

    private void add(List<Gap> gaps, Instant start, Instant end, OnDuty asked) {
        if (!start.isBefore(end)) return;
        if (asked.hours() == Hours.WORKING_HOURS && calendar.between(start, end).isZero()) return;
        gaps.add(new Gap(start, end));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
