package lianxin.places;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lianxin.places.HolidayHours.Said;
import lianxin.places.HolidayHours.Stretch;
import lianxin.platform.WorkingCalendar;

/**
 * When a place is open: around the clock, in spans of days, or at no fixed hours. A span that ends after midnight belongs to
 * the day on which it began. The official calendar says which days are public holidays; a day of the weekend that is worked
 * counts as the workday beside it.
 */
public record OpeningHours(boolean always, List<Span> spans, HolidayHours holidays) {
    static final OpeningHours NONE = new OpeningHours(false, List.of(), HolidayHours.NOTHING);
    static final OpeningHours ALWAYS = new OpeningHours(true, List.of(), HolidayHours.NOTHING);

    private static final int DAY = 24 * 60;

    /** Longer than any holiday. */
    private static final int DAYS_AHEAD = 15;

    public OpeningHours {
        spans = spans.stream()
                .sorted(Comparator.comparing(Span::day).thenComparingInt(Span::from))
                .toList();
    }

    /** In minutes of its day; the end may lie in the next one. */
    public record Span(DayOfWeek day, int from, int to) {

        Stretch stretch() {
            return new Stretch(from, to);
        }
    }

    /** Days in a row with the same hours. */
    private record Line(DayOfWeek first, DayOfWeek last, List<Stretch> hours) {}

    /** As a person wrote it; empty when it is not understood. */
    public static Optional<OpeningHours> read(String typed) {
        return HoursReader.read(typed);
    }

    public boolean none() {
        return !always && spans.isEmpty() && holidays.said() == Said.NOTHING;
    }

    public boolean openAt(LocalDateTime moment, WorkingCalendar calendar) {
        int minute = moment.getHour() * 60 + moment.getMinute();
        var today = moment.toLocalDate();
        return on(today, calendar).stream().anyMatch(it -> it.from() <= minute && minute < it.to())
                || on(today.minusDays(1), calendar).stream().anyMatch(it -> minute < it.to() - DAY);
    }

    /** What holds on one day of the calendar. */
    List<Stretch> on(LocalDate day, WorkingCalendar calendar) {
        if (holidays.said() == Said.OWN && calendar.holiday(day)) return holidays.stretches();
        if (always) return List.of(new Stretch(0, DAY));
        var counted = calendar.shifted(day) ? workday(day.getDayOfWeek()) : day.getDayOfWeek();
        return on(counted);
    }

    private static DayOfWeek workday(DayOfWeek weekend) {
        return weekend == DayOfWeek.SATURDAY ? DayOfWeek.FRIDAY : DayOfWeek.MONDAY;
    }

    private List<Stretch> on(DayOfWeek day) {
        return spans.stream().filter(it -> it.day == day).map(Span::stretch).toList();
    }

    /** Whether the day is a public holiday and nothing was said about those: then the hours are only those of its weekday. */
    boolean untold(LocalDate day, WorkingCalendar calendar) {
        return !always && !none() && holidays.said() == Said.NOTHING && calendar.holiday(day);
    }

    /** The next moment at which the door opens or shuts; empty when it does not within two weeks. */
    Optional<LocalDateTime> turnsAfter(LocalDateTime moment, WorkingCalendar calendar) {
        boolean now = openAt(moment, calendar);
        return IntStream.range(-1, DAYS_AHEAD)
                .mapToObj(moment.toLocalDate()::plusDays)
                .flatMap(day -> on(day, calendar).stream()
                        .flatMap(it -> Stream.of(
                                day.atStartOfDay().plusMinutes(it.from()),
                                day.atStartOfDay().plusMinutes(it.to()))))
                .filter(it -> it.isAfter(moment) && openAt(it, calendar) != now)
                .min(Comparator.naturalOrder());
    }

    /** As it is kept: {@code Mo-Fr 08:30-11:30,13:30-17:00; PH off}, {@code 24h}, or nothing. */
    String written() {
        var parts = new ArrayList<String>();
        if (always) parts.add("24h");
        for (var line : lines()) {
            var days = line.first == line.last ? two(line.first) : two(line.first) + "-" + two(line.last);
            parts.add(days + " " + times(line.hours, "-", ","));
        }
        if (holidays.said() == Said.USUAL) parts.add("PH open");
        else if (holidays.shut()) parts.add("PH off");
        else if (holidays.said() == Said.OWN) parts.add("PH " + times(holidays.stretches(), "-", ","));
        return String.join("; ", parts);
    }

    /** As it stands on a door: 周一至周五 08:30–17:00；节假日休息; empty where it says nothing. */
    String shown(Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        var parts = new ArrayList<String>();
        if (always) parts.add(english ? "Around the clock" : "24 小时");
        for (var line : lines()) {
            var days = line.first.getDisplayName(TextStyle.SHORT, locale);
            if (line.first != line.last)
                days += (english ? "–" : "至") + line.last.getDisplayName(TextStyle.SHORT, locale);
            if (line.first == DayOfWeek.MONDAY && line.last == DayOfWeek.SUNDAY) days = english ? "Daily" : "每天";
            parts.add(days + " " + times(line.hours, "–", english ? ", " : "、"));
        }
        if (holidays.said() == Said.USUAL) parts.add(english ? "public holidays as usual" : "节假日照常");
        else if (holidays.shut()) parts.add(english ? "public holidays closed" : "节假日休息");
        else if (holidays.said() == Said.OWN)
            parts.add((english ? "public holidays " : "节假日 ") + times(holidays.stretches(), "–", english ? ", " : "、"));
        return String.join(english ? "; " : "；", parts);
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var day : DayOfWeek.values()) {
            var here = on(day);
            if (here.isEmpty()) continue;
            var last = lines.isEmpty() ? null : lines.getLast();
            if (last != null && last.last.plus(1) == day && last.hours.equals(here))
                lines.set(lines.size() - 1, new Line(last.first, day, last.hours));
            else lines.add(new Line(day, day, here));
        }
        return lines;
    }

    private static String two(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 2);
    }

    private static String times(List<Stretch> hours, String to, String and) {
        return String.join(
                and,
                hours.stream().map(it -> clock(it.from()) + to + clock(it.to())).toList());
    }

    private static String clock(int minute) {
        int shown = minute > DAY ? minute - DAY : minute;
        return "%02d:%02d".formatted(shown / 60, shown % 60);
    }
}
