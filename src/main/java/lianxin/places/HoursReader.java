package lianxin.places;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lianxin.places.OpeningHours.Span;
import lianxin.territory.TypedPoint;

/** Reads opening hours as people write them on a door, in Chinese, in English or in the form in which they are kept. */
final class HoursReader {
    private static final String DAYS = "MoTuWeThFrSaSu";
    private static final String NUMERALS = "一二三四五六日";
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");
    private static final Pattern PART = Pattern.compile("(\\D*)("
            + SPAN.pattern().replace("(", "(?:") + "(?:," + SPAN.pattern().replace("(", "(?:") + ")*)");
    private static final Pattern NAMED = Pattern.compile("(Mo|Tu|We|Th|Fr|Sa|Su)[a-z]*");
    private static final Pattern RUN = Pattern.compile("(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?");
    private static final int DAY = 24 * 60;

    private HoursReader() {}

    static Optional<OpeningHours> read(String typed) {
        if (typed.length() > 200) return Optional.empty();
        var plain = plain(typed);
        if (plain.isEmpty()) return Optional.of(OpeningHours.NONE);
        if (Set.of("24h", "24小时", "全天", "24/7", "24小时开放", "00:00-24:00", "Mo-Su00:00-24:00")
                .contains(plain)) return Optional.of(OpeningHours.ALWAYS);
        var spans = new ArrayList<Span>();
        for (var part : plain.split(";", -1)) {
            var said = PART.matcher(part);
            if (part.isEmpty()) continue;
            if (!said.matches()) return Optional.empty();
            var days = days(said.group(1));
            if (days.isEmpty()) return Optional.empty();
            for (var day : days) if (!add(spans, day, said.group(2))) return Optional.empty();
        }
        return overlap(spans) ? Optional.empty() : Optional.of(new OpeningHours(false, spans));
    }

    /** Without blanks, days as Mo to Su, every dash and comma of one kind. */
    private static String plain(String typed) {
        var text = TypedPoint.halfWidth(typed)
                .replaceAll("\\s", "")
                .replaceAll("[–—~～至到]", "-")
                .replaceAll("[、，]", ",")
                .replace('；', ';')
                .replace("24小时开放", "24h")
                .replaceAll("(?i)daily|每天|每日", "Mo-Su")
                .replace("周末", "Sa,Su")
                .replaceAll("周|星期|礼拜", "")
                .replace('天', '日');
        for (int i = 0; i < 7; i++) text = text.replace(NUMERALS.substring(i, i + 1), DAYS.substring(2 * i, 2 * i + 2));
        return NAMED.matcher(text).replaceAll("$1");
    }

    /** None when the words before the times are no days. */
    private static Set<DayOfWeek> days(String said) {
        var days = new LinkedHashSet<DayOfWeek>();
        if (said.isEmpty()) return new LinkedHashSet<>(List.of(DayOfWeek.values()));
        for (var part : said.split(",", -1)) {
            if (!RUN.matcher(part).matches()) return Set.of();
            int first = DAYS.indexOf(part.substring(0, 2)) / 2;
            int last = part.length() == 2 ? first : DAYS.indexOf(part.substring(3)) / 2;
            for (int i = 0; i <= (last - first + 7) % 7; i++) days.add(DayOfWeek.of((first + i) % 7 + 1));
        }
        return days;
    }

    private static boolean add(List<Span> spans, DayOfWeek day, String times) {
        var each = SPAN.matcher(times);
        while (each.find()) {
            int from = minute(each.group(1), each.group(2));
            int to = minute(each.group(3), each.group(4));
            if (from < 0 || from == DAY || to < 0 || from == to) return false;
            spans.add(new Span(day, from, to < from ? to + DAY : to));
        }
        return true;
    }

    private static int minute(String hour, String minute) {
        int all = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        return Integer.parseInt(minute) > 59 || all > DAY ? -1 : all;
    }

    private static boolean overlap(List<Span> spans) {
        for (int i = 0; i < spans.size(); i++) {
            var one = spans.get(i);
            for (var other : spans.subList(i + 1, spans.size())) {
                if (one.day() == other.day() && one.from() < other.to() && other.from() < one.to()) return true;
            }
        }
        return false;
    }
}
