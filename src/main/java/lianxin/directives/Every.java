package lianxin.directives;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;

/** How often something must be done: once in each of these stretches of the calendar. */
enum Every {
    MONTH(1),
    QUARTER(3),
    HALF(6),
    YEAR(12);

    private final int months;

    Every(int months) {
        this.months = months;
    }

    /** The first day of the stretch in which the day lies. */
    LocalDate of(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
    }

    LocalDate before(LocalDate period) {
        return period.minusMonths(months);
    }

    /** By which day of the stretch it must be done. */
    LocalDate due(LocalDate period, DirectiveRules.@Nullable Due due) {
        int month = due == null || due.month() == null ? months : Math.min(due.month(), months);
        var in = YearMonth.from(period).plusMonths(month - 1L);
        int day = due == null || due.day() == null ? in.lengthOfMonth() : Math.min(due.day(), in.lengthOfMonth());
        return in.atDay(day);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** 2026 年 11 月, 2026 年第 4 季度. */
    String name(LocalDate period, Shell shell) {
        int number = (period.getMonthValue() - 1) / months + 1;
        return shell.t("directives.period." + key(), String.valueOf(period.getYear()), number);
    }
}
