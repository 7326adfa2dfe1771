package lianxin.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How staff call a case: the day of the report and a running number, 261121-00037. */
final class CaseNumber {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private CaseNumber() {}

    static String of(long number, Instant reportedAt, ZoneId zone) {
        return DAY.format(reportedAt.atZone(zone)) + "-" + String.format("%05d", number);
    }
}
