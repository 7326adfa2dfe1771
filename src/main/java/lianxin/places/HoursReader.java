package lianxin.places;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lianxin.places.HolidayHours.Said;
import lianxin.places.HolidayHours.Stretch;
import lianxin.places.OpeningHours.Span;
import lianxin.territory.TypedPoint;
import org.jspecify.annotations.Nullable;

/** Reads opening hours as people write them on a door, in Chinese, in English or in the form in which they are kept. */
final class HoursReader {
    private static final String DAYS = "MoTuWeThFrSaSu";
    private static final String NUMERALS = "一二三四五六日";
    private static final String HOLIDAYS = "PH";
    private static final Set<String> AROUND_THE_CLOCK =
            Set.of("24h", "24小时", "全天", "24/7", "00:00-24:00", "Mo-Su00:00-24:00");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");
    private static final Pattern PART = Pattern.compile("(\\D*)("
            + SPAN.pattern().replace("(", "(?:") + "(?:," + SPAN.pattern().replace("(", "(?:") + ")*)");
    private static final Pattern WHOLE = Pattern.compile("(\\D+)(OFF|OPEN)");
    private static final Pattern NAMED = Pattern.compile("(Mo|Tu|We|Th|Fr|Sa|Su)[a-z]*");
    private static final Pattern RUN = Pattern.compile("(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?");
    private static final int DAY = 24 * 60;

    private boolean always;
    private final List<Span> spans = new ArrayList<>();
    private @Nullable HolidayHours holidays;

    private HoursReader() {}

    static Optional<OpeningHours> read(String typed) {
        if (typed.length() > 200) return Optional.empty();
        var reader = new HoursReader();
        for (var part : plain(typed).split(";", -1)) if (!part.isEmpty() && !reader.take(part)) return Optional.empty();
        if (reader.always && !reader.spans.isEmpty()) return Optional.empty();
        var holidays = reader.holidays == null ? HolidayHours.NOTHING : reader.holidays;
        return Optional.of(new OpeningHours(reader.always, reader.spans, holidays));
    }

    /** Without blanks, days as Mo to Su, public holidays as PH, every dash and comma of one kind. */
    private static String plain(String typed) {
        var text = TypedPoint.halfWidth(typed)
                .replaceAll("\\s", "")
                .replaceAll("[–—~～至到]", "-")
                .replaceAll("[、，及和]", ",")
                .replace('；', ';')
                .replace("24小时开放", "24h")
                .replaceAll("(?:法定|国家)?节?假日|(?i:public)?(?i:holidays?)", HOLIDAYS)
                .replaceAll("照常开放|照常|(?i:asusual|open)", "OPEN")
                .replaceAll("休息|闭馆|不开放|关闭|(?i:closed|off)", "OFF")
                .replaceAll("工作日|(?i:workdays|weekdays)", "Mo-Fr")
                .replaceAll("(?i)daily|每天|每日", "Mo-Su")
                .replaceAll("周末|双休日", "Sa,Su")
                .replaceAll("周|星期|礼拜", "")
                .replace('天', '日');
        for (int i = 0; i < 7; i++) text = text.replace(NUMERALS.substring(i, i + 1), DAYS.substring(2 * i, 2 * i + 2));
        return NAMED.matcher(text).replaceAll("$1");
    }

    /** What one part says between two semicolons; false when it is not understood. */
    private boolean take(String part) {
        if (AROUND_THE_CLOCK.contains(part)) {
            always = true;
            return true;
        }
        var whole = WHOLE.matcher(part);
        if (whole.matches()) return whole(whole.group(1), whole.group(2).equals("OPEN"));
        var timed = PART.matcher(part);
        if (!timed.matches()) return false;
        var days = days(timed.group(1));
        var hours = hours(timed.group(2));
        if (days == null || hours.isEmpty()) return false;
        for (var day : days) for (var it : hours) spans.add(new Span(day, it.from(), it.to()));
        return (!named(timed.group(1)) || holidays(new HolidayHours(Said.OWN, hours))) && !overlap();
    }

    /** Days as a whole: a day on which the door stays shut has no hours, and only holidays can be as usual. */
    private boolean whole(String said, boolean open) {
        var days = days(said);
        if (days == null || open && !days.isEmpty()) return false;
        if (spans.stream().anyMatch(it -> days.contains(it.day()))) return false;
        return !named(said) || holidays(open ? HolidayHours.USUAL : HolidayHours.SHUT);
    }

    private boolean holidays(HolidayHours said) {
        if (holidays != null) return false;
        holidays = said;
        return true;
    }

    private static boolean named(String days) {
        return List.of(days.split(",", -1)).contains(HOLIDAYS);
    }

    /** Null when the words before the times are no days; holidays are none of the seven. */
    private static @Nullable Set<DayOfWeek> days(String said) {
        var days = new LinkedHashSet<DayOfWeek>();
        if (said.isEmpty()) return new LinkedHashSet<>(List.of(DayOfWeek.values()));
        for (var part : said.split(",", -1)) {
            if (part.equals(HOLIDAYS)) continue;
            if (!RUN.matcher(part).matches()) return null;
            int first = DAYS.indexOf(part.substring(0, 2)) / 2;
            int last = part.length() == 2 ? first : DAYS.indexOf(part.substring(3)) / 2;
            for (int i = 0; i <= (last - first + 7) % 7; i++) days.add(DayOfWeek.of((first + i) % 7 + 1));
        }
        return days;
    }

    /** Empty when one of the times cannot be. */
    private static List<Stretch> hours(String times) {
        var hours = new ArrayList<Stretch>();
        var each = SPAN.matcher(times);
        while (each.find()) {
            int from = minute(each.group(1), each.group(2));
            int to = minute(each.group(3), each.group(4));
            if (from < 0 || from == DAY || to < 0 || from == to) return List.of();
            var here = new Stretch(from, to < from ? to + DAY : to);
            if (hours.stream().anyMatch(it -> it.from() < here.to() && here.from() < it.to())) return List.of();
            hours.add(here);
        }
        return hours;
    }

    private static int minute(String hour, String minute) {
        int all = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        return Integer.parseInt(minute) > 59 || all > DAY ? -1 : all;
    }

    private boolean overlap() {
        for (int i = 0; i < spans.size(); i++) {
            var one = spans.get(i);
            for (var other : spans.subList(i + 1, spans.size())) {
                if (one.day() == other.day() && one.from() < other.to() && other.from() < one.to()) return true;
            }
        }
        return false;
    }
}
