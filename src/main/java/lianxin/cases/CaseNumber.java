package lianxin.cases;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** How staff call a case: the day of the report and a running number of at least five digits, 261121-00037. */
final class CaseNumber {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern WHOLE = Pattern.compile("([0-9]{6})[\\s\\p{Pd}]*([0-9]{5,10})");
    private static final Pattern RUNNING = Pattern.compile("[0-9]{1,10}");

    private CaseNumber() {}

    static String of(long number, Instant reportedAt, ZoneId zone) {
        return DAY.format(reportedAt.atZone(zone)) + "-" + String.format("%05d", number);
    }

    /** Whether it can only be meant as a number; words are not searched for digits alone. */
    static boolean meant(String typed) {
        return DIGITS.matcher(half(typed).replaceAll("[\\s\\p{Pd}]", "")).matches();
    }

    /**
     * The running number of what somebody typed: whole, with or without its hyphen, or bare. Up to ten digits without a
     * hyphen are bare, so the millionth case is found like the first; more must begin with a day, which no telephone does
     * but by chance. Empty for anything else.
     */
    static OptionalLong read(String typed) {
        var half = half(typed);
        if (RUNNING.matcher(half).matches()) return OptionalLong.of(Long.parseLong(half));
        var whole = WHOLE.matcher(half);
        return whole.matches() && day(whole.group(1))
                ? OptionalLong.of(Long.parseLong(whole.group(2)))
                : OptionalLong.empty();
    }

    private static boolean day(String digits) {
        try {
            return DAY.format(LocalDate.parse(digits, DAY)).equals(digits);
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static String half(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }
}
