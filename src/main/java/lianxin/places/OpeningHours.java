package lianxin.places;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a place is open, week after week: around the clock, in spans of days, or at no fixed hours. A span that ends after
 * midnight belongs to the day on which it began.
 */
public record OpeningHours(boolean always, List<Span> spans) {
    static final OpeningHours NONE = new OpeningHours(false, List.of());
    static final OpeningHours ALWAYS = new OpeningHours(true, List.of());

    private static final int DAY = 24 * 60;

    public OpeningHours {
        spans = spans.stream()
                .sorted(Comparator.comparing(Span::day).thenComparingInt(Span::from))
                .toList();
    }

    /** In minutes of its day; the end may lie in the next one. */
    public record Span(DayOfWeek day, int from, int to) {}

    /** Days in a row with the same hours. */
    record Line(DayOfWeek first, DayOfWeek last, List<Span> spans) {}

    /** As a person wrote it; empty when it is not understood. */
    public static Optional<OpeningHours> read(String typed) {
        return HoursReader.read(typed);
    }

    public boolean none() {
        return !always && spans.isEmpty();
    }

    public boolean openAt(LocalDateTime moment) {
        if (always) return true;
        int minute = moment.getHour() * 60 + moment.getMinute();
        var today = moment.getDayOfWeek();
        return spans.stream()
                .anyMatch(it -> it.day == today
                        ? it.from <= minute && minute < it.to
                        : it.day.plus(1) == today && minute < it.to - DAY);
    }

    /** The next moment at which the door opens or shuts; empty when it never does. */
    Optional<LocalDateTime> turnsAfter(LocalDateTime moment) {
        boolean now = openAt(moment);
        var midnight = moment.toLocalDate().atStartOfDay();
        return spans.stream()
                .flatMap(it -> {
                    int days = (it.day.getValue() - moment.getDayOfWeek().getValue() + 7) % 7;
                    return Stream.of(days - 7, days, days + 7)
                            .flatMap(in -> Stream.of(
                                    midnight.plusDays(in).plusMinutes(it.from),
                                    midnight.plusDays(in).plusMinutes(it.to)));
                })
                .filter(it -> it.isAfter(moment) && openAt(it) != now)
                .min(Comparator.naturalOrder());
    }

    /** As it is kept: {@code Mo-Fr 08:30-11:30,13:30-17:00; Sa 09:00-12:00}, {@code 24h}, or nothing. */
    String written() {
        if (always) return "24h";
        var text = new StringBuilder();
        for (var line : lines()) {
            if (!text.isEmpty()) text.append("; ");
            text.append(two(line.first));
            if (line.first != line.last) text.append('-').append(two(line.last));
            text.append(' ').append(times(line, "-", ","));
        }
        return text.toString();
    }

    /** As it stands on a door: 周一至周五 08:30–17:00; empty where it says nothing of its own. */
    String shown(Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        var parts = new ArrayList<String>();
        for (var line : lines()) {
            var days = line.first.getDisplayName(TextStyle.SHORT, locale);
            if (line.first != line.last)
                days += (english ? "–" : "至") + line.last.getDisplayName(TextStyle.SHORT, locale);
            if (line.first == DayOfWeek.MONDAY && line.last == DayOfWeek.SUNDAY) days = english ? "Daily" : "每天";
            parts.add(days + " " + times(line, "–", english ? ", " : "、"));
        }
        return String.join(english ? "; " : "；", parts);
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var day : DayOfWeek.values()) {
            var here = spans.stream().filter(it -> it.day == day).toList();
            if (here.isEmpty()) continue;
            var last = lines.isEmpty() ? null : lines.getLast();
            if (last != null && last.last.plus(1) == day && same(last.spans, here))
                lines.set(lines.size() - 1, new Line(last.first, day, last.spans));
            else lines.add(new Line(day, day, here));
        }
        return lines;
    }

    private static boolean same(List<Span> one, List<Span> other) {
        return one.stream()
                .map(it -> it.from + "-" + it.to)
                .toList()
                .equals(other.stream().map(it -> it.from + "-" + it.to).toList());
    }

    private static String two(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 2);
    }

    private static String times(Line line, String to, String and) {
        return String.join(
                and,
                line.spans.stream()
                        .map(it -> clock(it.from) + to + clock(it.to))
                        .toList());
    }

    private static String clock(int minute) {
        int shown = minute > DAY ? minute - DAY : minute;
        return "%02d:%02d".formatted(shown / 60, shown % 60);
    }
}
