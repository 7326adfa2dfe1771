package lianxin.platform;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number at which somebody answers: the one rule for what is one, how it is kept and how much of it is shown. */
public record Telephone(String number) {

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Pd}()（）]+");
    private static final Pattern FORM = Pattern.compile("\\+?[0-9]{7,15}");

    /** As people write it, with blanks, dashes, brackets or full-width digits; empty where nobody could be called. */
    public static Optional<Telephone> read(String typed) {
        var half = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        var number = BETWEEN_DIGITS.matcher(half.strip()).replaceAll("");
        return FORM.matcher(number).matches() ? Optional.of(new Telephone(number)) : Optional.empty();
    }

    /** 138****5678: enough to know the own number again; of a short one only the end. */
    public String masked() {
        if (number.length() < 9) return "****" + number.substring(number.length() - 2);
        return number.substring(0, 3) + "****" + number.substring(number.length() - 4);
    }

    /** What a telephone is given to dial, of a number as people write it. */
    public static String dial(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[^0-9+]", "");
    }

    @Override
    public String toString() {
        return masked();
    }
}
