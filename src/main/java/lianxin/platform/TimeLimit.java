package lianxin.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * How long somebody has, as a playbook writes it:
 * <ul>
 *   <li>{@code 30m}, {@code 2h}: minutes or hours around the clock;
 *   <li>{@code 7d}: calendar days: the same time of day, seven days later, whether or not anybody works then;
 *   <li>{@code 90wm}, {@code 4wh}: minutes or hours of working time, counted only while the offices work;
 *   <li>{@code 2wd}: working days: the same time of day, two working days later; what begins outside working hours
 *       counts from the next opening.
 * </ul>
 * {@code PT2H} is read as {@code 2h}. A working day is not so many working hours: {@code 2wd} from Monday 09:00 ends on
 * Wednesday 09:00, while {@code 16wh} on days of 7.5 hours ends on Wednesday 10:00.
 */
public record TimeLimit(int amount, Measure measure) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})(wm|wh|wd|m|h|d)");

    /** In what a limit is counted. */
    public enum Measure {
        MINUTES("m"),
        HOURS("h"),
        DAYS("d"),
        WORKING_MINUTES("wm"),
        WORKING_HOURS("wh"),
        WORKING_DAYS("wd");

        private final String sign;

        Measure(String sign) {
            this.sign = sign;
        }

        static Measure of(String sign) {
            return Arrays.stream(values())
                    .filter(it -> it.sign.equals(sign))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public TimeLimit {
        if (amount < 1) {
            throw new IllegalArgumentException("A time limit is at least 1, not " + amount);
        }
    }

    @JsonCreator
    public static TimeLimit parse(String text) {
        var form = FORM.matcher(text.strip());
        if (form.matches()) {
            return new TimeLimit(Integer.parseInt(form.group(1)), Measure.of(form.group(2)));
        }
        try {
            return aroundTheClock(Duration.parse(text.strip()));
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "“" + text + "” is not a time limit: write 30m, 2h, 7d, 4wh (working hours) or 2wd (working days)",
                    unreadable);
        }
    }

    private static TimeLimit aroundTheClock(Duration time) {
        if (!time.equals(Duration.ofMinutes(time.toMinutes()))) {
            throw new IllegalArgumentException("A time limit is whole minutes, not " + time);
        }
        return time.toMinutesPart() == 0
                ? new TimeLimit(Math.toIntExact(time.toHours()), Measure.HOURS)
                : new TimeLimit(Math.toIntExact(time.toMinutes()), Measure.MINUTES);
    }

    /** The moment at which the limit falls. */
    public Instant from(Instant start, WorkingCalendar calendar) {
        return switch (measure) {
            case MINUTES -> start.plus(Duration.ofMinutes(amount));
            case HOURS -> start.plus(Duration.ofHours(amount));
            case DAYS -> start.atZone(calendar.zone()).plusDays(amount).toInstant();
            case WORKING_MINUTES -> calendar.plus(start, Duration.ofMinutes(amount));
            case WORKING_HOURS -> calendar.plus(start, Duration.ofHours(amount));
            case WORKING_DAYS -> {
                var begins = calendar.opening(start).atZone(calendar.zone());
                yield begins.with(calendar.workingDayAfter(begins.toLocalDate(), amount))
                        .toInstant();
            }
        };
    }

    /** Whether rest days and nights do not count. */
    public boolean working() {
        return measure.sign.startsWith("w");
    }

    @Override
    @JsonValue
    public String toString() {
        return amount + measure.sign;
    }
}
