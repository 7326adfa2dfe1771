package lianxin.sheets;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words, codes, numbers and days as people type them, in their plain form. */
public final class Plain {

    private static final Pattern AFTERTHOUGHT = Pattern.compile("[(（\\[【].*?[)）\\]】]");
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:[-/.年])(\\d{1,2})(?:[-/.月])(\\d{1,2})日?(?:[T ].*)?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern WRITTEN_SHORT = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");

    private Plain() {}

    /** Without blanks of any width around, and without signs that nobody sees. */
    public static String trimmed(String typed) {
        int from = 0;
        int to = typed.length();
        while (from < to && blank(typed.charAt(from))) from++;
        while (to > from && blank(typed.charAt(to - 1))) to--;
        return typed.substring(from, to);
    }

    private static boolean blank(char it) {
        return it <= ' '
                || it == '\u3000'
                || it == '\u00A0'
                || it == '\u200B'
                || it == '\uFEFF'
                || Character.isWhitespace(it);
    }

    /** Full-width letters, digits and signs in half width. */
    public static String halfWidth(String typed) {
        var plain = true;
        for (int i = 0; i < typed.length() && plain; i++) plain = typed.charAt(i) < '\u3000';
        if (plain) return typed;
        var half = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char it = typed.charAt(i);
            half.append(it == '\u3000' ? ' ' : it >= '\uFF01' && it <= '\uFF5E' ? (char) (it - 0xFEE0) : it);
        }
        return half.toString();
    }

    /**
     * In half width, without any blank and without the sign before it that made a spreadsheet take it for a text; never a
     * number, so that no digit is lost.
     */
    public static String code(String typed) {
        var half = halfWidth(trimmed(typed));
        if (half.startsWith("=") || half.startsWith("'")) half = half.substring(1);
        var clean = true;
        for (int i = 0; i < half.length() && clean; i++) clean = !blank(half.charAt(i));
        if (clean) return half;
        var code = new StringBuilder(half.length());
        for (int i = 0; i < half.length(); i++) if (!blank(half.charAt(i))) code.append(half.charAt(i));
        return code.toString();
    }

    /** Whether a spreadsheet has shortened the code to powers of ten, its last digits being lost. */
    static boolean shortened(String code) {
        return WRITTEN_SHORT.matcher(code).matches();
    }

    public static Optional<BigDecimal> number(String typed) {
        var text = code(typed).replace(",", "");
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** 2026-05-01, 2026/5/1, 2026.5.1, 2026年5月1日 or 20260501, in digits of either width. */
    public static Optional<LocalDate> day(String typed) {
        var text = halfWidth(trimmed(typed));
        for (var pattern : new Pattern[] {DAY, EIGHT_DIGITS}) {
            var read = pattern.matcher(text);
            if (!read.matches()) continue;
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(read.group(1)),
                        Integer.parseInt(read.group(2)),
                        Integer.parseInt(read.group(3))));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The words of a head, as far as they tell columns apart: no blanks, stars, colons or remarks in brackets. */
    static String word(String head) {
        var half = AFTERTHOUGHT.matcher(halfWidth(trimmed(head))).replaceAll("");
        return half.replaceAll("[\\s*:]", "").toLowerCase(Locale.ROOT);
    }
}
