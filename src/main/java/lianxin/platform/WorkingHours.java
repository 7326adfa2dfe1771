package lianxin.platform;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One stretch of a working day, such as 08:30–12:00. */
public record WorkingHours(LocalTime from, LocalTime to) {
    public static final List<WorkingHours> USUAL = parseAll("08:30-12:00,13:30-17:30");

    public WorkingHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Working hours must begin before they end: " + from + "-" + to);
        }
    }

    public static WorkingHours parse(String text) {
        var dash = text.replace('–', '-').indexOf('-');
        try {
            return new WorkingHours(
                    LocalTime.parse(text.substring(0, Math.max(dash, 0)).strip()),
                    LocalTime.parse(text.substring(dash + 1).strip()));
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(
                    "“" + text + "” are not working hours: write them like 08:30-12:00", unreadable);
        }
    }

    /** The stretches of one day, separated by commas, in the order of the day. */
    public static List<WorkingHours> parseAll(String text) {
        return Arrays.stream(text.split(",", -1)).map(WorkingHours::parse).toList();
    }

    static List<WorkingHours> inOrder(List<WorkingHours> hours) {
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("A working day needs working hours, such as 08:30-12:00");
        }
        var day = new ArrayList<WorkingHours>();
        for (var stretch : hours) {
            if (!day.isEmpty() && stretch.from().isBefore(day.getLast().to())) {
                throw new IllegalArgumentException("Working hours overlap or are out of order: " + hours);
            }
            day.add(stretch);
        }
        return List.copyOf(day);
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
