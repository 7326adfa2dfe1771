package lianxin.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and durations as people say them, in the city's zone. */
final class TimeWords {

    private final Messages messages;
    private final Locale locale;
    private final Clock clock;

    TimeWords(Messages messages, Locale locale, Clock clock) {
        this.messages = messages;
        this.locale = locale;
        this.clock = clock;
    }

    String when(Instant moment) {
        var there = moment.atZone(clock.getZone());
        var today = LocalDate.now(clock);
        var day = there.toLocalDate();
        var hour = hour(moment);
        if (day.equals(today)) {
            return say("platform.time.today", hour);
        }
        if (day.equals(today.minusDays(1))) {
            return say("platform.time.yesterday", hour);
        }
        if (day.equals(today.plusDays(1))) {
            return say("platform.time.tomorrow", hour);
        }
        return day(day) + " " + hour;
    }

    private String hour(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(moment.atZone(clock.getZone()));
    }

    /** The day is said once where both lie in it. */
    String span(Instant from, Instant to) {
        var sameDay = LocalDate.ofInstant(from, clock.getZone()).equals(LocalDate.ofInstant(to, clock.getZone()));
        return when(from) + "–" + (sameDay ? hour(to) : when(to));
    }

    String day(LocalDate day) {
        var thisYear = day.getYear() == LocalDate.now(clock).getYear();
        var pattern = say(thisYear ? "platform.time.day-pattern" : "platform.time.date-pattern");
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    String left(Instant due) {
        var left = Duration.between(clock.instant(), due);
        return left.isNegative() ? say("platform.time.late", duration(left.negated())) : duration(left);
    }

    String duration(Duration duration) {
        var minutes = duration.toMinutes();
        var hours = duration.toHours();
        var days = duration.toDays();
        if (minutes < 1) {
            return say("platform.time.moment");
        }
        if (hours < 1) {
            return say("platform.time.minutes", minutes);
        }
        if (days < 1) {
            return say("platform.time.hours", hours, String.format(Locale.ROOT, "%02d", minutes - hours * 60));
        }
        return days < 3 && hours > days * 24
                ? say("platform.time.days-hours", days, hours - days * 24)
                : say("platform.time.days", days);
    }

    String urgency(Instant due) {
        var left = Duration.between(clock.instant(), due);
        if (left.isNegative()) {
            return "late";
        }
        if (left.compareTo(Duration.ofMinutes(30)) < 0) {
            return "soon";
        }
        if (left.compareTo(Duration.ofHours(2)) < 0) {
            return "near";
        }
        return left.compareTo(Duration.ofHours(8)) < 0 ? "today" : "calm";
    }

    private String say(String key, Object... details) {
        return messages.text(locale, key, details);
    }
}
