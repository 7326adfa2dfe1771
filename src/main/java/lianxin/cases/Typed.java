package lianxin.cases;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people type into a form, freed of signs nobody types and no database keeps. */
final class Typed {

    private static final Pattern NOT_TYPED = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Pd}()（）]+");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9]{7,15}");

    private Typed() {}

    static String lines(String typed) {
        return NOT_TYPED
                .matcher(typed.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
    }

    static String line(String typed) {
        return lines(typed).replaceAll("[\\n\\t]+", " ");
    }

    /** Digits alone, or nothing where it cannot be a number that somebody answers. */
    static String telephone(String typed) {
        var half = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        var digits = BETWEEN_DIGITS.matcher(half.strip()).replaceAll("");
        return TELEPHONE.matcher(digits).matches() ? digits : "";
    }

    /** 138****5678: enough to know the own number again. */
    static String masked(String telephone) {
        if (telephone.length() < 7) return "****";
        return telephone.substring(0, 3) + "****" + telephone.substring(telephone.length() - 4);
    }
}
