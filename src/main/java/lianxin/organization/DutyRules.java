package lianxin.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import lianxin.platform.WorkingCalendar;
import lianxin.playbook.Label;
import lianxin.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * How a town keeps its desks manned, as {@code duty} in the playbook's {@code organization.yaml} says.
 *
 * @param role what somebody on duty may do at the desk, for as long as the shift lasts; null where nobody keeps a roster
 * @param shownToResidents posts whose holders residents may call, if they want that
 */
record DutyRules(@Nullable String role, Set<String> shownToResidents, List<Kind> shifts) {

    private static final DutyRules NONE = new DutyRules(null, Set.of(), List.of());

    static DutyRules of(Playbook playbook) {
        var duty = playbook.bind("organization.yaml", File.class).duty;
        return duty == null ? NONE : duty;
    }

    private record File(@Nullable DutyRules duty) {}

    /** The name of a kind of shift; a word nobody knows stays as it is. */
    Label name(String kind) {
        return shifts.stream()
                .filter(it -> it.key.equals(kind))
                .map(Kind::name)
                .findFirst()
                .orElse(new Label(kind, kind));
    }

    enum Days {
        WORKING_DAYS,
        DAYS_OFF
    }

    /** @param to on the next day, when it is not after {@code from} */
    record Kind(String key, Label name, LocalTime from, LocalTime to, Days on) {

        boolean on(LocalDate day, WorkingCalendar calendar) {
            return calendar.workingDay(day) == (on == Days.WORKING_DAYS);
        }

        Instant start(LocalDate day, WorkingCalendar calendar) {
            return day.atTime(from).atZone(calendar.zone()).toInstant();
        }

        Instant end(LocalDate day, WorkingCalendar calendar) {
            var last = to.isAfter(from) ? day : day.plusDays(1);
            return last.atTime(to).atZone(calendar.zone()).toInstant();
        }
    }
}
