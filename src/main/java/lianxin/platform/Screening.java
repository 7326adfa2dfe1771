package lianxin.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in free text what should not stand there: identity numbers, telephones and bank cards, also with blanks between,
 * in full-width or Chinese digits. The writer is warned; what is displayed or logged is masked.
 */
public final class Screening {
    private static final int SHORTEST = 7;
    private static final String SPACE = "[ \\-.·\u00a0\u3000]?";
    private static final String DIVIDERS = " -.·\u00a0\u3000()（）＋+－．";
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

    private static final Pattern IDS =
            Pattern.compile("\\b(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32,64})\\b");

    /** What was found; the keys name the sentences that warn the writer. */
    public enum Kind {
        ID_NUMBER("platform.screening.id-number"),
        BANK_CARD("platform.screening.bank-card"),
        TELEPHONE("platform.screening.telephone");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** A part of the text, from one position up to but without another. */
    public record Finding(Kind kind, int from, int to) {}

    private record Rule(Kind kind, Pattern form) {
        Rule(Kind kind, String form) {
            this(kind, Pattern.compile("(?<!\\d)" + form + "(?!\\d)"));
        }
    }

    /** In order of precedence: what one rule took is not looked at by the next. */
    private static final List<Rule> RULES = List.of(
            new Rule(Kind.ID_NUMBER, "[1-8]\\d{5}" + SPACE + "(?:18|19|20)\\d{6}" + SPACE + "\\d{3}[\\dXx]"),
            new Rule(Kind.ID_NUMBER, "[1-8]\\d{5}" + SPACE + "\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}"),
            new Rule(Kind.BANK_CARD, "[3-6]\\d{3}(?:" + SPACE + "\\d{4}){3}(?:" + SPACE + "\\d{1,3})?"),
            new Rule(
                    Kind.TELEPHONE,
                    "(?:(?:\\+|00)?86" + SPACE + ")?1[3-9]\\d" + SPACE + "(?:\\d{4}" + SPACE + "\\d{4}|\\d{2}" + SPACE
                            + "\\d{3}" + SPACE + "\\d{3}|\\d{3}" + SPACE + "\\d{3}" + SPACE + "\\d{2})"),
            new Rule(
                    Kind.TELEPHONE,
                    "(?:(?:\\+|00)86" + SPACE + "\\(?|\\(?0)(?:10|2\\d|[3-9]\\d\\d)\\)?" + SPACE + "[2-8]\\d{2,3}"
                            + SPACE + "\\d{4}"),
            new Rule(
                    Kind.TELEPHONE,
                    "(?<=(?:电话|座机|手机|号码|联系|致电|拨打|[Tt][Ee][Ll]|[Pp]hone)[^\\d\\n]{0,8})[2-8]\\d{2,3}" + SPACE
                            + "\\d{4}"));

    private Screening() {}

    public static Set<Finding> findings(String text) {
        var found = new ArrayList<Finding>();
        int digits = longestRun(text, false);
        int withChinese = longestRun(text, true);
        if (digits >= SHORTEST) search(withoutIds(digitsOnly(text, false)), found);
        if (withChinese >= SHORTEST && withChinese > digits) search(withoutIds(digitsOnly(text, true)), found);
        found.sort(Comparator.comparingInt(Finding::from));
        return new LinkedHashSet<>(found);
    }

    /** The most digits with nothing but what divides a number between them; short ones need no search. */
    private static int longestRun(String text, boolean chineseToo) {
        int longest = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (Character.isDigit(sign) || chineseToo && chinese(sign) >= 0) longest = Math.max(longest, ++digits);
            else if (DIVIDERS.indexOf(sign) < 0) digits = 0;
        }
        return longest;
    }

    /** The text with all findings masked: 138****2206, 0573****1234, 330*************2X, ****1234. */
    public static String masked(String text) {
        var findings = findings(text);
        if (findings.isEmpty()) return text;
        var masked = new StringBuilder();
        int done = 0;
        for (var it : findings) {
            masked.append(text, done, it.from()).append(mask(it.kind(), text.substring(it.from(), it.to())));
            done = it.to();
        }
        return masked.append(text, done, text.length()).toString();
    }

    private static void search(String text, List<Finding> found) {
        for (var rule : RULES) {
            for (var match = rule.form().matcher(text); match.find(); ) {
                var taken = found.stream().anyMatch(it -> it.from() < match.end() && match.start() < it.to());
                if (!taken && holds(rule.kind(), match)) {
                    found.add(new Finding(rule.kind(), match.start(), match.end()));
                }
            }
        }
    }

    private static boolean holds(Kind kind, Matcher match) {
        var digits = match.group().replaceAll("[^\\dXx]", "");
        return switch (kind) {
            case ID_NUMBER -> digits.length() == 15 || idCheck(digits);
            case BANK_CARD -> luhn(digits);
            case TELEPHONE -> true;
        };
    }

    /** GB 11643: ISO 7064 mod 11-2. */
    private static boolean idCheck(String id) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum = (sum + Character.digit(id.charAt(i), 10)) * 2 % 11;
        }
        return "0123456789X".charAt((12 - sum) % 11) == Character.toUpperCase(id.charAt(17));
    }

    private static boolean luhn(String card) {
        int sum = 0;
        for (int i = 0; i < card.length(); i++) {
            int digit = Character.digit(card.charAt(card.length() - 1 - i), 10);
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    private static String mask(Kind kind, String raw) {
        var signs = digitsOnly(raw, true).replaceAll("[^\\dXx]", "").replaceFirst("^(?:00)?86(?=1[3-9]\\d{9}$)", "");
        int head = kind == Kind.BANK_CARD || signs.length() < 9 ? 0 : signs.matches("0[3-9].*") ? 4 : 3;
        int tail = kind == Kind.ID_NUMBER ? 2 : 4;
        var stars = kind == Kind.ID_NUMBER ? "*".repeat(signs.length() - head - tail) : "****";
        return signs.substring(0, head) + stars + signs.substring(signs.length() - tail);
    }

    /** The same text, sign by sign, with ASCII digits for all other kinds of digits. */
    private static String digitsOnly(String text, boolean chineseToo) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char sign = plain.charAt(i);
            int digit = Character.digit(sign, 10);
            if (digit < 0 && chineseToo) digit = chinese(sign);
            if (digit >= 0) plain.setCharAt(i, (char) ('0' + digit));
            else if ("（）＋－．Ｘｘ".indexOf(sign) >= 0) plain.setCharAt(i, (char) (sign - 0xFEE0));
        }
        return plain.toString();
    }

    private static int chinese(int sign) {
        return switch (sign) {
            case '零' -> 0;
            case '幺' -> 1;
            default -> CHINESE_DIGITS.indexOf(sign);
        };
    }

    /** Ids and hashes are long enough to hold what looks like a telephone. */
    private static String withoutIds(String text) {
        var ids = IDS.matcher(text);
        return ids.find() ? ids.replaceAll(it -> "x".repeat(it.end() - it.start())) : text;
    }
}
