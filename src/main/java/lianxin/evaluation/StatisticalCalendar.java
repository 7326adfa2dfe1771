package lianxin.evaluation;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import lianxin.playbook.Label;

/**
 * By which days and months a town counts. A day may begin at noon: it is called after the date on which it begins. A
 * month may begin on the 19th.
 *
 * @param dayBegins the hour at which one day ends and the next begins
 * @param monthBegins the date on which a month begins, in every month the same
 * @param byItsEnd whether a month is called after the one in which it ends; otherwise after that in which it begins
 */
record StatisticalCalendar(String key, Label name, LocalTime dayBegins, int monthBegins, boolean byItsEnd) {

    private static final int LATEST_START = 28;

    /** Local time at which the month of this name begins. */
    LocalDateTime begin(YearMonth month) {
        return (byItsEnd ? month.minusMonths(1) : month).atDay(monthBegins).atTime(dayBegins);
    }

    /** The name of the month to which a moment of local time belongs. */
    YearMonth month(LocalDateTime moment) {
        var month = YearMonth.from(moment).plusMonths(1);
        while (moment.isBefore(begin(month))) month = month.minusMonths(1);
        return month;
    }

    /** Whether its months are those on the wall. */
    boolean plain() {
        return dayBegins.equals(LocalTime.MIDNIGHT) && monthBegins == 1 && !byItsEnd;
    }

    List<String> problems() {
        var problems = new ArrayList<String>();
        if (monthBegins < 1 || monthBegins > LATEST_START)
            problems.add("the calendar " + key + " begins its months on a day that not every month has");
        if (byItsEnd && monthBegins == 1)
            problems.add("the calendar " + key + " calls months that begin on the 1st after the month before theirs");
        return problems;
    }
}
